"""A directory of an earlier version is brought to this one's schema, killed at any point, and is whole afterwards."""

import os
import shutil
import signal
import sqlite3
import subprocess
from contextlib import closing

import pytest

from support.binary import BINARY, command, environment

KILLS = 100 if os.environ.get("XUBAO_SOAK") == "1" else 10

# Back to the tables of before rows had checks, entries lay by their numbers alone, and persons could be forgotten.
BACKWARDS = """
    DROP TABLE erasures;
    ALTER TABLE insurers DROP COLUMN row_check; ALTER TABLE credentials DROP COLUMN row_check;
    ALTER TABLE quarantine DROP COLUMN row_check; ALTER TABLE reports DROP COLUMN row_check;
    ALTER TABLE report_digests DROP COLUMN row_check;
    CREATE TABLE old_entries (
        shard INTEGER NOT NULL, position INTEGER NOT NULL, file INTEGER, committed_at INTEGER NOT NULL,
        leaf BLOB NOT NULL, content BLOB NOT NULL, personal BLOB, PRIMARY KEY (shard, position));
    INSERT INTO old_entries SELECT * FROM entries; DROP TABLE entries; ALTER TABLE old_entries RENAME TO entries;
    CREATE TABLE old_files (
        shard INTEGER NOT NULL, file INTEGER NOT NULL, fold BLOB NOT NULL, PRIMARY KEY (shard, file)) WITHOUT ROWID;
    INSERT INTO old_files SELECT * FROM files; DROP TABLE files; ALTER TABLE old_files RENAME TO files;
    DELETE FROM grdb_migrations WHERE identifier IN (
        '2026-11-21 entries and files by their numbers', '2026-11-21 row checks', '2026-11-22 erasures');
"""
STEPS = ["2026-11-21 entries and files by their numbers", "2026-11-21 row checks", "2026-11-22 erasures"]


@pytest.fixture(scope="module")
def earlier(tmp_path_factory):
    """A registry of some thousand vehicles as an earlier version left it."""
    place = tmp_path_factory.mktemp("upgrade")
    made = command("world", "--vehicles", 20_000, "--seed", "5", "--as-of", "2026-11-20", "--output", place / "world")
    assert made.code == 0
    file = max((place / "world").glob("PICC*.csv"), key=lambda path: path.stat().st_size)
    data = place / "data"
    assert command("insurer", "add", "PICC", "--name", "人保财险", data=data).code == 0
    command("upload", file, "--insurer", "PICC", data=data)
    before = command("verify", "--json", data=data).json
    assert before["entries"] > 10_000
    with closing(sqlite3.connect(data / "registry.sqlite")) as registry:
        registry.executescript(BACKWARDS)
    assert command("verify", "--json", data=data).json["code"] == "schemaDiffers"
    return data, before


def whole(data):
    outcome = command("verify", "--json", data=data)
    assert outcome.code == 0, outcome.out
    return outcome.json


def test_every_step_is_taken_once_and_everything_is_as_it_was(earlier, tmp_path):
    old, before = earlier
    data = tmp_path / "data"
    shutil.copytree(old, data)
    sick = command("doctor", data=data)
    assert sick.code == 1 and "xubao migrate" in sick.out
    assert command("migrate", "--json", data=data).json == {"taken": STEPS}
    assert whole(data) == before
    assert command("migrate", "--json", data=data).json == {"taken": []}
    assert command("doctor", data=data).code == 0


def test_killed_at_any_point_the_next_run_goes_on(earlier, tmp_path, chance):
    old, before = earlier
    interrupted = 0
    for number in range(KILLS):
        data = tmp_path / f"data-{number}"
        shutil.copytree(old, data)
        # Killed once or twice, then left to end.
        for _ in range(chance.choice([1, 1, 2])):
            line = [BINARY, "migrate", "--data", data]
            running = subprocess.Popen(line, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                running.wait(chance.random() * 0.5)
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
                interrupted += 1
                running.wait()
        ended = command("migrate", "--json", data=data)
        assert ended.code == 0 and set(ended.json["taken"]) <= set(STEPS), ended.err
        assert whole(data) == before, f"kill {number}"
        shutil.rmtree(data)
    assert interrupted > KILLS // 4, "the kills came too late"
