"""Backups taken under load, changed, cut off, restored to any moment; and what was erased stays erased."""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import threading
from contextlib import closing
from datetime import datetime

import pytest

from support.binary import BINARY, Server, command, enrol, environment, wait_until
from support.records import SHANGHAI, identity_number, policy, vin
from test_forgetting import old
from verifier import verify

NAME, PHONE = "欧阳金丝雀", "13912345678"
PERSON = {"policyholderName": NAME, "policyholderDocument": identity_number(41), "phone": PHONE}


def backup(server, target):
    outcome = command("backup", target, "--json", data=server.data)
    assert outcome.code == 0, outcome.err + outcome.out
    return outcome.json


def restore(source, target, *options, **surroundings):
    return command("restore", source, *options, "--json", data=target, **surroundings)


def restored(source, target, *options):
    outcome = restore(source, target, *options)
    assert outcome.code == 0, outcome.err + outcome.out
    return outcome.json


def entries(data):
    """Index, time and leaf of every entry, read from the table itself."""
    with closing(sqlite3.connect(f"file:{data}/registry.sqlite?mode=ro", uri=True)) as registry:
        return list(registry.execute("SELECT position, committed_at, leaf FROM entries ORDER BY position"))


def now():
    return datetime.now(SHANGHAI).isoformat(timespec="milliseconds")


def ask(data, serial):
    query = json.dumps({"vin": vin(serial), "policyNumberSuffix": policy(serial)["policyNumber"][-6:]})
    outcome = command("ask", "--lines", "-", data=data, stdin=query.encode() + b"\n")
    return json.loads(outcome.out)["outcome"]


def test_a_backup_under_load_holds_everything_acknowledged_before_it(serve, server, insurer, tmp_path):
    acknowledged, stop = [], threading.Event()

    def send(serials):
        for serial in serials:
            if stop.is_set():
                return
            answer = insurer.post("/v1/policies", policy(serial, **PERSON))
            assert answer.status == 201
            acknowledged.append((answer.json["logIndex"], serial))

    senders = [threading.Thread(target=send, args=(range(first, 1_000_000, 3),)) for first in (1, 2, 3)]
    for sender in senders:
        sender.start()
    taken = []
    for count in (50, 300, 600):
        wait_until(lambda: len(acknowledged) > count, what="records")
        before = len(acknowledged)
        moment = now()
        taken.append((before, moment, backup(server, tmp_path / "backups")))
    stop.set()
    for sender in senders:
        sender.join()
    live = wait_until(lambda: newest_checkpoint(server, len(acknowledged)), what="the last checkpoint")
    assert taken[0][2]["entries"] >= taken[0][0] and taken[2][2]["entries"] >= taken[2][0] > taken[1][0]

    told = restored(tmp_path / "backups", tmp_path / "again")
    assert told["entries"] == taken[2][2]["entries"] and told["verified"] and told["root"] == taken[2][2]["root"]
    rows = entries(server.data)
    assert entries(tmp_path / "again") == rows[: told["entries"]]
    for index, serial in random.Random(1).sample(acknowledged[: taken[2][0]], 5):
        assert index < told["entries"] and ask(tmp_path / "again", serial) == "inForce"

    # To any moment: what had been committed by then, no more and no less.
    for _, moment, made in taken[1:]:
        folder = tmp_path / f"at-{made['entries']}"
        told = restored(tmp_path / "backups", folder, "--to", moment)
        assert entries(folder) == committed_by(moment, rows)
        assert told["provenIn"] > 0
    for number, (_, _, made) in enumerate(taken):
        restored(tmp_path / "backups", tmp_path / f"reach-{number}", "--to", made["reach"])
        assert entries(tmp_path / f"reach-{number}") == committed_by(made["reach"], rows)

    # By its checkpoint alone anybody sees that it is the beginning of the live log; without our code as well.
    (tmp_path / "known").write_text((folder / "restored-checkpoint").read_text())
    proven = command("verify", "--url", server.url, "--known", tmp_path / "known", "--json")
    assert proven.code == 0, proven.out
    (tmp_path / "key").write_text(server.client.get("/v1/log/key").text)
    old_size, _, _ = verify.open_checkpoint((tmp_path / "known").read_text(), verify.read_keys(tmp_path / "key"))
    assert 0 < old_size < int(live.split("\n")[1])


def committed_by(moment, rows):
    milliseconds = round(datetime.fromisoformat(moment).timestamp() * 1000)
    return [row for row in rows if row[1] <= milliseconds]


def newest_checkpoint(server, size):
    text = server.client.get("/v1/log/checkpoint").text
    return text if int(text.split("\n")[1]) >= size else None


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """A directory that was backed up, with its server stopped; and the backup."""
    place = tmp_path_factory.mktemp("backup")
    server = Server(place / "data", logs=place)
    server.start()
    client = server.client.with_key(enrol(server.data))
    for serial in range(1, 40):
        assert client.post("/v1/policies", policy(serial, **PERSON)).status == 201
    backup(server, place / "backups")
    assert server.stop() == 0
    return server, place / "backups"


def test_nothing_in_it_can_be_read_without_the_key(taken, tmp_path):
    server, source = taken
    key = (server.data / "master.key").read_bytes()
    for file in source.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert file.stat().st_mode & 0o077 == 0
            assert key.strip() not in content and not any(
                canary.encode() in content for canary in (NAME, PHONE, vin(1), policy(1)["policyNumber"])
            ), file
    # Another key is told from damage, and none at all is asked for by its place.
    other = tmp_path / "other.key"
    other.write_bytes(b"A" * 43 + b"=")
    other.chmod(0o600)
    outcome = restore(source, tmp_path / "x", variables={"XUBAO_MASTER_KEY": str(other)})
    assert outcome.code == 2 and "主密钥" in outcome.err
    assert not (tmp_path / "x").exists()


def test_a_changed_or_shortened_or_exchanged_file_is_refused_and_nothing_appears(taken, tmp_path, chance):
    _, source = taken
    copy = tmp_path / "copy"
    for name in [str(file.relative_to(source)) for file in source.rglob("*.sealed")]:
        size = (source / name).stat().st_size
        spots = sorted({0, 20, size - 1, *(chance.randrange(size) for _ in range(4))})
        for spoil in [*(("flip", spot) for spot in spots), ("cut", size - 1), ("cut", size // 2), ("drop", 0)]:
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(source, copy)
            content = bytearray((copy / name).read_bytes())
            if spoil[0] == "flip":
                content[spoil[1]] ^= 1 << chance.randrange(8)
                (copy / name).write_bytes(content)
            elif spoil[0] == "cut":
                (copy / name).write_bytes(content[: spoil[1]])
            else:
                (copy / name).unlink()
            outcome = restore(copy, tmp_path / "target")
            assert outcome.code in (2, 3), (name, spoil, outcome.out)
            assert not (tmp_path / "target").exists()
    (tmp_path / "empty").mkdir()
    assert restore(tmp_path / "empty", tmp_path / "target").code == 2


def test_a_registry_is_replaced_only_when_that_is_said_and_is_kept(taken, tmp_path):
    _, source = taken
    target = tmp_path / "target"
    assert restored(source, target)["entries"] == 39
    refused = restore(source, target)
    assert refused.code == 1 and "--replace" in refused.err
    assert restored(source, target, "--replace")["entries"] == 39
    (aside,) = [path for path in tmp_path.iterdir() if path.name.startswith("target.before-")]
    assert command("verify", data=aside).code == 0 and command("verify", data=target).code == 0
    beyond = restore(source, tmp_path / "late", "--to", "2099-01-01 00:00")
    assert beyond.code == 1 and "备份只到" in beyond.err
    before = restore(source, tmp_path / "early", "--to", "2001-01-01 00:00")
    assert before.code == 1 and not (tmp_path / "early").exists()


def test_whoever_was_forgotten_since_stays_forgotten(server, insurer, tmp_path):
    """Even where the backup of the entries is from before; the backup's own keys are gone at once."""
    for serial in (1, 2):
        assert insurer.post("/v1/policies", old(serial)).status == 201
    assert insurer.post("/v1/policies", old(3, policyholderDocument=identity_number(77))).status == 201
    backup(server, tmp_path / "backups")
    keys = (tmp_path / "backups" / "keys.sealed").read_bytes()
    moment = now()
    assert command("forget", policy(1)["policyNumber"], "--yes", data=server.data).code == 0
    assert (tmp_path / "backups" / "keys.sealed").read_bytes() != keys
    told = restored(tmp_path / "backups", tmp_path / "again")
    assert (told["entries"], told["erasedAfter"]) == (3, 1)
    wait_until(lambda: newest_checkpoint(server, 3), what="the log")
    # As restored it is a beginning of the live log; before it serves, the log says again what was erased.
    whole = command("verify", "--json", data=tmp_path / "again")
    assert whole.code == 0 and whole.json["erased"] == 2 and whole.json["entries"] == 3
    proven = command("verify", "--url", server.url, "--known", tmp_path / "again" / "restored-checkpoint")
    assert proven.code == 0, proven.out
    other = Server(tmp_path / "again", logs=tmp_path)
    other.start()
    try:
        assert other.entries == 5
        proof = command("proof", policy(1)["policyNumber"], "--output", tmp_path / "proof", data=other.data)
        assert proof.code == 0, proof.err
        assert command("verify-proof", tmp_path / "proof").out.count("已删除（见条目 main-3）") == 3
    finally:
        assert other.stop() == 0
    assert command("verify", "--json", data=tmp_path / "again").json["erased"] == 2
    proven = command("verify", "--url", server.url, "--known", tmp_path / "again" / "restored-checkpoint")
    assert proven.code == 0, proven.out
    # What is forgotten in the restored registry is forgotten in the backups it came from.
    keys = (tmp_path / "backups" / "keys.sealed").read_bytes()
    assert command("forget", policy(3)["policyNumber"], "--yes", data=tmp_path / "again").code == 0
    assert (tmp_path / "backups" / "keys.sealed").read_bytes() != keys
    backup(server, tmp_path / "backups")
    assert restored(tmp_path / "backups", tmp_path / "to", "--to", moment)["erasedAfter"] == 1


def test_keys_that_do_not_belong_to_the_newest_backup_are_refused(server, insurer, tmp_path):
    assert insurer.post("/v1/policies", old(1)).status == 201
    backup(server, tmp_path / "backups")
    keys = (tmp_path / "backups" / "keys.sealed").read_bytes()
    backup(server, tmp_path / "backups")
    (tmp_path / "backups" / "keys.sealed").write_bytes(keys)
    outcome = restore(tmp_path / "backups", tmp_path / "again")
    assert outcome.code == 3 and "密钥库比旁边的备份旧" in outcome.err
    assert not (tmp_path / "again").exists()


def test_a_directory_out_of_reach_is_told_of_the_erasure_later(server, insurer, tmp_path):
    assert insurer.post("/v1/policies", old(1)).status == 201
    backups = tmp_path / "backups"
    backup(server, backups)
    keys = (backups / "keys.sealed").read_bytes()
    backups.rename(tmp_path / "away")
    outcome = command("forget", policy(1)["policyNumber"], "--yes", data=server.data)
    assert outcome.code == 0 and "备份目录" in outcome.err
    (tmp_path / "away").rename(backups)
    assert (backups / "keys.sealed").read_bytes() == keys
    assert "已删除者的密钥" in command("doctor", data=server.data).out
    again = command("forget", policy(1)["policyNumber"], "--yes", data=server.data)
    assert again.code == 1 and (backups / "keys.sealed").read_bytes() != keys
    assert restored(backups, tmp_path / "again")["erasedAfter"] == 1


def test_no_backup_is_made_of_what_is_damaged_and_the_good_one_stays(server, insurer, tmp_path):
    for serial in (1, 2, 3):
        person = PERSON | {"policyholderDocument": identity_number(serial)}
        assert insurer.post("/v1/policies", policy(serial, **person)).status == 201
    backups = tmp_path / "backups"
    backup(server, backups)
    assert server.stop() == 0
    before = {file: file.read_bytes() for file in backups.rglob("*.sealed")}
    spoils = [
        ("keys", "DELETE FROM person_keys WHERE number = 3"),
        ("keys", "UPDATE person_keys SET person = 0, wrapped = x'' WHERE number = 2"),
        ("registry", "UPDATE entries SET personal = substr(personal, 1, 40) || x'00' || substr(personal, 42)"),
        ("registry", "UPDATE entries SET personal = CAST(substr(personal, 1, 40) || x'00' AS BLOB)"),
        ("registry", "UPDATE entries SET content = zeroblob(length(content)) WHERE position = 1"),
    ]
    for name, sql in spoils:
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(server.data, copy)
        with closing(sqlite3.connect(copy / f"{name}.sqlite", isolation_level=None)) as database:
            database.execute(sql)
        assert command("backup", backups, data=copy).code == 1, sql
        assert {file: file.read_bytes() for file in backups.rglob("*.sealed")} == before
    assert restored(backups, tmp_path / "again")["entries"] == 3


def test_nobody_is_said_to_have_reported_further_than_was_known_then(server, insurer, tmp_path):
    rows = tmp_path / "rows.ndjson"
    rows.write_text(json.dumps(policy(1)) + "\n")
    stated = command(
        "upload", rows, "--insurer", "E2E", "--reported-through", "2026-11-01T00:00:00+08:00", data=server.data)
    assert stated.code == 0, stated.err
    moment = now()
    backup(server, tmp_path / "backups")
    restored(tmp_path / "backups", tmp_path / "early", "--to", moment)
    restored(tmp_path / "backups", tmp_path / "whole")
    ages = [feed_age(tmp_path / name) for name in ("early", "whole")]
    live = feed_age(server.data)
    assert ages[0] > ages[1] and abs(ages[1] - live) < 60


def feed_age(data):
    return command("insurer", "list", "--json", data=data).json["insurers"][0]["feedAgeSeconds"]


def test_what_is_no_registry_is_not_moved_aside_unasked(taken, tmp_path):
    _, source = taken
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").write_text("dear")
    refused = restore(source, tmp_path / "home")
    assert refused.code == 1 and (tmp_path / "home" / "letter").exists()
    assert restored(source, tmp_path / "home", "--replace")["entries"] == 39
    (aside,) = tmp_path.glob("home.before-*")
    assert (aside / "letter").read_text() == "dear"


def test_full_stretches_are_written_once(tmp_path):
    folder = tmp_path / "world"
    made = command("world", "--vehicles", 22_000, "--seed", "7", "--as-of", "2026-11-20", "--output", folder)
    assert made.code == 0
    data = tmp_path / "data"
    assert command("insurer", "add", "E2E", "--name", "x", data=data).code == 0
    (tmp_path / "old.ndjson").write_text("".join(json.dumps(old(serial)) + "\n" for serial in (1, 2)))
    assert command("upload", tmp_path / "old.ndjson", "--insurer", "E2E", data=data).code == 0
    files = sorted(folder.glob("*.csv"), key=lambda file: -file.stat().st_size)
    for file in files:
        code = file.name.split("-")[0].split(".")[0]
        command("insurer", "add", code, "--name", code, data=data)
        command("upload", file, "--insurer", code, data=data, patience=300)
    count = len(entries(data))
    assert count > 65_536
    told = command("backup", tmp_path / "backups", "--json", data=data, patience=300)
    assert told.code == 0 and told.json["written"] == count
    stretch = tmp_path / "backups" / "entries" / "000000000000.sealed"
    before = stretch.stat()
    told = command("backup", tmp_path / "backups", "--json", data=data, patience=300).json
    assert told["written"] == count - 65_536
    assert stretch.stat().st_mtime_ns == before.st_mtime_ns
    # Somebody is forgotten whose values lie in a full stretch: they are not brought back, and all is well.
    assert command("forget", policy(1)["policyNumber"], "--yes", data=data).code == 0
    for number in (1, 2):
        again = restore(tmp_path / "backups", tmp_path / f"forgotten-{number}", patience=600)
        assert again.code == 0 and again.json["erasedAfter"] == 2 - number, again.out + again.err
        told = command("backup", tmp_path / "backups", "--json", data=data, patience=300)
        assert told.code == 0, told.out
    count += 2
    assert stretch.stat().st_mtime_ns == before.st_mtime_ns
    again = restore(tmp_path / "backups", tmp_path / "again", patience=600)
    assert again.code == 0 and again.json["entries"] == count and entries(tmp_path / "again") == entries(data)
    # A directory that is not this registry's is not written to.
    other = command("insurer", "add", "PICC", "--name", "x", data=tmp_path / "other")
    assert other.code == 0
    assert command("backup", tmp_path / "backups", data=tmp_path / "other").code == 3


@pytest.mark.parametrize("what", ["backup", "restore"])
def test_killed_half_way_it_is_done_again(taken, tmp_path, what, chance):
    server, source = taken
    copy = tmp_path / "copy"
    shutil.copytree(source, copy)
    target = tmp_path / "target"
    line = {
        "backup": [BINARY, "backup", copy, "--data", server.data],
        "restore": [BINARY, "restore", copy, "--data", target],
    }[what]
    for _ in range(12):
        running = subprocess.Popen(line, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            running.wait(chance.random() * 0.15)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            running.wait()
        if what == "restore" and target.exists():
            assert command("verify", data=target).code == 0
            shutil.rmtree(target)
    assert command("backup", copy, data=server.data).code == 0
    assert restored(copy, target)["entries"] == 39
