"""What an operator looks at and takes out: doctor, export-entries."""

import json
import os
import sqlite3
from contextlib import closing

import pytest

from support.binary import command, wait_until
from support.records import identity_number, plate, policy, vin

PERSON = {"policyholderName": "欧阳金丝雀", "policyholderDocument": identity_number(41), "phone": "13912345678"}


@pytest.fixture
def reported(server, insurer):
    for serial in (1, 2, 3):
        assert insurer.post("/v1/policies", policy(serial, **PERSON)).status == 201
    wait_until(lambda: server.client.get("/v1/log/checkpoint").text.split("\n")[1] == "3", what="the log")
    return server


def checks(data):
    outcome = command("doctor", "--json", data=data)
    return outcome.code, {check["check"]: check for check in outcome.json["checks"]}


def test_the_doctor_finds_nothing_wrong_beside_a_server_and_says_what_is_to_be_done(reported, tmp_path):
    code, found = checks(reported.data)
    assert code == 0 and {check for check, told in found.items() if told["state"] == "fault"} == set()
    assert found["backup"]["state"] == "warning" and "xubao backup" in found["backup"]["next"]
    assert "3 条记录全部在公开日志里" in found["log"]["text"]
    assert command("backup", tmp_path / "backups", data=reported.data).code == 0
    assert checks(reported.data)[1]["backup"]["state"] == "well"


def test_the_doctor_finds_what_is_wrong(reported, tmp_path):
    assert command("backup", tmp_path / "backups", data=reported.data).code == 0
    assert reported.stop() == 0
    os.chmod(reported.data, 0o755)
    (reported.data / "log" / "checkpoint").rename(tmp_path / "checkpoint")
    (tmp_path / "backups").rename(tmp_path / "elsewhere")
    code, found = checks(reported.data)
    states = {check: told["state"] for check, told in found.items()}
    assert code == 1 and states["log"] == "fault"
    assert states["permissions"] == "warning" and states["backup"] == "warning"
    nowhere = command("doctor", data=tmp_path / "nowhere")
    assert nowhere.code == 3 and "no registry here" in nowhere.err


def exported(data, *options):
    outcome = command("export-entries", *options, data=data)
    assert outcome.code == 0, outcome.err
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_entries_are_exported_without_vehicles_and_persons_unless_asked_for(reported, tmp_path):
    plain = command("export-entries", data=reported.data).out
    assert not any(value in plain for value in (plate(1), vin(1), *PERSON.values()))
    lines = exported(reported.data)
    assert [line["index"] for line in lines] == [0, 1, 2]
    assert lines[1]["values"]["policyNumber"] == policy(2)["policyNumber"]
    assert lines[1]["personal"] == ["policyholderName", "policyholderDocument", "phone"]
    whole = exported(reported.data, "--with-vehicles", "--with-persons", "--from", "1")
    assert [line["entryId"] for line in whole] == ["main-1", "main-2"]
    assert whole[0]["values"].items() >= PERSON.items() and whole[0]["values"]["vin"] == vin(2)
    proof = command("proof", policy(2)["policyNumber"], "--output", tmp_path / "proof", data=reported.data)
    assert proof.code == 0
    told = command("verify-proof", tmp_path / "proof", "--json").json
    assert told["entries"][0]["leafHash"] == lines[1]["leafHash"]


def test_an_export_is_for_its_owner_alone_and_stops_at_a_changed_entry(reported, tmp_path):
    made = command("export-entries", "--with-persons", "--output", tmp_path / "all", data=reported.data)
    assert made.code == 0 and (tmp_path / "all").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "all").read_text().count("\n") == 3
    assert reported.stop() == 0
    spoil(reported.data)
    for name in ("export-entries", "backup"):
        target = [tmp_path / "backups"] if name == "backup" else ["--output", tmp_path / "again"]
        outcome = command(name, *target, data=reported.data)
        assert outcome.code == 1 and "第 2 条记录（序位 1）" in outcome.out + outcome.err
    assert not (tmp_path / "again").exists() and not list(tmp_path.glob("backups/moments/*"))


def spoil(data):
    with closing(sqlite3.connect(data / "registry.sqlite", isolation_level=None)) as registry:
        (content,) = registry.execute("SELECT content FROM entries WHERE position = 1").fetchone()
        changed = bytes([*content[:40], content[40] ^ 1, *content[41:]])
        registry.execute("UPDATE entries SET content = ? WHERE position = 1", [changed])
