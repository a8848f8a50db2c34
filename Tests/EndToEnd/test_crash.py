"""kill -9 in the middle of an upload: what was acknowledged is there, nothing half done; sent again, it ends well."""

import base64
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import threading
import time
from datetime import datetime
from http.client import HTTPException
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from support.binary import BINARY, command, enrol, environment, wait_until
from support.records import SHANGHAI, csv_text, identity_number, plate, policy, vin

INSURER = "PICC"
VEHICLES = 30_000
SOAK = os.environ.get("XUBAO_SOAK") == "1"
KILLS = 500 if SOAK else 6
SENDERS = 4
RESULTS = Path(__file__).parent / "powercut" / "results"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """The largest file of a sample world: policies, cancellations, corrections, moved plates, typing errors."""
    folder = tmp_path_factory.mktemp("world")
    made = command("world", "--vehicles", VEHICLES, "--seed", "7", "--as-of", "2026-11-20", "--output", folder)
    assert made.code == 0, made.err
    return max(folder.glob(f"{INSURER}*.csv"), key=lambda path: path.stat().st_size)


@pytest.fixture(scope="module")
def queries(world):
    """A question about each of some vehicles of the file."""
    text = world.read_bytes()
    encoding = "gb18030" if b"\xef\xbb\xbf" != text[:3] and not _is_utf8(text) else "utf-8-sig"
    asked = []
    for line in text.decode(encoding, "replace").splitlines()[1::17]:
        found = re.search(
            r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6})\b", line
        )
        number = re.search(r"\b([A-HJ-NPR-Z0-9]{17})\b", line)
        if found and number:
            asked.append({"plate": {"number": found[1]}, "vin": number[1]})
    assert len(asked) > 500
    return "".join(json.dumps(query) + "\n" for query in asked).encode()


def _is_utf8(text):
    try:
        text.decode()
        return True
    except UnicodeDecodeError:
        return False


def answers(data, queries):
    """The answers, without what belongs to the moment of asking."""
    outcome = command("ask", "--lines", "-", data=data, stdin=queries)
    assert outcome.code == 0, outcome.err
    moments = ("on", "asOf", "knownAt", "feedAgeSeconds")
    return [
        {name: value for name, value in json.loads(line).items() if name not in moments}
        for line in outcome.out.splitlines()
    ]


@pytest.fixture(scope="module")
def clean(world, queries, tmp_path_factory):
    """What one clean upload makes of the file."""
    data = tmp_path_factory.mktemp("clean") / "data"
    enrol(data, INSURER)
    report = command("upload", world, "--insurer", INSURER, "--json", data=data).json
    return report, answers(data, queries)


class Verifier:
    """Checks a receipt with nothing but the verifier string, as the signed-note format says."""

    def __init__(self, encoded):
        self.name, self.key_id, key = encoded.strip().split("+", 2)
        material = base64.b64decode(key)
        assert material[0] == 1 and len(material) == 33
        assert hashlib.sha256(f"{self.name}\n".encode() + material).hexdigest()[:8] == self.key_id
        self.key = Ed25519PublicKey.from_public_bytes(material[1:])

    def statements(self, note):
        """What a receipt states, once its signature is found right."""
        text, signatures = note.rsplit("\n\n", 1)
        name, encoded = re.fullmatch(r"— (\S+) (\S+)\n", signatures).groups()
        signature = base64.b64decode(encoded)
        assert name == self.name and signature[:4].hex() == self.key_id
        self.key.verify(signature[4:], f"{text}\n".encode())
        origin, *lines = text.split("\n")
        assert origin == f"{self.name}/receipt"
        return dict(line.split(" ", 1) for line in lines)


def test_killed_in_the_middle_of_an_upload_a_server_loses_nothing(serve, world, queries, clean):
    server = serve()
    insurer = server.client.with_key(enrol(server.data, INSURER))
    key = Verifier(insurer.get("/v1/log/key").text)
    before = [insurer.post("/v1/policies", policy(serial, sequence=str(10**12 + serial))).json for serial in (1, 2, 3)]
    total, _ = clean
    content = world.read_bytes()
    for share in (0.3, 0.6, 0.9):
        known_entries = server.entries
        sending = _begin(insurer, content, share)
        wait_until(lambda known=known_entries: server.entries > known, what="a part of the upload to be committed")
        server.kill()
        sending.close()
        took = server.start()
        assert took < 5, f"ready again after {took:.2f} s"
        insurer = server.client.with_key(insurer.key)
        assert known_entries < server.entries < 3 + total["treeSize"], "the kill must fall into the upload"
        for known in before:
            again = insurer.get(f"/v1/receipts/{known['entryId']}")
            assert (again.status, again.text) == (200, known["receipt"])
            stated = key.statements(again.text)
            assert (stated["entry"], int(stated["index"])) == (known["entryId"], known["logIndex"])

    report = insurer.upload(content).json
    assert report["accepted"] + report["repeated"] == total["accepted"] + total["repeated"]
    assert report["accepted"] > 0 and report["repeated"] > total["repeated"]
    assert report["quarantined"] == total["quarantined"]
    assert report["treeSize"] == 3 + total["treeSize"]
    assert Verifier(insurer.get("/v1/log/key").text).key_id == key.key_id
    assert _without_tree(answers(server.data, queries)) == _without_tree(clean[1])


def _begin(insurer, content, share):
    """Sends the first part of an upload and leaves the rest to come."""
    connection = insurer.kept()
    connection.putrequest("POST", "/v1/uploads")
    connection.putheader("Authorization", f"Bearer {insurer.key}")
    connection.putheader("Content-Length", str(len(content)))
    connection.endheaders()
    connection.send(content[: int(share * len(content))])
    return connection


def _without_tree(answers):
    return [{name: value for name, value in answer.items() if name != "treeSize"} for answer in answers]


def test_killed_in_the_middle_an_upload_without_a_server_loses_nothing(tmp_path, world, queries, clean):
    data = tmp_path / "data"
    enrol(data, INSURER)
    total, expected = clean
    pipe = tmp_path / "records.csv"
    os.mkfifo(pipe)
    line = [str(BINARY), "upload", str(pipe), "--insurer", INSURER, "--json", "--data", str(data)]
    sending = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    content = world.read_bytes()
    with open(pipe, "wb", buffering=0) as end:
        end.write(content[: len(content) // 2])
        wait_until(lambda: _entries(data) > 0, what="a part of the upload to be committed")
        assert sending.poll() is None
        sending.kill()
        sending.wait()
    assert 0 < _entries(data) < total["treeSize"], "the kill must fall into the upload"
    report = command("upload", world, "--insurer", INSURER, "--json", data=data).json
    assert report["repeated"] > total["repeated"] and report["accepted"] > 0
    assert report["accepted"] + report["repeated"] == total["accepted"] + total["repeated"]
    assert report["treeSize"] == total["treeSize"]
    assert answers(data, queries) == expected


def _entries(data):
    connection = sqlite3.connect(f"file:{data}/registry.sqlite?mode=ro", uri=True)
    try:
        return connection.execute("SELECT COUNT(*) FROM entries").fetchone()[0]
    finally:
        connection.close()


class Load:
    """Sends policies from several threads, and in some rounds a file besides, until the server is gone."""

    def __init__(self, chance):
        self.chance = chance
        self.lock = threading.Lock()
        self.next = 0
        self.receipts = {}
        self.waiting = set()
        self.files = []

    @staticmethod
    def plate(serial):
        """More plates than one letter has."""
        return plate(serial, issuer="ABCDEFGHJK"[serial // 100_000 % 10])

    def record(self, serial):
        person = {"policyholderName": f"张{serial}", "policyholderDocument": identity_number(serial)}
        return policy(serial, plate=self.plate(serial), **person)

    def send(self, insurer, serial, connection=None):
        taken = insurer.post("/v1/policies", self.record(serial), connection, **{"Idempotency-Key": f"kill-{serial}"})
        assert taken.status == 201, taken.text
        with self.lock:
            self.receipts[serial] = taken.json["entryId"], taken.json["receipt"]
            self.waiting.discard(serial)

    def send_until_gone(self, insurer):
        try:
            connection = insurer.kept()
            while True:
                with self.lock:
                    serial, self.next = self.next, self.next + 1
                    self.waiting.add(serial)
                self.send(insurer, serial, connection)
        except (OSError, HTTPException):
            pass

    def upload_until_gone(self, insurer, content):
        try:
            insurer.upload(content)
        except (OSError, HTTPException):
            pass

    def round(self, insurer, kill, number):
        """One life of a server: load on it, and its end after a number of acknowledgements drawn by chance."""
        enough = len(self.receipts) + self.chance.randrange(200)
        work = [threading.Thread(target=self.send_until_gone, args=(insurer,)) for _ in range(SENDERS)]
        if number % 5 == 0:
            with self.lock:
                first, self.next = self.next, self.next + 400
            self.files.append(range(first, first + 400))
            content = csv_text([self.record(serial) for serial in self.files[-1]]).encode()
            work.append(threading.Thread(target=self.upload_until_gone, args=(insurer, content)))
        for thread in work:
            thread.start()
        wait_until(lambda: len(self.receipts) >= enough, what="acknowledgements")
        kill()
        for thread in work:
            thread.join()


def test_killed_again_and_again_under_load_a_server_loses_nothing(serve, chance, seed):
    began, slowest, checked = time.monotonic(), 0, 0
    load, server = Load(chance), serve()
    insurer = server.client.with_key(enrol(server.data, INSURER))
    for number in range(KILLS):
        known = set(load.receipts)
        load.round(insurer, server.kill, number)
        took = server.start()
        slowest = max(slowest, took)
        assert took < 5, f"ready again after {took:.2f} s"
        insurer = server.client.with_key(insurer.key)
        fresh = sorted(set(load.receipts) - known)
        for serial in fresh[-20:] + chance.sample(sorted(known), min(10, len(known))):
            entry, receipt = load.receipts[serial]
            again = insurer.get(f"/v1/receipts/{entry}")
            assert (again.status, again.text) == (200, receipt), f"after {number + 1} kills, record {serial}"
            checked += 1
        # What got no answer is sent again, every other time at once and else with all the rest at the end.
        for serial in sorted(load.waiting) if number % 2 else ():
            load.send(insurer, serial)
    for serial in sorted(load.waiting):
        load.send(insurer, serial)
    for serials in load.files:
        report = insurer.upload(csv_text([load.record(serial) for serial in serials]).encode()).json
        assert report["accepted"] + report["repeated"] == len(serials)
    total = load.next
    assert len(load.receipts) + sum(map(len, load.files)) == total == server.entries
    assert len({entry for entry, _ in load.receipts.values()}) == len(load.receipts)
    assert server.stop() == 0
    asked = [{"plate": {"number": load.plate(serial)}, "vin": vin(serial)} for serial in range(total)]
    found = answers(server.data, "".join(json.dumps(query) + "\n" for query in asked).encode())
    assert [answer["outcome"] for answer in found] == ["inForce"] * total
    if SOAK:
        _write_result(seed, time.monotonic() - began, slowest, checked, load)


def _write_result(seed, seconds, slowest, checked, load):
    now = datetime.now(SHANGHAI)
    result = {
        "finishedAt": now.isoformat(timespec="seconds"),
        "version": command("--version").out.strip(),
        "seed": seed,
        "seconds": round(seconds),
        "kills": KILLS,
        "recordsSent": load.next,
        "acknowledgedOneByOne": len(load.receipts),
        "receiptsComparedAfterKills": checked,
        "lost": 0,
        "slowestStartSeconds": round(slowest, 2),
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"kills-{now:%Y-%m-%d}.json").write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n")


def test_a_receipt_stands_for_its_words_and_no_others(server, insurer):
    key = Verifier(insurer.get("/v1/log/key").text)
    taken = insurer.post("/v1/policies", policy(1))
    assert taken.status == 201
    stated = key.statements(taken.json["receipt"])
    assert stated["entry"] == taken.json["entryId"]
    assert re.fullmatch(r"[0-9a-f]{64}", stated["leaf"])
    with pytest.raises(InvalidSignature):
        key.statements(taken.json["receipt"].replace("index 0", "index 1"))
    other = server.client.with_key(enrol(server.data, "OTHER", "别家财险"))
    assert other.get(f"/v1/receipts/{taken.json['entryId']}").status == 404
    assert other.get("/v1/receipts/main-999").status == 404
    assert server.client.get(f"/v1/receipts/{taken.json['entryId']}").status == 401
    for private in (vin(1), plate(1), policy(1)["policyNumber"]):
        assert private not in taken.json["receipt"]
