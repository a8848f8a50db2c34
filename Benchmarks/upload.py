"""Upload: a million records from CSV, durable, in how many seconds and how much memory."""

import itertools
import shutil
import sqlite3
import time
from pathlib import Path

import sample
from figures import Figures
from machine import Machine, peak_memory, processor_seconds
from product import Product
from sample import World

BATCH = 4096


def measure(product: Product, machine: Machine, world: World, cache: Path, figures: Figures) -> Path:
    """Uploads the world, file after file, without a server; returns the loaded data directory."""
    figures.heading(f"Upload · {world.vehicles:,} vehicles, CSV in {len(world.files)} files")
    figures.row("upload", "disk alone", machine.disk())
    directory = fresh(product, cache / "loaded", world)
    with machine.watch() as watch:
        totals = send_all(product, directory, world)
    stamp(product, directory, world)
    records, seconds = totals["records"], totals["seconds"]
    million = seconds * 1e6 / records
    figures.row("upload", "xubao upload", {
        "records": records, "s": seconds, "records/s": records / seconds, "s for a million": million,
        "MiB peak": totals["peak"], "CPU s": totals["processor"],
        "CPU µs/record": totals["processor"] / records * 1e6, "of them quarantined": totals["quarantined"],
        "other processes' CPUs": watch.others(totals["processor"])})
    reference = bulk_insert(world, cache / "bulk.sqlite")
    figures.row("upload", "sqlite3 executemany, raw columns", reference)
    through_socket(product, world, cache, figures)
    figures.row("upload", "ratio to sqlite3", {"×": (records / seconds) / reference["records/s"]})
    figures.bar("upload of 1,000,000 records", million, at_most=50, unit="s")
    figures.bar("upload, peak resident memory", totals["peak"], at_most=400, unit="MiB")
    figures.bar("records neither accepted nor quarantined", totals["missing"], at_most=0)
    return directory


def load(product: Product, world: World, cache: Path) -> Path:
    """The loaded directory of an earlier run of this very binary, or a new one."""
    directory = cache / f"loaded-{world.directory.name}"
    if stamp_of(directory) != expected_stamp(product, world):
        print(f"loading {world.vehicles:,} vehicles", flush=True)
        directory = fresh(product, cache / "loaded", world)
        send_all(product, directory, world)
        stamp(product, directory, world)
    # What earlier runs asked would count against today's limits and lengthen the start.
    for path in directory.glob("audit.sqlite*"):
        path.unlink()
    return directory


def fresh(product: Product, prefix: Path, world: World) -> Path:
    directory = prefix.with_name(f"{prefix.name}-{world.directory.name}")
    shutil.rmtree(directory, ignore_errors=True)
    product.enrol(directory)
    return directory


def expected_stamp(product: Product, world: World) -> str:
    return f"{product.fingerprint} {world.directory.name}\n"


def stamp(product: Product, directory: Path, world: World):
    directory.with_suffix(".stamp").write_text(expected_stamp(product, world))


def stamp_of(directory: Path) -> str:
    path = directory.with_suffix(".stamp")
    return path.read_text() if path.exists() and directory.exists() else ""


def send_all(product: Product, directory: Path, world: World) -> dict:
    totals = {"records": 0, "seconds": 0.0, "peak": 0.0, "processor": 0.0, "quarantined": 0, "missing": 0}
    for path, insurer, through in world.files:
        finished, report = product.upload(directory, path, insurer, through)
        totals["records"] += world.rows[path.name]
        totals["seconds"] += finished.seconds
        totals["processor"] += finished.processor_seconds
        totals["peak"] = max(totals["peak"], finished.peak_mebibytes)
        totals["quarantined"] += report["quarantined"]
        # Two rows of the world may be the very same report; the second answers as repeated.
        taken = report["accepted"] + report["repeated"] + report["quarantined"]
        totals["missing"] += world.rows[path.name] - taken
    return totals


def through_socket(product: Product, world: World, cache: Path, figures: Figures):
    """The largest file once more into an empty directory that a running server holds."""
    path, insurer, through = max(world.files, key=lambda file: world.rows[file[0].name])
    directory = fresh(product, cache / "socket", world)
    with product.serve(directory, cache / "serve.log") as server:
        wait_for(directory / "xubao.sock")
        before = processor_seconds(server.id)
        finished, _ = product.upload(directory, path, insurer, through)
        records, used = world.rows[path.name], processor_seconds(server.id) - before
        figures.row("upload", "xubao upload through the socket", {
            "records": records, "s": finished.seconds, "records/s": records / finished.seconds,
            "MiB peak of the server": peak_memory(server.id), "MiB peak of the command": finished.peak_mebibytes,
            "CPU s of the server": used})
    shutil.rmtree(directory)


def wait_for(path: Path):
    for _ in range(2000):
        if path.exists():
            return
        time.sleep(0.005)
    raise SystemExit(f"{path.name} did not appear")


def bulk_insert(world: World, path: Path) -> dict:
    """The reference: the same rows as raw text columns into one table without an index, as durably, batch by batch.

    Reading the CSV is not counted: what is compared is the price of keeping a row.
    """
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    seconds, records, used = 0.0, 0, time.process_time()
    reading = 0.0
    for number, (file, _, _) in enumerate(world.files):
        rows = sample.table(file)
        header = next(rows)
        names = ", ".join(f"column{index} TEXT" for index in range(len(header)))
        database.execute(f"CREATE TABLE raw{number} ({names})")
        insert = f"INSERT INTO raw{number} VALUES ({', '.join('?' * len(header))})"
        while True:
            began = time.process_time()
            batch = list(itertools.islice(rows, BATCH))
            reading += time.process_time() - began
            if not batch:
                break
            began = time.perf_counter()
            database.execute("BEGIN")
            database.executemany(insert, batch)
            database.execute("COMMIT")
            seconds += time.perf_counter() - began
            records += len(batch)
    used = time.process_time() - used - reading
    database.close()
    path.unlink()
    return {"records": records, "s": seconds, "records/s": records / seconds, "CPU s": used}
