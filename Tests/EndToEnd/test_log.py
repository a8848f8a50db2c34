"""The log as it is published: checked by the verifier that shares no code with it, from its files and over HTTP."""

import shutil
import sqlite3
import subprocess

import pytest

from support.binary import BINARY, command, enrol, environment, wait_until
from support.records import policy
from verifier import verify


def keys(server, tmp_path):
    file = tmp_path / "key"
    file.write_bytes(server.client.get("/v1/log/key").body)
    return verify.read_keys(file)


def published(server):
    note = server.client.get("/v1/log/checkpoint").text
    return note, int(note.splitlines()[1])


def question(record):
    return {"plate": {"number": record["plate"]}, "vinSuffix": record["vin"][-6:]}


def send(client, serials):
    replies = [client.post("/v1/policies", policy(serial)) for serial in serials]
    assert [reply.status for reply in replies] == [201] * len(replies)
    return [reply.json for reply in replies]


def caught_up(server, size):
    return wait_until(lambda: published(server)[1] == size and published(server)[0], what="the checkpoint")


def mirror(server, folder, size):
    """What a stranger fetches, laid out as the server names it."""
    (folder / "checkpoint").write_bytes(server.client.get("/v1/log/checkpoint").body)
    wanted, hashes, level = [verify.tile_path("entries", i // 256, min(256, size - i)) for i in range(0, size, 256)], size, 0
    while hashes:
        wanted += [verify.tile_path(level, i // 256, min(256, hashes - i)) for i in range(0, hashes, 256)]
        hashes, level = hashes // 256, level + 1
    for path in wanted:
        reply = server.client.get(f"/v1/log/{path}")
        assert reply.status == 200, path
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(reply.body)
    return folder


def test_every_acknowledged_record_is_in_the_log_and_the_log_only_grows(server, insurer, tmp_path):
    known = keys(server, tmp_path)
    notes, receipts, sent = [], [], 0
    for count in (1, 3, 300, 210):
        receipts += send(insurer, range(sent, sent + count))
        sent += count
        notes.append(caught_up(server, sent))
    folder = tmp_path / "mirror"
    folder.mkdir()
    mirror(server, folder, sent)
    assert verify.check_log(folder, known, notes).startswith(f"{sent} entries")
    assert verify.check_log(server.data / "log", known, notes).startswith(f"{sent} entries")
    leaves = [verify.leaf_hash(entry).hex() for entry in verify.read_entries(folder, sent)]
    for receipt in receipts:
        assert f"\nleaf {leaves[receipt['logIndex']]}\n" in receipt["receipt"]


def test_nothing_in_the_log_is_personal(server, insurer):
    record = policy(7)
    send(insurer, [7])
    caught_up(server, 1)
    public = b"".join(path.read_bytes() for path in (server.data / "log").rglob("*") if path.is_file())
    for field in ("plate", "vin", "policyNumber", "policyholderName", "policyholderDocument", "phone"):
        value = record.get(field)
        assert not value or value.encode() not in public, field


def test_what_is_no_tile_is_not_found(server, insurer):
    send(insurer, range(2))
    caught_up(server, 2)
    assert server.client.get("/v1/log/tile/0/000.p/2").status == 200
    for path in ("0/000", "0/000.p/3", "0/000.p/02", "00/000.p/2", "9/000", "0/x/000", "0/..%2F..%2Fmaster.key",
                 "entries/999", "-1/000", "0/" + "x001/" * 40 + "000"):
        reply = server.client.get(f"/v1/log/tile/{path}")
        assert reply.status in (400, 404), path


def test_after_kill_and_restart_the_log_goes_on(serve, tmp_path):
    server = serve()
    insurer = server.client.with_key(enrol(server.data))
    known = keys(server, tmp_path)
    notes = []
    for round in range(3):
        send(insurer, range(round * 300, round * 300 + 300))
        server.kill()
        server.start()
        insurer = server.client.with_key(insurer.key)
        notes.append(caught_up(server, round * 300 + 300))
    assert verify.check_log(server.data / "log", known, notes)


def test_a_registry_that_was_set_back_does_not_start(serve, tmp_path):
    server = serve()
    insurer = server.client.with_key(enrol(server.data))
    send(insurer, range(5))
    caught_up(server, 5)
    server.stop()
    for name in ("registry.sqlite", "keys.sqlite"):
        shutil.copy(server.data / name, tmp_path / name)
    server.start()
    send(server.client.with_key(insurer.key), range(5, 9))
    caught_up(server, 9)
    server.stop()
    for name in ("registry.sqlite", "keys.sqlite"):
        shutil.copy(tmp_path / name, server.data / name)
    outcome = command("insurer", "list", data=server.data)
    assert outcome.code == 3
    assert "9" in outcome.err and "5" in outcome.err and "较早" in outcome.err


def test_an_entry_changed_before_it_is_published_is_never_signed(serve, tmp_path):
    server = serve()
    insurer = server.client.with_key(enrol(server.data))
    send(insurer, range(3))
    caught_up(server, 3)
    server.stop()
    # As if the machine had died before the last two were published, and somebody had then changed one of them.
    log = server.data / "log"
    shutil.rmtree(log)
    database = sqlite3.connect(server.data / "registry.sqlite")
    with database:
        changed = database.execute("UPDATE entries SET committed_at = committed_at + 1 WHERE position = 1").rowcount
    database.close()
    assert changed == 1
    server.start(readiness=503)
    insurer = server.client.with_key(insurer.key)
    refused = insurer.post("/v1/policies", policy(77))
    assert (refused.status, refused.code) == (503, "writesStopped")
    assert server.client.get("/v1/log/checkpoint").code == "logNotPublished"
    # Questions are answered on.
    assert server.client.post("/v1/coverage-queries", question(policy(2))).json["outcome"] == "inForce"


@pytest.mark.parametrize("locks", ["kept", "removed"])
def test_two_processes_on_one_directory_never_fork_the_log(serve, tmp_path, locks):
    """Also where the lock that keeps the second away was removed by hand."""
    server = serve()
    insurer = server.client.with_key(enrol(server.data))
    known = keys(server, tmp_path)
    send(insurer, range(4))
    notes = [caught_up(server, 4)]
    if locks == "removed":
        (server.data / "lock").unlink()
    second = subprocess.Popen(
        [BINARY, "serve", "--data", server.data, "--listen", "127.0.0.1:0", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    if locks == "kept":
        _, err = second.communicate(timeout=60)
        assert second.returncode == 3 and "process" in err.decode()
    for serial in range(4, 40):
        insurer.post("/v1/policies", policy(serial))
        notes.append(published(server)[0])
    if locks == "removed":
        second.kill()
        second.communicate()
    server.stop()
    heads = {}
    for note in notes:
        size, head, _ = verify.open_checkpoint(note, known)
        assert heads.setdefault(size, head) == head
    assert verify.check_log(server.data / "log", known, sorted(set(notes), key=notes.index))
