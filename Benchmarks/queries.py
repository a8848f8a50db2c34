"""Coverage queries over HTTP, with guess limits and audit on, beside a bare handler and a plain service."""

import os
import sqlite3
import statistics
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from figures import Figures
from load import Asker, Load
from machine import Machine
from product import Product, Server, ask, free_port, question
from sample import World

HERE = Path(__file__).resolve().parent
WARM_UP_SECONDS = 3
PRODUCT, BARE, SERVICE = "xubao serve", "bare Hummingbird handler", "FastAPI + uvicorn, 2 workers"


def measure(
    product: Product, machine: Machine, world: World, directory: Path, cache: Path, rounds: int, seconds: int,
    figures: Figures
):
    figures.heading(
        f"Coverage queries · {world.vehicles:,} vehicles, wrk -t1 -c64, {seconds} s after "
        f"{WARM_UP_SECONDS} s of warm-up, {rounds} rounds")
    with ExitStack() as stack:
        server = stack.enter_context(product.serve(directory, cache / "serve.log"))
        server.first_answer(question(world.pairs[0]), {"X-Forwarded-For": "10.1.1.1"})
        check_limits(server, world)
        document = typical_answer(server, world, cache / "answer.json")
        servers = {
            PRODUCT: server,
            BARE: stack.enter_context(product.bare_server(document, cache / "bare.log")),
            SERVICE: stack.enter_context(service(world.reference_database(), cache / "service.log")),
        }
        for other in (BARE, SERVICE):
            servers[other].first_answer(question(world.pairs[0]))
        asker = Asker(machine, world.pairs_file)
        # The looks made so far reach the disk within a second.
        time.sleep(1.5)
        before = audited(directory)
        loads = {subject: [] for subject in servers}
        asked = 0
        for _ in range(rounds):
            for subject, one in servers.items():
                warm = asker.press(one, WARM_UP_SECONDS)
                loads[subject].append(asker.press(one, seconds))
                if subject == PRODUCT:
                    asked += warm.requests + loads[subject][-1].requests
        half = asker.pace(server, seconds, median(loads[PRODUCT], "rate") / 2)
        asked += half.requests
    report(figures, loads, half)
    judge(figures, loads, half, outcomes(before, audited(directory)), asked)


def report(figures: Figures, loads: dict[str, list[Load]], half: Load):
    for subject, several in loads.items():
        rates = [load.rate for load in several]
        figures.row("queries", subject, {
            "requests/s": median(several, "rate"), "fastest and slowest round": [min(rates), max(rates)],
            "server CPU µs/answer": median(several, "processor_microseconds"), "ms p50": median(several, "p50"),
            "ms p99": median(several, "p99"), "not 2xx": sum(load.bad for load in several),
            "other processes' CPUs": median(several, "others")})
    figures.row("queries", "xubao serve at half of that load", {
        "requests/s": half.rate, "server CPU µs/answer": half.processor_microseconds, "ms p50": half.p50,
        "ms p99": half.p99, "not 2xx": half.bad, "other processes' CPUs": half.others})


def judge(figures: Figures, loads: dict[str, list[Load]], half: Load, found: dict[str, int], asked: int):
    answered = sum(found.values())
    matched = 1 - found.get("noMatch", 0) / max(answered, 1)
    figures.row("queries", "in the audit", {"looks": answered, "of requests answered": asked, **found})
    used = {subject: median(several, "processor_microseconds") for subject, several in loads.items()}
    # Steadier than the rates when something else runs on the machine, and not held against a bar.
    figures.row("queries", "by server CPU time for an answer", {
        f"× {subject}": used[subject] / used[PRODUCT] for subject in (BARE, SERVICE)})
    rate = median(loads[PRODUCT], "rate")
    figures.bar("queries against the bare handler", rate / median(loads[BARE], "rate"), at_least=0.6, unit="×")
    figures.bar("queries against the plain service", rate / median(loads[SERVICE], "rate"), at_least=2.5, unit="×")
    figures.bar("p99 at half of the load", half.p99, at_most=10, unit="ms")
    figures.bar("answers that found the vehicle", 100 * matched, at_least=95, unit="%")
    bad = sum(load.bad for load in loads[PRODUCT]) + half.bad
    figures.bar("answers that were not 2xx", 100 * bad / max(asked, 1), at_most=0.1, unit="%")
    figures.bar("answers that stand in the audit", 100 * answered / max(asked, 1), at_least=100, unit="%")


def median(loads: list[Load], name: str) -> float:
    return statistics.median(getattr(load, name) for load in loads)


def check_limits(server: Server, world: World):
    """The limits that the figures are to be measured with are on: the 21st plate of a network is turned away."""
    status = 0
    for number, vehicle in enumerate(world.pairs[100:121]):
        status, _ = ask(server.port, question(vehicle), {"X-Forwarded-For": f"10.2.2.{number + 1}"})
        if number < 20 and status != 200:
            raise SystemExit(f"plate {number + 1} of a network was answered with {status}")
    if status != 429:
        raise SystemExit(f"the 21st plate of a network was answered with {status}; the guess limits are not on")


def typical_answer(server: Server, world: World, path: Path) -> Path:
    """An answer of the middle length of 99, for the bare handler to return."""
    answers = []
    for number, vehicle in enumerate(world.pairs[200:299]):
        _, body = ask(server.port, question(vehicle), {"X-Forwarded-For": f"10.3.{number}.1"})
        answers.append(body)
    path.write_bytes(sorted(answers, key=len)[len(answers) // 2])
    return path


def service(database: Path, log: Path) -> Server:
    port = free_port()
    command = [
        sys.executable, "-m", "uvicorn", "reference_service:app", "--app-dir", HERE, "--workers", "2", "--port", port,
        "--no-access-log", "--log-level", "warning"]
    return Server(command, port, log, {"REFERENCE_DATABASE": os.fspath(database)})


def audited(directory: Path) -> dict[str, int]:
    """How many looks of each outcome the audit holds."""
    path = directory / "audit.sqlite"
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return dict(database.execute("SELECT outcome, COUNT(*) FROM audit GROUP BY outcome"))
    finally:
        database.close()


def outcomes(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {outcome: count - before.get(outcome, 0) for outcome, count in after.items() if count > before.get(outcome, 0)}
