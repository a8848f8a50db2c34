"""`Benchmarks/run`: measures the product beside its references in one run and holds the figures against the bars."""

import argparse
import json
import os
import sys
import time
from pathlib import Path

import commands
import law
import queries
import upload
import writes
from figures import Figures
from machine import Machine
from product import Product
from sample import World

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".build/bench-data"
RESULTS = Path(__file__).resolve().parent / "results/latest.json"
VEHICLES = 295_000
VEHICLES_IN_FULL = 1_000_000
NAMES = ["upload", "verify", "backup", "queries", "ask", "start", "writes", "law"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which of {', '.join(NAMES)} (default: all)")
    parser.add_argument("--binary", type=Path, default=ROOT / ".build/release/xubao", help="the xubao to measure")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of product and references (default: 3)")
    parser.add_argument("--seconds", type=int, default=10, help="length of one load, after its warm-up (default: 10)")
    chosen = parser.parse_args()
    unknown = set(chosen.names) - set(NAMES)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; say {', '.join(NAMES)}")
    if not chosen.binary.exists():
        parser.error(f"{chosen.binary} is not there; `make bench` builds it")
    return chosen


def main() -> int:
    chosen = arguments()
    names = chosen.names or NAMES
    began = time.monotonic()
    product = Product(chosen.binary)
    machine = Machine(CACHE)
    figures = Figures()
    figures.note("machine", machine.describe())
    if os.getloadavg()[0] > 0.5:
        print("the machine is busy with something else: expect worse figures, and see `other processes' CPUs`")
    with machine.watch() as whole:
        # First: a child's peak memory, as the kernel tells it, is never less than that of this process when it began.
        if set(names) - {"law", "writes"}:
            measure_registry(product, machine, names, chosen, figures)
        if "law" in names:
            law.measure(product, CACHE, chosen.rounds, figures)
        if "writes" in names:
            writes.measure(product, machine, CACHE, chosen.seconds, figures)
    figures.note("noise", {**machine.noise(), **whole.report()})
    figures.conclude(time.monotonic() - began)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures.document, ensure_ascii=False, indent=2) + "\n")
    print(f"written to {RESULTS.relative_to(ROOT)}")
    return 0 if figures.passed else 1


def measure_registry(product: Product, machine: Machine, names: list[str], chosen, figures: Figures):
    """What needs the sample world."""
    full = os.environ.get("XUBAO_BENCH_FULL") == "1"
    world = World.make(product, CACHE, VEHICLES)
    loaded = None
    if "upload" in names:
        loaded = upload.measure(product, machine, world, CACHE, figures)
    if set(names) - {"upload", "law", "writes"}:
        if full:
            world, loaded = World.make(product, CACHE, VEHICLES_IN_FULL), None
        loaded = loaded or upload.load(product, world, CACHE)
    if "verify" in names:
        commands.measure_verify(product, loaded, figures)
    if "backup" in names:
        commands.measure_backup(product, loaded, CACHE, figures)
    if "start" in names:
        commands.measure_start(product, world, loaded, figures, "after an upload")
    if "ask" in names:
        commands.measure_ask(product, world, loaded, figures)
    if "queries" in names:
        queries.measure(product, machine, world, loaded, CACHE, chosen.rounds, chosen.seconds, figures)
        if "start" in names:
            commands.measure_start(product, world, loaded, figures, "after the queries above")


if __name__ == "__main__":
    sys.exit(main())
