"""One load on a listening server, by wrk."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from machine import Machine, processor_seconds
from product import Server

CONNECTIONS = 64
# Connections of the load with pauses: enough that one waiting for its answer holds back few of the others.
PAUSING_CONNECTIONS = 256
PLATES_PER_NETWORK = 16


@dataclass
class Load:
    """What came of one load."""

    requests: int
    rate: float
    p50: float
    p99: float
    bad: int
    processor_microseconds: float
    others: float


def run(machine: Machine, server: Server, script: str, path: str, seconds: int, connections: int, words: list) -> Load:
    """One load: a wrk script with its words against a path of the server."""
    before = processor_seconds(server.id)
    command = [
        "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "5s", "--latency",
        "-s", str(Path(__file__).with_name(script)), f"http://127.0.0.1:{server.port}{path}", "--", *map(str, words)]
    with machine.watch() as watch:
        output = subprocess.run(["bash", "-c", 'time "$@"', "-", *command], capture_output=True, text=True,
                                env={"PATH": "/usr/bin:/bin", "TIMEFORMAT": "%U %S"})
    if output.returncode != 0:
        ended = server.process.poll()
        state = "is running" if ended is None else f"has ended with {ended}"
        raise SystemExit(f"wrk ended with {output.returncode}: {output.stderr}\nthe server {state}, see {server.log}")
    found = json.loads(output.stdout.splitlines()[-1])
    own = sum(map(float, output.stderr.split()[-2:]))
    used = processor_seconds(server.id) - before
    return Load(
        requests=found["requests"], rate=found["requests"] / found["seconds"], p50=found["p50_ms"],
        p99=found["p99_ms"], bad=found["bad_status"] + found["socket_errors"],
        processor_microseconds=used / max(found["requests"], 1) * 1e6, others=watch.others(used + own))


def pause(connections: int, rate: float, expected: float) -> str:
    """Mean milliseconds that each connection waits so that about `rate` requests a second come nearly independently of
    the answers; `expected` is the expected milliseconds of an answer."""
    return f"{max(connections / rate * 1000 - expected, 0.5):.3f}"


class Asker:
    """Goes through the vehicles, load after load, and never uses a network twice."""

    def __init__(self, machine: Machine, pairs: Path):
        self.machine = machine
        self.pairs = pairs
        self.next = 0

    def press(self, server: Server, seconds: int) -> Load:
        """As much as goes: 64 connections, each asks again as soon as it is answered."""
        return self._run(server, seconds, CONNECTIONS, [])

    def pace(self, server: Server, seconds: int, rate: float, expected: float = 1.5) -> Load:
        """About `rate` requests a second."""
        return self._run(server, seconds, PAUSING_CONNECTIONS, [pause(PAUSING_CONNECTIONS, rate, expected)])

    def _run(self, server: Server, seconds: int, connections: int, words: list) -> Load:
        load = run(self.machine, server, "query.lua", "/v1/coverage-queries", seconds, connections,
                   [self.pairs, self.next, *words])
        self.next += (load.requests // PLATES_PER_NETWORK + connections) * PLATES_PER_NETWORK
        return load
