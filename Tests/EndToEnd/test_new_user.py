"""The new user's story: start it, do what it prints, and get the same answer from page, API and command line."""

import json
import re
import shlex
import subprocess
import time

import pytest

from support.binary import BINARY, ROOT, Server, command, environment
from support.description import assert_conforms

# Of the moment of asking, not of the vehicle.
MOMENTS = ("on", "asOf", "knownAt", "feedAgeSeconds")

# Plate number, outcome, renewal and reason of each magic plate that answers, as the documentation lists them.
MAGIC = {
    int(number): expected
    for number, *expected in re.findall(
        r"^\| 京AX00(\d\d) \| 0000\1 \| [^|]+ \| `(\w+)` \| `(\w+)` \| `(\w+)` \|$",
        (ROOT / "docs/sandbox.md").read_text(),
        re.M,
    )
}


def magic(number):
    return f"京AX00{number:02d}", f"0000{number:02d}"


def timeless(answer):
    return {name: value for name, value in answer.items() if name not in MOMENTS}


def sayings(text):
    """Text without its spacing, in which page and terminal may differ."""
    return re.sub(r"\s+", "", text)


def printed(server):
    """Plate and suffix of each of the three things to try."""
    text = server.out.read_text()
    first = re.search(r"输入 (\S+) 和 (\w{6})", text).groups()
    second = re.search(r"ask (\S+) --vin-suffix (\w{6})", text).groups()
    third = re.search(r'"number":"(\S+?)"\},"vinSuffix":"(\w{6})"', text).groups()
    return [first, second, third]


@pytest.fixture(scope="session")
def vehicles(sandbox):
    return printed(sandbox) + [magic(number) for number in (1, 5, 12, 18)]


def test_the_three_things_it_prints_work_as_printed(sandbox):
    text = sandbox.out.read_text()
    for line in re.findall(r"^  \d\. (.*ask .*|curl .*)$", text, re.M):
        done = subprocess.run(
            shlex.split(line),
            capture_output=True,
            timeout=60,
            env=environment(),
            cwd=BINARY.parents[2] if BINARY.parents[2].exists() else None,
        )
        assert done.returncode == 0, (line, done.stderr.decode())
        assert "inForce" in done.stdout.decode() or "有" in done.stdout.decode(), line
    answers = [sandbox.client.ask(*vehicle).json["outcome"] for vehicle in printed(sandbox)]
    assert sorted(answers) == ["inForce", "inForce", "lapsed"]


def test_page_api_and_command_line_give_the_same_answer(sandbox, vehicles):
    for plate, suffix in vehicles:
        reply = sandbox.client.ask(plate, suffix)
        assert reply.status == 200
        answer = reply.json
        assert_conforms("CoverageAnswer", answer)

        on_terminal = command("ask", plate, "--vin-suffix", suffix, "--json", data=sandbox.data)
        assert timeless(on_terminal.json) == timeless(answer)
        assert on_terminal.code == (1 if answer["outcome"] == "noMatch" else 0)

        lines = command("ask", plate, "--vin-suffix", suffix, data=sandbox.data).out.splitlines()
        assert len(lines) <= 8 or answer["flags"]
        page = sandbox.client.form("/query", form="plate", plate=plate, vinSuffix=suffix)
        assert page.status == 200
        heading = sayings(re.sub(r"<[^>]+>", "", re.search(r"<h1>(.*?)</h1>", page.text, re.S)[1]))
        words = sayings(re.sub(r"<[^>]+>", "", page.text))
        assert sayings(lines[0]) == heading
        assert sayings(lines[1]) in words
        for said in (answer["remedy"]["text"], answer["reason"]["text"]):
            assert sayings(said) in words
            assert sayings(said) in sayings("".join(lines))


def test_english_is_spoken_on_page_and_terminal(sandbox, vehicles):
    for plate, suffix in vehicles[:4]:
        lines = command(
            "ask", plate, "--vin-suffix", suffix, data=sandbox.data, language="en_GB.UTF-8"
        ).out.splitlines()
        page = sandbox.client.form("/en/query", form="plate", plate=plate, vinSuffix=suffix)
        heading = re.search(r"<h1>(.*?)</h1>", page.text, re.S)[1]
        assert sayings(lines[0]) == sayings(re.sub(r"<[^>]+>", "", heading))
        assert lines[0].isascii() or "’" in lines[0]


def test_asking_from_the_command_line_takes_no_time(sandbox, vehicles):
    plate, suffix = vehicles[0]
    times = []
    for _ in range(10):
        began = time.monotonic()
        assert command("ask", plate, "--vin-suffix", suffix, data=sandbox.data).code == 0
        times.append(time.monotonic() - began)
    assert min(times) < 0.05, "the best of ten, for the machine may be busy"


def test_every_magic_plate_shows_what_the_documentation_says(sandbox):
    assert sorted(MAGIC) == list(range(1, 20))
    for number, expected in MAGIC.items():
        answer = sandbox.client.ask(*magic(number)).json
        assert [answer["outcome"], answer["renewal"], answer["reason"]["code"]] == expected, number
        assert_conforms("CoverageAnswer", answer)
        if number != 18:
            wrong = sandbox.client.ask(magic(number)[0], "999999").json
            assert wrong["outcome"] == "noMatch", number


def test_the_faults_of_the_magic_plates_are_real_faults(sandbox):
    overloaded = sandbox.client.ask(*magic(20))
    assert (overloaded.status, overloaded.code) == (503, "overloaded")
    assert int(overloaded.headers["Retry-After"]) >= 1
    unavailable = sandbox.client.ask(*magic(21))
    assert (unavailable.status, unavailable.code) == (503, "writesStopped")
    assert int(unavailable.headers["Retry-After"]) >= 1
    assert command("ask", magic(21)[0], "--vin-suffix", magic(21)[1], data=sandbox.data).code == 3


def test_no_match_is_one_body_whether_plate_or_proof_is_wrong(sandbox, vehicles):
    plate, suffix = vehicles[0]
    wrong_proof = sandbox.client.ask(plate, "A00000").json
    wrong_plate = sandbox.client.ask("藏Z99Z99", suffix).json
    for name in ("asOf", "knownAt", "on", "treeSize"):
        wrong_proof.pop(name), wrong_plate.pop(name)
    assert wrong_proof == wrong_plate
    assert wrong_proof["outcome"] == "noMatch"
    assert wrong_proof["insurer"] is None and wrong_proof["feedAgeSeconds"] is None


def test_exit_codes_tell_no_match_wrong_usage_and_failure(sandbox, vehicles, tmp_path):
    plate, suffix = vehicles[0]
    assert command("ask", plate, "--vin-suffix", suffix, data=sandbox.data).code == 0
    assert command("ask", plate, "--vin-suffix", "ZZZZZZ", data=sandbox.data).code == 1
    short = command("ask", plate, "--vin-suffix", "12345", data=sandbox.data)
    assert (short.code, short.out) == (2, "")
    assert "6 个字符" in short.err
    assert command("ask", plate, data=sandbox.data).code == 2
    assert command("ask", plate, "--no-such-option", data=sandbox.data).code == 2
    assert command("nothing-of-the-kind").code == 2
    assert command("ask", plate, "--vin-suffix", suffix, "--on", "gestern", data=sandbox.data).code == 2
    assert command("ask", "--lines", tmp_path / "absent", data=sandbox.data).code == 2
    empty = command("ask", plate, "--vin-suffix", suffix, data=tmp_path / "nowhere")
    assert empty.code == 3
    assert not (tmp_path / "nowhere").exists()
    assert command("--help").code == 0
    assert command("ask", "--help").code == 0


def test_with_json_a_failure_is_one_document_too(sandbox, vehicles, tmp_path):
    plate, suffix = vehicles[0]
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    for words, code, exit_code in (
        (["ask", plate, "--vin-suffix", "12345"], "invalid", 2),
        (["ask", plate, "--vin-suffix", suffix, "--on", "gestern"], "invalid", 2),
        (["upload", empty, "--insurer", "NOBODY"], "insurerUnknown", 1),
        (["upload", empty, "--insurer", "PICC"], "fileEmpty", 2),
        (["upload", tmp_path / "absent", "--insurer", "PICC"], "usage", 2),
        (["insurer", "add", "?", "--name", "x"], "invalid", 2),
    ):
        outcome = command(*words, "--json", data=sandbox.data)
        assert (outcome.code, outcome.json["code"]) == (exit_code, code), words
        assert len(outcome.out.splitlines()) == 1 and outcome.err
    nowhere = command("ask", plate, "--vin-suffix", suffix, "--json", data=tmp_path / "nowhere")
    assert (nowhere.code, nowhere.json["code"]) == (3, "failed")


def test_lines_are_answered_in_order_with_a_refusal_in_place_of_an_unreadable_one(sandbox, vehicles, tmp_path):
    (plate, suffix), (other, other_suffix) = vehicles[0], vehicles[1]
    queries = [
        json.dumps({"plate": {"number": plate}, "vinSuffix": suffix}),
        "{ no json",
        json.dumps({"plate": {"number": other}, "vinSuffix": other_suffix}),
        json.dumps({"plate": {"number": plate}}),
        json.dumps({"plate": {"number": plate}, "vinSuffix": "ZZZZZZ"}),
    ]
    file = tmp_path / "queries.ndjson"
    file.write_text("\n".join(queries))
    for source, stdin in ((str(file), None), ("-", file.read_bytes())):
        outcome = command("ask", "--lines", source, data=sandbox.data, stdin=stdin)
        answers = [json.loads(line) for line in outcome.out.splitlines()]
        assert [answer.get("outcome", answer.get("code")) for answer in answers] == [
            sandbox.client.ask(plate, suffix).json["outcome"],
            "invalidJSON",
            sandbox.client.ask(other, other_suffix).json["outcome"],
            "invalid",
            "noMatch",
        ]


def test_a_warm_start_answers_its_first_question_within_two_seconds(serve, tmp_path):
    cold = serve("warm", "--sandbox", "--sandbox-vehicles", "2000", greets="text")
    (plate, suffix), *_ = printed(cold)
    before = timeless(cold.client.ask(plate, suffix).json)
    assert cold.stop() == 0
    warm = Server(cold.data, "--sandbox", logs=tmp_path)
    try:
        took = warm.start()
        assert timeless(warm.client.ask(plate, suffix).json) == before
        assert took < 2, f"{took:.2f} s"
    finally:
        assert warm.stop() == 0
