"""Pipes documents through the real binary and holds its answers against the second reading.

    python -m law.compare RULE COUNT SEED     from Tests/EndToEnd; also tells how the product reads the open questions
"""

import collections
import json
import multiprocessing
import os
import random
import subprocess
import sys
from dataclasses import dataclass, field

from support.binary import BINARY, environment

from . import second_change, second_compensation, second_premium, second_tax, second_words
from .compare_compensation import difference as compensation_difference
from .generate import RULES
from .questions import OPEN
from .reading import moment

READERS = {
    "premium": second_premium.read,
    "refund": second_change.read_refund,
    "endorsement": second_change.read_endorsement,
    "lay-up": second_change.read_lay_up,
    "vehicle-tax": second_tax.read,
    "compensation": second_compensation.read,
    "amount-in-words": second_words.read,
}
CHUNK = 2_000
KEPT = 5


@dataclass
class Tally:
    """What a comparison found: how many documents, the differing ones, and the open questions by agreement."""

    documents: int = 0
    refused: int = 0
    different: int = 0
    kept: list = field(default_factory=list)
    questions: collections.Counter = field(default_factory=collections.Counter)

    def add(self, other):
        self.documents += other.documents
        self.refused += other.refused
        self.different += other.different
        self.kept = sorted(self.kept + other.kept, key=len_of)[:KEPT]
        self.questions += other.questions


def len_of(document):
    return len(json.dumps(document))


def answers_to(rule, documents):
    """The binary's answers, one JSON document a line, in the order of the questions."""
    lines = "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
    done = subprocess.run([str(BINARY), "law", rule, "-", "--lines", "--json"], input=lines.encode(),
                          capture_output=True, timeout=600, env=environment())
    assert done.returncode in (0, 1), f"law {rule} ended with {done.returncode}: {done.stderr.decode()[-2000:]}"
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(documents), f"{len(documents)} documents, {len(answers)} answers"
    return answers


def difference(rule, document, reading, answer, open_members):
    """What differs in the members that are not open, as a sentence; None when nothing does."""
    try:
        return difference_in(rule, document, reading, answer, open_members)
    except (AssertionError, AttributeError, KeyError, StopIteration, TypeError, ValueError) as error:
        return f"an answer of another shape than the contract's: {error!r}"


def difference_in(rule, document, reading, answer, open_members):
    refused = answer.get("refused")
    if refused not in (True, False):
        return "the answer does not say whether it refuses"
    if open_members is None:
        return compensation_difference(document, reading, answer, None) if rule == "compensation" else None
    if refused != reading.refused:
        return f"refused: {refused}, read as {reading.refused} {reading.findings}"
    if refused:
        return finding_difference(reading, answer)
    if rule == "compensation":
        return compensation_difference(document, reading, answer, open_members)
    for member, value in reading.results.items():
        if member in open_members:
            continue
        theirs = answer.get(member)
        if member == "newEnd" and theirs is not None:
            theirs = moment(theirs)
        if theirs != value or isinstance(theirs, bool):
            return f"{member}: {answer.get(member)}, read as {value}"
    return None


def finding_difference(reading, answer):
    """Every finding whose code the contract fixes must be among the product's; all findings are told, not the first.

    Of a missing member the product may name what is missing below it (`vehicle.class` for `vehicle`).
    """
    theirs = {(finding["code"], path_of(finding) if finding["code"] == "missing" else None)
              for finding in answer["findings"]}
    wanted = {finding for finding in reading.findings if finding[0] is not None}
    if not theirs:
        return "refused without a finding"
    missing_there = {(code, path) for code, path in wanted - theirs if code != "missing" or not any(
        (other or "").startswith(f"{path}.") for _, other in theirs)}
    if missing_there:
        return f"findings {sorted(theirs, key=str)}, read as {sorted(wanted, key=str)}"
    return None


def path_of(finding):
    """A path in one spelling: `vehicles.0.damage`, however the members are joined."""
    path = (finding.get("path") or "").lstrip("$/.")
    return path.replace("/", ".").replace("[", ".").replace("]", "")


def compare(rule, documents, answers):
    """The tally of these documents."""
    tally = Tally()
    for document, answer in zip(documents, answers, strict=True):
        reading = READERS[rule](document)
        tally.documents += 1
        tally.refused += reading.refused
        if difference(rule, document, reading, answer, reading.open_members()):
            tally.different += 1
            tally.kept.append(document)
        asked = [question for question in reading.questions if question in OPEN]
        if len(asked) == 1:  # with several the answer would not tell which one was read otherwise
            agrees = difference(rule, document, reading, answer, frozenset()) is None
            tally.questions[asked[0], agrees] += 1
    tally.kept = sorted(tally.kept, key=len_of)[:KEPT]
    return tally


def compare_chunk(task):
    rule, count, seed, chunk = task
    chance = random.Random(f"{seed}/{rule}/{chunk}")
    documents = [RULES[rule](chance) for _ in range(count)]
    return compare(rule, documents, answers_to(rule, documents))


def compare_many(rule, count, seed):
    """Compares documents drawn from a seed on all processors."""
    tasks = [(rule, min(CHUNK, count - chunk * CHUNK), seed, chunk) for chunk in range(-(-count // CHUNK))]
    tally = Tally()
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for part in pool.imap_unordered(compare_chunk, tasks):
            tally.add(part)
    return tally


def shrink(rule, document):
    """The smallest document that still differs when elements of its lists are taken away."""
    while True:
        candidates = sorted(filter(is_whole, smaller(document)), key=len_of)
        if not candidates:
            return document
        for candidate, answer in zip(candidates, answers_to(rule, candidates), strict=True):
            reading = READERS[rule](candidate)
            if difference(rule, candidate, reading, answer, reading.open_members()):
                document = candidate
                break
        else:
            return document


def smaller(document):
    """The document with one element of one list taken away, wherever the list stands."""
    if isinstance(document, dict):
        for member, value in document.items():
            for less in smaller(value):
                yield document | {member: less}
    elif isinstance(document, list):
        for index, value in enumerate(document):
            yield document[:index] + document[index + 1:]
            for less in smaller(value):
                yield [*document[:index], less, *document[index + 1:]]


def is_whole(document):
    """Whether everybody who sits aboard a vehicle sits aboard one that is there."""
    ids = {vehicle["id"] for vehicle in document.get("vehicles") or []}
    return all(victim.get("aboard") in (None, *ids) for victim in document.get("victims") or [])


def describe(rule, document):
    """A differing document made small, with both answers."""
    document = shrink(rule, document)
    reading, answer = READERS[rule](document), answers_to(rule, [document])[0]
    return "\n".join([
        f"law {rule}: {difference(rule, document, reading, answer, reading.open_members())}",
        json.dumps(document, ensure_ascii=False),
        f"answer:  {json.dumps(answer, ensure_ascii=False)}",
        f"reading: {reading.findings if reading.refused else reading.results} {list(reading.questions)}",
    ])


def report(rule, tally, seed):
    """The tally as people read it."""
    lines = [f"{rule}: {tally.documents} documents, {tally.refused} refused, {tally.different} differ (seed {seed})"]
    for question in OPEN:
        agree, differ = tally.questions[question, True], tally.questions[question, False]
        if agree or differ:
            lines.append(f"  open: {question}: read as here {agree} times, otherwise {differ} times")
    return "\n".join(lines)


if __name__ == "__main__":
    chosen, number, drawn_from = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    found = compare_many(chosen, number, drawn_from)
    print(report(chosen, found, drawn_from))
    if found.kept:
        print(describe(chosen, found.kept[0]))
        sys.exit(1)
