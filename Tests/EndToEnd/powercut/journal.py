"""What recorder.c wrote down: everything done to the files of one directory, in order."""

import enum
import mmap
import os
import struct
from dataclasses import dataclass, replace

_HEAD = struct.Struct("=IIQQqq")


class Kind(enum.IntEnum):
    OPEN = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC_BEGINS = 4
    SYNC_ENDS = 5
    RENAME = 6
    UNLINK = 7
    LINK = 8
    MAKE_DIRECTORY = 9
    REMOVE_DIRECTORY = 10


@dataclass(slots=True)
class Record:
    """One call. `file` is the number of an opening; 0 in a sync stands for the whole disk."""

    kind: Kind
    time: int
    file: int
    first: int
    second: int
    payload: memoryview

    @property
    def path(self):
        return bytes(self.payload).decode()

    @property
    def paths(self):
        return bytes(self.payload).decode().split("\0")

    @property
    def turn(self):
        """Which sync this is the beginning or the end of."""
        return self.second, self.first


def read_journal(path):
    """The records; what they write is not copied out of the file."""
    with open(path, "rb") as file:
        content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    records, place = [], 0
    while place < len(content):
        kind, length, time, file, first, second = _HEAD.unpack_from(content, place)
        place += _HEAD.size
        records.append(Record(Kind(kind), time, file, first, second, content[place : place + length]))
        place += length
    assert place == len(content), "the journal ends in the middle of a record"
    assert all(one.time <= two.time for one, two in zip(records, records[1:])), "the journal's times fall"
    return records


class Names:
    """Which path each opening had, for those that look for certain files in a journal."""

    def __init__(self, records):
        self.paths = {record.file: record.path for record in records if record.kind == Kind.OPEN}
        self.directories = {record.file for record in records if record.kind == Kind.OPEN and record.second}

    def of(self, record):
        return self.paths.get(record.file, "")


def without_syncs(records, is_dropped):
    """The journal of a program that had not made some of its syncs: `is_dropped` is asked about each one's beginning."""
    dropped, kept = set(), []
    for place, record in enumerate(records):
        if record.kind == Kind.SYNC_BEGINS and is_dropped(place, record):
            dropped.add(record.turn)
        # What was there as a record stays one, so that places and times remain those of the recording.
        if record.kind in (Kind.SYNC_BEGINS, Kind.SYNC_ENDS) and record.turn in dropped:
            record = replace(record, kind=Kind.WRITE, file=0)
        kept.append(record)
    return kept


def with_synchronous_normal(records):
    """As with `PRAGMA synchronous = NORMAL`: commits are not synced.

    The log's header still is, and the log once more before it is moved into the database; by then nothing of it waits,
    for the recording is one of FULL.
    """
    names, waiting, dropped = Names(records), {}, set()
    for place, record in enumerate(records):
        path = names.of(record)
        if not path.endswith("-wal"):
            continue
        if record.kind == Kind.WRITE and record.first >= 32:
            waiting[path] = True
        elif record.kind == Kind.SYNC_BEGINS and waiting.pop(path, False):
            dropped.add(place)
    return without_syncs(records, lambda place, record: place in dropped)


def without_directory_syncs(records):
    """As if nobody had thought of directories."""
    directories = Names(records).directories
    return without_syncs(records, lambda place, record: record.file in directories)


def without_syncs_above(records):
    """As if the data directory had been made and nobody had synced the one above it, where its name stands."""
    names = Names(records)
    return without_syncs(records, lambda place, record: record.file != 0 and names.of(record) == "")


def without_database_syncs(records):
    """As if the log started over before what it held was on the disk in the databases."""
    names = Names(records)
    return without_syncs(records, lambda place, record: names.of(record).endswith(".sqlite"))


def is_regular(path):
    """Whether a path holds something that must outlive a power cut; shared memory, locks and sockets need not."""
    return not os.path.basename(path).endswith(("-shm", ".sock"))
