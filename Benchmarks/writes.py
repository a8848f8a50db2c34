"""Single policies over HTTP, each acknowledged when it is durable, beside what the disk does by itself."""

import json
import shutil
import sys
import time
import urllib.request
from pathlib import Path

from figures import Figures
from load import CONNECTIONS, PAUSING_CONNECTIONS, Load, pause, run
from machine import Machine
from product import Product, Server

sys.path.append(str(Path(__file__).resolve().parents[1] / "Tests/EndToEnd"))
from support.records import identity_number, vin  # noqa: E402

INSURER = "PICC"
WARM_UP_SECONDS = 2
# More than any machine takes in the time measured.
POLICIES = 600_000
SCRIPT, PATH = "policy.lua", "/v1/policies"


def measure(product: Product, machine: Machine, cache: Path, seconds: int, figures: Figures):
    figures.heading(f"Single policies over HTTP · wrk -t1 -c{CONNECTIONS}, {seconds} s after {WARM_UP_SECONDS} s of warm-up")
    directory = cache / "writes"
    shutil.rmtree(directory, ignore_errors=True)
    enrolled = product.run("insurer", "add", INSURER, "--name", "人保财险", "--data", directory, "--json")
    reporter = Reporter(machine, prepared(cache / "policies.ndjson"), json.loads(enrolled.output)["key"])
    disk = machine.disk()
    figures.row("writes", "disk alone", disk)
    with product.serve(directory, cache / "serve.log") as server:
        wait_for_readiness(server)
        reporter.press(server, WARM_UP_SECONDS)
        load = reporter.press(server, seconds)
        half = reporter.pace(server, seconds, load.rate / 2)
        time.sleep(1)
        size = int(fetched(server, "/v1/log/checkpoint").splitlines()[1])
    report(figures, "acknowledged durable policies", load)
    report(figures, "the same at half of that load", half)
    figures.row("writes", "for each fdatasync the disk can do", {"×": load.rate / disk["fdatasync/s (4 KiB each)"]})
    figures.bar("acknowledged policies a second", load.rate, at_least=5_000)
    figures.bar("receipt p99 at half of the load", half.p99, at_most=50, unit="ms")
    figures.bar("answers that were not 201", load.bad + half.bad, at_most=0)
    # What was under way when a load ended may be in the log and in no count.
    figures.bar("acknowledged and not in the log a second later", max(0, reporter.acknowledged - size), at_most=0)
    shutil.rmtree(directory)


def report(figures: Figures, subject: str, load: Load):
    figures.row("writes", subject, {
        "requests/s": load.rate, "server CPU µs/receipt": load.processor_microseconds, "ms p50": load.p50,
        "ms p99": load.p99, "not 201": load.bad, "other processes' CPUs": load.others})


class Reporter:
    """Goes through the prepared policies, load after load."""

    def __init__(self, machine: Machine, policies: Path, key: str):
        self.machine, self.policies, self.key = machine, policies, key
        self.next = 0
        self.acknowledged = 0

    def press(self, server: Server, seconds: int) -> Load:
        return self._run(server, seconds, CONNECTIONS, [])

    def pace(self, server: Server, seconds: int, rate: float) -> Load:
        return self._run(server, seconds, PAUSING_CONNECTIONS, [pause(PAUSING_CONNECTIONS, rate, expected=5)])

    def _run(self, server: Server, seconds: int, connections: int, words: list) -> Load:
        load = run(self.machine, server, SCRIPT, PATH, seconds, connections,
                   [self.policies, self.key, self.next, *words])
        self.next += load.requests + connections
        self.acknowledged += load.requests
        return load


def prepared(path: Path) -> Path:
    """Policies of vehicles that have nothing in common, one a line."""
    if path.exists() and path.read_text().count("\n") == POLICIES:
        return path
    with path.open("w") as file:
        for number in range(POLICIES):
            letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
            place = number // 100_000
            file.write(json.dumps({
                "event": "policy", "sequence": str(number + 1), "policyNumber": f"PDZA2026{number:010d}",
                "plate": f"京{letters[place % 24]}{number % 100_000:05d}", "plateCategory": "02", "vin": vin(number),
                "vehicleClass": "passenger", "use": "household", "ratedPassengers": "5",
                "policyholderName": f"张{number}", "policyholderDocument": identity_number(number),
                "phone": f"139{number % 100_000_000:08d}", "start": "2026-11-01 00:00", "end": "2027-11-01 00:00",
                "issuedAt": "2026-10-20 10:00", "premium": "950.00"}, ensure_ascii=False) + "\n")
    return path


def wait_for_readiness(server: Server):
    for _ in range(2000):
        try:
            fetched(server, "/readyz")
            return
        except OSError:
            time.sleep(0.005)
    raise SystemExit("the server did not become ready")


def fetched(server: Server, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=10) as reply:
        return reply.read().decode()
