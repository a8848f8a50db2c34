"""The rules of the law: premiums in process, beside NumPy, and documents a second by `xubao law premium --lines`."""

import json
import random
import statistics
import subprocess
import sys
from pathlib import Path

from figures import Figures
from product import Product

HERE = Path(__file__).resolve().parent
DOCUMENTS, EXPLAINED = 400_000, 50_000
SEED = 1


def measure(product: Product, cache: Path, rounds: int, figures: Figures):
    in_process(product, rounds, figures)
    documents = cache / "premiums.jsonl"
    write_documents(documents, DOCUMENTS)
    some = cache / "premiums-explained.jsonl"
    write_documents(some, EXPLAINED)
    figures.heading(f"law premium --lines · documents with a history, from file to file, median of {rounds} rounds")
    plain = by_lines(product, documents, DOCUMENTS, rounds, figures)
    explained = by_lines(product, some, EXPLAINED, rounds, figures, "--explain")
    figures.bar("law --lines", plain, at_least=40_000, unit="documents/s")
    figures.bar("law --lines --explain", explained, at_least=15_000, unit="documents/s")


def in_process(product: Product, rounds: int, figures: Figures):
    """One core each, in turns: the product's rule, and the same work vectorised."""
    figures.heading("Premiums in process, history included, one core")
    own, reference = [], []
    for _ in range(rounds):
        own.append(json.loads(product.run("bench", "premiums", "--rounds", 1, "--json").output))
        line = [sys.executable, HERE / "law_numpy.py", "--rounds", "1", "--json"]
        reference.append(json.loads(subprocess.run(line, check=True, capture_output=True).stdout))
    plain = statistics.median(each["premiumsPerSecond"] for each in own)
    explained = statistics.median(each["explainedPremiumsPerSecond"] for each in own)
    vectorised = statistics.median(each["premiumsPerSecond"] for each in reference)
    figures.row("law", "xubao bench premiums", {
        "premiums/s": float(plain), "premiums/s with derivation": float(explained), "× NumPy": plain / vectorised})
    figures.row("law", reference[0]["reference"], {"premiums/s": float(vectorised)})
    figures.bar("premiums in process", float(plain), at_least=5_000_000, unit="premiums/s")
    figures.bar("premiums in process with derivation", float(explained), at_least=300_000, unit="premiums/s")


def by_lines(product: Product, path: Path, count: int, rounds: int, figures: Figures, *options: str) -> float:
    """Documents a second over the whole command."""
    finished = [product.run("law", "premium", path, "--lines", "--json", *options) for _ in range(rounds)]
    answers = finished[-1].output
    if answers.count(b"\n") != count or answers.count(b'{"refused":false,') != count:
        raise SystemExit("not every document was answered")
    rates = [count / each.seconds for each in finished]
    rate = statistics.median(rates)
    figures.row("law", " ".join(["law premium --lines", *options]), {
        "documents/s": rate, "fastest and slowest round": [min(rates), max(rates)],
        "CPU µs/document": statistics.median(each.processor_seconds for each in finished) / count * 1e6,
        "bytes/answer": len(answers) / count})
    return rate


def write_documents(path: Path, count: int):
    """Private cars of all kinds of history; the same documents every time."""
    chance = random.Random(SEED)
    with path.open("w") as file:
        for _ in range(count):
            file.write(json.dumps(document(chance), separators=(",", ":")) + "\n")


def document(chance: random.Random) -> dict:
    earliest = chance.randint(2023, 2026)
    claims = [
        {"accidentAt": f"{year}-0{chance.randint(4, 6)}-01T08:00:00+08:00", "paidAt": f"{year}-07-20T00:00:00+08:00",
         "atFault": chance.random() < 0.7}
        for year in range(earliest, 2026) if chance.random() < 0.3]
    return {
        "vehicle": {"class": "passenger", "use": "household", "ratedPassengers": chance.randint(4, 8)},
        "region": chance.choice(["110000", "310000", "150000", "330200"]),
        "appliedAt": f"2026-02-{chance.randint(10, 28)}T10:00:00+08:00",
        "start": "2026-03-01T00:00:00+08:00", "end": "2027-03-01T00:00:00+08:00",
        "history": {
            "policies": [
                {"issuedAt": f"{year}-02-{chance.randint(10, 28)}T10:00:00+08:00",
                 "start": f"{year}-03-01T00:00:00+08:00", "end": f"{year + 1}-03-01T00:00:00+08:00"}
                for year in range(earliest, 2026)],
            "claims": claims}}
