"""`xubao ask` from the command line, and the start of a server on a loaded directory."""

import json
import os
import shutil
import statistics
import time
from pathlib import Path

from figures import Figures
from product import Product, question
from sample import World

RUNS = 20


def measure_ask(product: Product, world: World, directory: Path, figures: Figures):
    """The whole command, from its start to its end, with and without a server that holds the directory."""
    figures.heading(f"ask · median of {RUNS} runs of the whole command")
    alone = ask_often(product, world, directory)
    with product.serve(directory, directory.parent / "serve.log") as server:
        server.first_answer(question(world.pairs[0]))
        served = ask_often(product, world, directory)
    for subject, runs in (("without a server", alone), ("with a server running", served)):
        figures.row("ask", subject, {"ms": statistics.median(runs), "ms fastest to slowest": [min(runs), max(runs)]})
    figures.bar("ask without a server", statistics.median(alone), at_most=50, unit="ms")
    figures.bar("ask with a server running", statistics.median(served), at_most=50, unit="ms")


def ask_often(product: Product, world: World, directory: Path) -> list[float]:
    """Milliseconds of each run; the first two are not counted."""
    times = []
    for plate, suffix in world.pairs[: RUNS + 2]:
        finished = product.run("ask", plate, "--vin-suffix", suffix, "--data", directory, "--json", accept=(0, 1))
        times.append(finished.seconds * 1000)
    return times[2:]


def measure_start(product: Product, world: World, directory: Path, figures: Figures, when: str):
    """From the start of the process to its first answer over HTTP; the files are in the page cache."""
    figures.heading(f"Warm start on {world.vehicles:,} vehicles, {when}")
    times = []
    for _ in range(3):
        with product.serve(directory, directory.parent / "serve.log") as server:
            times.append(server.first_answer(question(world.pairs[0])))
    figures.row("start", when, {"s": statistics.median(times), "s fastest to slowest": [min(times), max(times)]})
    figures.bar(f"first answer of a warm start, {when}", statistics.median(times), at_most=2, unit="s")


def measure_verify(product: Product, directory: Path, figures: Figures):
    """Everything derived again and compared: entries, leaves, tiles, checkpoint, folds, look-ups, counts."""
    finished = product.run("verify", "--data", directory, "--json")
    entries = json.loads(finished.output)["entries"]
    million = finished.seconds * 1e6 / entries
    figures.heading(f"Verify · {entries:,} entries")
    figures.row("verify", "xubao verify", {
        "s": finished.seconds, "entries/s": entries / finished.seconds, "s for a million": million,
        "CPU s": finished.processor_seconds, "MiB peak": finished.peak_mebibytes})
    figures.bar("verify of 1,000,000 entries", million, at_most=30, unit="s")


def measure_backup(product: Product, directory: Path, cache: Path, figures: Figures):
    """A first backup, a further one, and a restore, which proves everything before it gives the directory its name.
    Beside them the plain copy of the databases, which checks nothing."""
    place = cache / "backup"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    try:
        runs = [("first", "backup", place / "backups", directory), ("further", "backup", place / "backups", directory),
                ("restore", "restore", place / "backups", place / "again")]
        for title, command, backups, data in runs:
            finished = product.run(command, backups, "--data", data, "--json")
            entries = json.loads(finished.output)["entries"]
            if title == "first":
                figures.heading(f"Backup and restore · {entries:,} entries")
                figures.row("copy of the databases", "cp", {"s": copied(directory, place / "copy")})
            figures.row(title, f"xubao {command}", {
                "s": finished.seconds, "entries/s": entries / finished.seconds,
                "s for a million": finished.seconds * 1e6 / entries, "CPU s": finished.processor_seconds,
                "MiB peak": finished.peak_mebibytes})
    finally:
        shutil.rmtree(place, ignore_errors=True)
        (directory / "backups").unlink(missing_ok=True)


def copied(directory: Path, target: Path) -> float:
    target.mkdir()
    began = time.monotonic()
    for name in ("registry.sqlite", "keys.sqlite", "audit.sqlite"):
        shutil.copyfile(directory / name, target / name)
    os.sync()
    return time.monotonic() - began
