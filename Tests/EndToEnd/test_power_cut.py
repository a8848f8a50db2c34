"""Power cuts: the real binary's writes, renames and syncs are recorded under load and cut; nothing promised is lost.

What no sync covers is dropped, torn at 512 bytes, or kept in any order; names are lost without a sync of their
directory. `make test` draws some cuts, `make soak` three thousand. That the replay would see a loss is shown by
replaying the same recording without some of its syncs.
"""

import json
import os
import random
import re
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from powercut import journal
from powercut.cut import Cut, rebuild
from powercut.disk import Disk
from powercut.journal import Kind, Names, Record, read_journal
from powercut.recording import KILLS, THREADS, Load, record
from powercut.sweep import Place, places, sweep

from support.binary import ROOT, command
from support.records import SHANGHAI

SOAK = os.environ.get("XUBAO_SOAK") == "1"
CUTS = 3000 if SOAK else 48
RECORDINGS = 5 if SOAK else 1
LOAD = Load(singles=1500, rows=600)
RESULTS = Path(__file__).parent / "powercut" / "results"

# Everything that no sync covers is lost: what a missing sync costs shows at once.
HARSH = Cut("strict, none", "none", "zeros", 0.5)
# Or the log says so by itself: more was published than there is.
LOST = "acknowledged record [0-9]+ is lost|日志已公布到第 [0-9]+ 条，数据库里只有"
GONE = "ask ended with 3: .*(No such file|no registry here)"
# What is left out of the journal, and what must then be found.
DOCTORED = {
    "synchronous=NORMAL": (journal.with_synchronous_normal, LOST),
    "no sync of a directory": (journal.without_directory_syncs, GONE),
    "no sync above the data directory": (journal.without_syncs_above, GONE),
    "no sync of a database before its log starts over": (journal.without_database_syncs, f"{LOST}|ask ended|sqlite:"),
}


@pytest.fixture(scope="module")
def recordings(request, tmp_path_factory):
    seed = request.config.getoption("--seed")
    return [record(tmp_path_factory.mktemp("recording"), LOAD, seed + number) for number in range(RECORDINGS)]


def test_the_journal_of_a_load_is_the_whole_truth(recordings):
    for recording in recordings:
        assert recording.differences() == []


def test_the_load_does_what_a_power_cut_may_hit(recordings):
    records = read_journal(recordings[0].journal)
    names = Names(records)
    syncs = Counter(names.of(one) for one in records if one.kind == Kind.SYNC_ENDS)
    assert syncs["/data/registry.sqlite-wal"] > 500 and syncs["/data/keys.sqlite-wal"] > 500
    assert syncs["/data/audit.sqlite-wal"] > 5
    assert any(one.kind == Kind.RENAME and one.paths[1] == "/data/master.key" for one in records)
    # Each stop and the end of an upload empty the log; beyond those three it started over under load.
    assert _emptied(records, names, "/data/registry.sqlite-wal") > 3
    kinds = Counter(promise.kind for promise in recordings[0].promises)
    assert kinds["accepted"] == 2 * LOAD.singles + THREADS * len(KILLS) and kinds["sent again"] > 0
    assert kinds["uploaded"] == 2
    assert kinds["enrolled"] == LOAD.insurers + 2 and kinds["looked"] > 5 and kinds["key"] == 1


def _emptied(records, names, path):
    return sum(one.kind == Kind.TRUNCATE and one.first == 0 and names.of(one) == path for one in records)


def test_nothing_promised_is_lost_in_a_power_cut(recordings, seed):
    began, findings = time.monotonic(), []
    for number, recording in enumerate(recordings):
        records = read_journal(recording.journal)
        chosen = places(records, CUTS // RECORDINGS, seed + number)
        findings += [(recording, finding) for finding in sweep(recording, records, chosen)]
    failed = [(recording, finding) for recording, finding in findings if finding.faults]
    if SOAK:
        _write_result(seed, recordings, [finding for _, finding in findings], time.monotonic() - began)
    assert not failed, "\n".join(f"{finding}\n  {_replay(recording, finding.place)}" for recording, finding in failed[:5])


def test_what_a_killed_process_did_not_sync_is_on_the_disk_before_it_is_answered(recordings):
    for recording in recordings:
        records = read_journal(recording.journal)
        times = [promise.time for promise in recording.promises if promise.kind == "sent again"]
        chosen = [Place(sum(one.time < when for one in records), 0, "serve") for when in times]
        findings = sweep(recording, records, chosen, cut=HARSH)
        assert not any(finding.faults for finding in findings), [str(one) for one in findings if one.faults]


def _replay(recording, place):
    program = Path(__file__).parent / "powercut" / "replay.py"
    return f"{sys.executable} {program} {recording.folder} {place.records} {place.seed} {place.manner}"


def _write_result(seed, recordings, findings, seconds):
    now = datetime.now(SHANGHAI)
    journals = [read_journal(recording.journal) for recording in recordings]
    result = {
        "finishedAt": now.isoformat(timespec="seconds"),
        "version": command("--version").out.strip(),
        "seed": seed,
        "seconds": round(seconds),
        "recordings": len(recordings),
        "records": sum(map(len, journals)),
        "promises": sum(len(recording.promises) for recording in recordings),
        "cuts": len(findings),
        "cutsWithFaults": sum(bool(finding.faults) for finding in findings),
        "faults": [str(finding) for finding in findings if finding.faults][:20],
        "manners": dict(sorted(Counter(finding.place.manner for finding in findings).items())),
        "namesKept": dict(sorted(Counter(finding.cut.names for finding in findings).items())),
        "bytesKept": dict(sorted(Counter(finding.cut.bytes for finding in findings).items())),
    }
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
    (RESULTS / f"cuts-{now:%Y-%m-%d}.json").write_text(text)


@pytest.fixture(scope="module")
def harsh_places(recordings):
    """Cuts between the middle and the end of the load, none of which may show a fault as the binary is."""
    recording = recordings[0]
    records = read_journal(recording.journal)
    last = max(promise.time for promise in recording.promises if promise.kind == "accepted")
    end = sum(one.time < last for one in records)
    chosen = [Place(end * tenth // 10, tenth, "ask") for tenth in range(3, 11)]
    findings = sweep(recording, records, chosen, cut=HARSH)
    assert not any(finding.faults for finding in findings), [str(finding) for finding in findings if finding.faults]
    return chosen


@pytest.mark.parametrize("missing", DOCTORED)
def test_a_missing_sync_would_be_seen(recordings, harsh_places, missing):
    doctor, expected = DOCTORED[missing]
    records = doctor(read_journal(recordings[0].journal))
    findings = sweep(recordings[0], records, harsh_places, cut=HARSH)
    seen = [fault for finding in findings for fault in finding.faults]
    assert any(re.search(expected, fault) for fault in seen), f"{missing} was not seen, only {seen[:5]}"


# The disk itself, on journals of a few records.


class Journal:
    """Writes a journal by hand; every call is a record."""

    def __init__(self):
        self.disk = Disk()
        self.turns = 0

    def play(self, kind, file=0, first=0, second=0, payload=b""):
        self.disk.play(Record(kind, 0, file, first, second, memoryview(payload)))
        return self

    def open(self, file, path, flags=os.O_CREAT | os.O_RDWR):
        return self.play(Kind.OPEN, file, flags, 0, path.encode())

    def write(self, file, offset, content):
        return self.play(Kind.WRITE, file, offset, 0, content)

    def sync(self, file, between=lambda: None):
        self.turns += 1
        self.play(Kind.SYNC_BEGINS, file, self.turns, 1)
        between()
        return self.play(Kind.SYNC_ENDS, file, self.turns, 1)

    def rename(self, source, target):
        return self.play(Kind.RENAME, payload=f"{source}\0{target}".encode())

    def after(self, target, names="strict, none", kept="none", holes="zeros", seed=1):
        """The files that a cut leaves."""
        folder = Path(target) / str(random.getrandbits(64))
        rebuild(self.disk, Cut(names, kept, holes, 0.5), random.Random(seed), folder)
        return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def written():
    """A file that is on the disk with its name, and a directory opened as 9."""
    return Journal().open(9, "/").open(1, "/a").write(1, 0, b"old").sync(1).sync(9)


def test_a_name_is_lost_without_a_sync_of_its_directory(tmp_path):
    made = Journal().open(9, "/").open(1, "/a").write(1, 0, b"x").sync(1)
    assert made.after(tmp_path) == {}
    assert made.after(tmp_path, names="journalled, none") == {"a": b"x"}
    assert made.sync(9).after(tmp_path) == {"a": b"x"}


def test_a_write_is_lost_without_a_sync_that_began_after_it(tmp_path, written):
    written.write(1, 0, b"new")
    assert written.after(tmp_path) == {"a": b"old"}
    assert written.after(tmp_path, kept="all") == {"a": b"new"}
    written.sync(1, between=lambda: written.write(1, 3, b"er"))
    assert written.after(tmp_path) == {"a": b"new"}


def test_a_rename_leaves_the_old_file_or_the_new_one(tmp_path, written):
    written.open(2, "/b").write(2, 0, b"new").sync(2).rename("/b", "/a")
    assert written.after(tmp_path) == {"a": b"old"}
    assert written.after(tmp_path, names="all") == {"a": b"new"}
    seen = {tuple(sorted(written.after(tmp_path, "strict, first ones", seed=seed).items())) for seed in range(40)}
    assert seen == {(("a", b"old"),), (("a", b"old"), ("b", b"new")), (("a", b"new"),)}
    assert written.sync(9).after(tmp_path) == {"a": b"new"}


def test_a_write_is_torn_at_sectors_and_keeps_what_was_beside_it(tmp_path):
    made = Journal().open(9, "/").open(1, "/a").write(1, 0, b"o" * 700).sync(1).sync(9).write(1, 700, b"n" * 700)
    sectors = [b"o" * 700 + b"n" * 324, b"n" * 376]
    prefixes = {made.after(tmp_path, kept="first ones, the last torn", seed=seed)["a"] for seed in range(40)}
    assert prefixes == {b"o" * 700, sectors[0], sectors[0] + sectors[1]}
    any_of_them = {made.after(tmp_path, kept="any sectors", seed=seed)["a"] for seed in range(200)}
    assert b"o" * 700 + bytes(324) + sectors[1] in any_of_them
    assert all(content.startswith(b"o" * 700) for content in any_of_them)
    assert made.after(tmp_path, kept="lengths alone")["a"] == b"o" * 700 + bytes(700)


def test_a_length_is_changed_for_certain_only_by_a_sync(tmp_path, written):
    written.play(Kind.TRUNCATE, 1, 1)
    assert written.after(tmp_path) == {"a": b"old"}
    assert written.after(tmp_path, kept="lengths alone") == {"a": b"o"}
    assert written.sync(1).after(tmp_path) == {"a": b"o"}


def test_a_descriptor_that_syncs_by_itself_needs_no_sync(tmp_path, written):
    written.open(3, "/a", os.O_WRONLY | os.O_DSYNC).write(3, 0, b"new")
    assert written.after(tmp_path) == {"a": b"new"}
