"""Proof files, answer cards and receipts of the real binary, checked by itself and by a verifier that is not ours."""

import json
import re

import pytest

from support.binary import command, enrol
from support.records import csv_text, plate, policy, vin
from verifier import verify

NUMBER = policy(1)["policyNumber"]


@pytest.fixture
def papers(server, insurer, tmp_path):
    """A policy with its cancellation among others; the server's key, and the file of keys."""
    report = insurer.post("/v1/policies", policy(1)).json
    insurer.post("/v1/policies", policy(2))
    cancelled = {"event": "cancellation", "policyNumber": NUMBER, "effectiveAt": "2030-01-01 00:00", "ground": "stolen"}
    assert insurer.post("/v1/policies", cancelled).status == 201
    (tmp_path / "keys").write_text(server.client.get("/v1/log/key").text)
    (tmp_path / "receipt").write_text(report["receipt"])
    return tmp_path


def prove(server, papers, *options, number=NUMBER):
    outcome = command("proof", number, "--output", papers / "proof", *options, data=server.data)
    assert outcome.code == 0, outcome.err
    return papers / "proof"


def check(file, papers=None, *options):
    return command("verify-proof", file, *(["--key", papers / "keys"] if papers else []), *options)


def test_a_proof_says_what_was_recorded_and_nothing_of_persons_or_the_vehicle(server, papers):
    file = prove(server, papers)
    outcome = check(file, papers)
    assert outcome.code == 0 and NUMBER in outcome.out and "业务类型：解除" in outcome.out, outcome.err
    assert policy(2)["policyNumber"] not in outcome.out
    assert plate(1) not in outcome.out and vin(1) not in outcome.out
    told = verify.run("opened", papers / "keys", file)
    assert re.search(rf"\[\(\d+, \{{1: 'policy', 2: 'E2E', 4: '{NUMBER}'", told), told
    assert check(prove(server, papers, "--open", "plate"), papers).out.count(plate(1)) == 1


def test_it_is_checked_with_no_data_directory_and_without_a_key_is_said_to_need_one(server, papers):
    file = prove(server, papers)
    assert server.stop() == 0
    outcome = check(file)
    assert outcome.code == 0 and "逐字核对" in outcome.out
    told = check(file, papers, "--json").json
    assert (told["kind"], told["proven"], told["keyFromFile"]) == ("proof", True, False)
    assert [entry["shown"][0]["value"] for entry in told["entries"]] == ["policy", "cancellation"]
    # The operator can prove it with no server as well.
    assert check(prove(server, papers), papers).code == 0


def test_a_changed_proof_proves_nothing(server, papers):
    file = prove(server, papers)
    lines = file.read_text().split("\n")
    for place, line in enumerate(lines):
        if not line:
            continue
        middle = len(line) // 2
        changed = line[:middle] + ("A" if line[middle] != "A" else "B") + line[middle + 1 :]
        file.write_text("\n".join([*lines[:place], changed, *lines[place + 1 :]]))
        assert check(file, papers).code in ((1, 2) if place == 0 else (1,)), f"line {place}"


def test_numbers_that_lead_nowhere_are_told(server, papers):
    unknown = command("proof", "E2E0000", data=server.data)
    assert unknown.code == 1 and "保单号" in unknown.err
    assert command("proof", NUMBER, "--open", "phone", data=server.data).code == 2
    assert command("proof", NUMBER, "--insurer", "E2E", "--json", data=server.data).json["policyNumber"] == NUMBER


def test_a_card_is_checked_offline_for_its_time(server, papers):
    asked = command("card", plate(2), "--vin-suffix", vin(2)[-6:], "--output", papers / "card", data=server.data)
    assert asked.code == 0, asked.err
    card = (papers / "card").read_text()
    assert len(card.encode()) <= 700 and plate(2) not in card and vin(2)[-6:] not in card
    outcome = check(papers / "card", papers)
    assert outcome.code == 0 and "交强险有效" in outcome.out
    assert "outcome inForce" in verify.run("card", papers / "keys", papers / "card")
    assert check(papers / "card").code == 2
    (papers / "card").write_text(card.replace("inForce", "laidUp"))
    assert check(papers / "card", papers).code == 1
    none = command("card", plate(2), "--vin-suffix", "000000", "--json", data=server.data)
    assert none.code == 1 and none.json["card"] is None


def test_a_receipt_is_checked_too(server, papers):
    assert check(papers / "receipt", papers).code == 0
    assert "was taken in" in verify.run("receipt", papers / "keys", papers / "receipt")
    (papers / "other").write_text("hello\n")
    assert check(papers / "other", papers).code == 2
    assert json.loads(check(papers / "other", papers, "--json").out)["fault"] == "unreadable"


def test_what_was_uploaded_without_a_server_is_proven_without_one(tmp_path):
    data = tmp_path / "data"
    enrol(data)
    (tmp_path / "policies.csv").write_text(csv_text([policy(serial) for serial in range(1, 301)]))
    assert command("upload", tmp_path / "policies.csv", "--insurer", "E2E", data=data).code == 0
    proof = command("proof", policy(260)["policyNumber"], data=data)
    assert proof.code == 0, proof.err
    (tmp_path / "proof").write_text(proof.out)
    told = check(tmp_path / "proof", None, "--json").json
    assert (told["treeSize"], told["entries"][0]["logIndex"]) == (300, 259)
