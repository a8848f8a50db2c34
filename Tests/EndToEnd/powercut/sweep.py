"""Cuts a recording at many places, in one pass over its journal, and inspects every directory that comes of it."""

import math
import os
import random
import shutil
import sqlite3
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .cut import Cut, rebuild
from .disk import Disk
from .inspection import Inspection
from .journal import Kind, Names

# Room for the directories that are being inspected; in memory it is quicker.
MEMORY = Path("/dev/shm")
ROOM = 2 << 30


@dataclass
class Place:
    """Where a cut falls: after so many records; and the seed of everything else about it."""

    records: int
    seed: int
    manner: str


@dataclass
class Finding:
    place: Place
    cut: Cut
    faults: list

    def __str__(self):
        return f"after {self.place.records} records ({self.cut}; {self.place.manner}): " + "; ".join(self.faults[:5])


def places(records, count, seed, serving=8, again=40):
    """Where to cut: anywhere; around syncs; around what is rare. Every so many cuts a server is started, and every so
    many of those the whole load is sent again."""
    chance = random.Random(seed)
    names = Names(records)
    syncs = [place for place, record in enumerate(records) if record.kind == Kind.SYNC_ENDS]
    rare = [place for place, record in enumerate(records) if _is_rare(record, names)]
    chosen = []
    for number in range(count):
        among = chance.random()
        if among < 0.4:
            place = chance.randint(0, len(records))
        elif among < 0.7:
            place = chance.choice(syncs) + chance.randint(-1, 1)
        else:
            place = chance.choice(rare) + chance.randint(-1, 4)
        manner = "again" if number % again == again - 1 else "serve" if number % serving == serving - 1 else "ask"
        chosen.append(Place(min(max(place, 0), len(records)), chance.randrange(1 << 32), manner))
    return sorted(chosen, key=lambda place: place.records)


def _is_rare(record, names):
    """Names that change, lengths, and whatever happens to other files than the write-ahead logs."""
    if record.kind in (Kind.WRITE, Kind.SYNC_BEGINS, Kind.SYNC_ENDS):
        return not names.of(record).endswith(("-wal", "-shm"))
    return record.kind != Kind.OPEN or bool(record.first & os.O_CREAT)


def moment(records, place):
    """A cut after so many records comes before the next: whatever was promised by then counts."""
    return records[place].time if place < len(records) else math.inf


def sweep(recording, records, chosen, jobs=2, cut=None):
    """Findings of all cuts, in their order. `cut` fixes what is otherwise drawn for each."""
    disk, played = Disk(), 0
    room = threading.Semaphore(jobs + 1)
    with _room(recording) as folder, ThreadPoolExecutor(jobs) as pool:
        pending = []
        for number, place in enumerate(chosen):
            while played < place.records:
                disk.play(records[played])
                played += 1
            room.acquire()
            chance = random.Random(place.seed)
            drawn = cut or Cut.drawn(chance)
            target = Path(folder) / str(number)
            rebuild(disk, drawn, chance, target)
            work = pool.submit(_inspect, recording, target, moment(records, place.records), place, drawn, room)
            pending.append(work)
        return [work.result() for work in pending]


def _room(recording):
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return tempfile.TemporaryDirectory(prefix="cuts-", dir=MEMORY if in_memory else recording.folder)


def _inspect(recording, target, when, place, cut, room):
    try:
        inspection = Inspection(recording, target / "data", when, place.seed)
        if place.manner == "ask":
            faults = inspection.by_asking()
        else:
            faults = inspection.by_serving(again=place.manner == "again")
        return Finding(place, cut, faults)
    except (sqlite3.Error, AssertionError) as error:
        return Finding(place, cut, [f"{type(error).__name__}: {error}"])
    finally:
        shutil.rmtree(target, ignore_errors=True)
        room.release()
