"""A person is forgotten: what was reported of them can be opened by nobody, and everything else stays proven."""

import re
import sqlite3
import threading
from contextlib import closing

import pytest

from support.binary import command, wait_until
from support.records import identity_number, policy, vin
from verifier import verify

HOLDER, INSURED = identity_number(41), identity_number(42)


def old(serial, **members):
    """A contract that ended long enough ago."""
    persons = {"policyholderName": "欧阳金丝雀", "policyholderDocument": HOLDER, "phone": "13912345678"}
    return policy(serial, start=-3000, **persons | members)


def number(serial):
    return policy(serial)["policyNumber"]


def forget(server, serial, *options):
    return command("forget", number(serial), *options, data=server.data)


def wrapped_keys(server):
    with closing(sqlite3.connect(f"file:{server.data}/keys.sqlite?mode=ro", uri=True)) as keys:
        return {key: wrapped for key, wrapped in keys.execute("SELECT number, wrapped FROM person_keys")}


def whole(server):
    return command("verify", "--json", data=server.data).json


@pytest.fixture
def reported(server, insurer):
    for serial in (1, 2):
        assert insurer.post("/v1/policies", old(serial)).status == 201
    assert insurer.post("/v1/policies", old(3, policyholderDocument=INSURED, policyholderName="李四")).status == 201
    return insurer


def test_what_was_sealed_is_gone_from_the_disk_and_the_log_says_so(server, reported, tmp_path):
    before = wrapped_keys(server)
    (tmp_path / "keys").write_text(server.client.get("/v1/log/key").text)
    known = wait_until(lambda: checkpoint(server, 3), what="a checkpoint of three entries")
    (tmp_path / "known").write_text(known)
    outcome = forget(server, 1, "--yes", "--json")
    assert outcome.code == 0, outcome.err
    assert (outcome.json["entries"], outcome.json["contracts"], outcome.json["erased"]) == (2, 2, True)
    assert outcome.json["erasedBy"] == ["main-3", "main-4"] and outcome.json["citation"]["article"] == "第87条"

    # One of the two persons: no byte of the key is left, in no file, while the server runs.
    after = wrapped_keys(server)
    (gone,) = [key for key in before if before[key] != after[key]]
    assert after[gone] == b""
    for file in server.data.rglob("*"):
        if file.is_file() and not file.is_socket():
            assert before[gone] not in file.read_bytes(), file.name

    # The tree goes on from what was known before, and everything is as it should be.
    assert whole(server)["erased"] == 2
    proven = command("verify", "--url", server.url, "--known", tmp_path / "known")
    assert proven.code == 0, proven.out + proven.err

    # Anybody can see that it was erased, and by which entry; without our code as well.
    proof = command("proof", number(1), "--output", tmp_path / "proof", data=server.data)
    assert proof.code == 0, proof.err
    told = command("verify-proof", tmp_path / "proof", "--key", tmp_path / "keys")
    assert told.code == 0 and told.out.count("已删除（见条目 main-3）") == 3, told.out
    shown = verify.run("opened", tmp_path / "keys", tmp_path / "proof")
    assert shown.count("'erased by main-3'") == 3, shown

    # The contract is answered as before; the other person's values are still there.
    assert server.client.post(
        "/v1/coverage-queries", {"vin": vin(1), "policyNumberSuffix": number(1)[-6:]}
    ).json["outcome"] == "lapsed"
    again = forget(server, 1, "--yes")
    assert again.code == 1 and "main-3" in again.err


def checkpoint(server, size):
    answer = server.client.get("/v1/log/checkpoint")
    return answer.text if answer.status == 200 and answer.text.split("\n")[1] == str(size) else None


def test_it_stays_so_over_a_restart_and_a_kill(server, reported):
    assert forget(server, 1, "--yes").code == 0
    server.kill()
    server.start()
    assert whole(server)["erased"] == 2
    # A new report of the same person is sealed anew, and nothing of it is lost.
    client = server.client.with_key(reported.key)
    assert client.post("/v1/policies", old(9)).status == 201
    assert server.stop() == 0
    assert whole(server)["erased"] == 2


def test_nothing_is_erased_that_the_law_wants_kept_or_that_is_not_confirmed(server, insurer):
    assert insurer.post("/v1/policies", policy(1, policyholderName="张三", policyholderDocument=HOLDER)).status == 201
    early = forget(server, 1, "--yes", "--json")
    assert early.code == 1 and early.json["code"] == "mustBeKept" and "保险法第87条" in early.json["detail"]
    assert re.search(r"20\d\d-\d\d-\d\d 起才可以删除", early.json["title"])
    assert insurer.post("/v1/policies", old(2)).status == 201
    assert forget(server, 2).code == 1, "the same person has a contract that is not over"
    assert insurer.post(
        "/v1/policies", old(3, policyholderDocument=INSURED, insuredName="王五", insuredDocument=identity_number(43))
    ).status == 201
    asked = forget(server, 3)
    assert asked.code == 2 and "--party" in asked.err
    unconfirmed = forget(server, 3, "--party", "insured")
    assert unconfirmed.code == 2 and "--yes" in unconfirmed.err
    assert forget(server, 99, "--yes").code == 1
    # A name without a number is that of one contract: nobody else of the name is touched.
    for serial in (5, 6):
        assert insurer.post("/v1/policies", old(serial, policyholderDocument="")).status == 201
    assert whole(server)["erased"] == 0
    assert forget(server, 5, "--yes", "--json").json["entries"] == 1
    assert whole(server)["erased"] == 1
    assert forget(server, 3, "--party", "insured", "--yes").code == 0
    assert whole(server)["erased"] == 2


def test_a_key_brought_back_by_hand_and_a_key_taken_away_are_found(server, reported):
    before = wrapped_keys(server)
    assert forget(server, 1, "--yes").code == 0
    assert server.stop() == 0
    for sql, values, code in [
        ("UPDATE person_keys SET person = 1, wrapped = ? WHERE wrapped = x''", [next(iter(before.values()))], None),
        ("UPDATE person_keys SET person = 0, wrapped = x''", [], "erasureUnfounded"),
    ]:
        saved = (server.data / "keys.sqlite").read_bytes()
        with closing(sqlite3.connect(server.data / "keys.sqlite", isolation_level=None)) as keys:
            keys.execute(sql, values)
        outcome = command("verify", "--json", data=server.data)
        assert outcome.code == 1, sql
        assert code is None or outcome.json["code"] == code, outcome.out
        for leftover in server.data.glob("keys.sqlite-*"):
            leftover.unlink()
        (server.data / "keys.sqlite").write_bytes(saved)
    assert whole(server)["erased"] == 2


def test_records_kept_in_quarantine_go_as_well(server, insurer):
    """Also one that lies apart from its vehicle, and one that was settled since."""
    bad = old(1, vin="", plate="", sequence="901") | {"start": "2018-13-01"}
    assert insurer.post("/v1/policies", bad).status == 422
    for serial in (1, 2):
        assert insurer.post("/v1/policies", old(serial)).status == 201
    assert insurer.post("/v1/policies", old(2, end="2018-99-01", sequence="902")).status == 422
    outcome = forget(server, 1, "--yes", "--json")
    assert outcome.code == 0 and outcome.json["entries"] == 4, outcome.out
    with closing(sqlite3.connect(f"file:{server.data}/registry.sqlite?mode=ro", uri=True)) as registry:
        records = registry.execute("SELECT key_number, record FROM quarantine").fetchall()
    keys = wrapped_keys(server)
    assert len(records) == 2 and all(record == b"" and keys[key] == b"" for key, record in records)
    assert whole(server)["ok"]


def test_no_row_changed_by_hand_takes_a_key_that_nobody_gave_up(server, reported):
    assert forget(server, 1, "--yes").code == 0
    assert server.stop() == 0
    spoils = [
        "UPDATE erasures SET key_number = 2",
        "INSERT INTO erasures SELECT 2, NULL, was, row_check FROM erasures",
        "UPDATE erasures SET erased_by = NULL",
    ]
    saved = (server.data / "registry.sqlite").read_bytes()
    keys = wrapped_keys(server)
    for sql in spoils:
        with closing(sqlite3.connect(server.data / "registry.sqlite", isolation_level=None)) as registry:
            registry.execute(sql)
        assert command("verify", data=server.data).code == 1, sql
        assert command("insurer", "list", data=server.data).code == 3, sql
        assert wrapped_keys(server) == keys
        for leftover in server.data.glob("registry.sqlite-*"):
            leftover.unlink()
        (server.data / "registry.sqlite").write_bytes(saved)
    assert whole(server)["erased"] == 2


def test_verify_beside_a_server_that_forgets_finds_nothing_wrong(server, insurer):
    people = range(1, 31)
    for serial in people:
        assert insurer.post("/v1/policies", old(serial, policyholderDocument=identity_number(serial))).status == 201
    codes = []
    verifying = threading.Thread(target=lambda: codes.extend(
        command("verify", data=server.data).code for _ in range(40)))
    verifying.start()
    for serial in people:
        assert forget(server, serial, "--yes").code == 0
    verifying.join()
    assert codes == [0] * 40
    assert whole(server)["erased"] == 30


def test_what_a_reader_kept_in_the_write_ahead_log_goes_after_a_kill_too(server, reported):
    before = wrapped_keys(server)
    reader = sqlite3.connect(f"file:{server.data}/keys.sqlite?mode=ro", uri=True, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT COUNT(*) FROM person_keys").fetchone()
    assert forget(server, 1, "--yes").code == 0
    (gone,) = [key for key, wrapped in wrapped_keys(server).items() if not wrapped]
    server.kill()
    reader.close()
    server.start()
    wait_until(
        lambda: not any(before[gone] in file.read_bytes() for file in server.data.glob("keys.sqlite*")),
        what="the key to be gone")
