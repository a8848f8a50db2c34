"""Opens a directory after a power cut with the real binary and says what is not as it must be."""

import json
import random
import socket
import sqlite3
import struct
from dataclasses import dataclass
from pathlib import Path

from support.binary import Server, command, enrol
from support.records import csv_text, plate
from verifier import verify

from .recording import OFFICE

DATABASES = ("registry", "keys", "audit")
# Ready again without a hand.
READY_SECONDS = 5
# How many receipts are asked for again over HTTP; all of them cost more than they tell.
RECEIPTS = 40
TABLES = ("entries", "files", "lookups", "reports", "report_digests", "quarantine", "merges", "insurers")
MOMENTS = ("on", "asOf", "knownAt", "feedAgeSeconds", "treeSize")


@dataclass
class State:
    """What is the same after any way of sending the whole load once."""

    answers: list
    counts: dict


class Inspection:
    """One directory after one cut. `faults` is empty when all is well."""

    def __init__(self, recording, data, moment, seed):
        self.recording = recording
        self.data = Path(data)
        self.moment = moment
        self.chance = random.Random(f"inspection {seed}")
        self.faults = []
        self.promised = {}
        for promise in recording.promises:
            if promise.time < moment:
                self.promised.setdefault(promise.kind, []).append(promise.value)
        self.accepted = {value[0]: value for value in self.promised.get("accepted", [])}
        self.acknowledged = set(self.accepted)
        for serials in self.promised.get("uploaded", []):
            self.acknowledged.update(serials)

    def demand(self, condition, sentence):
        if not condition:
            self.faults.append(sentence)
        return condition

    def by_asking(self):
        """The cheap way: one command that opens the directory and asks about everything that was ever sent."""
        if "enrolled" not in self.promised:
            return self.by_serving()
        self._prepare()
        outcome = command("ask", "--lines", "-", data=self.data, stdin=self.recording.questions)
        if self.demand(outcome.code == 0, f"ask ended with {outcome.code}: {outcome.err.strip()}"):
            self._read_answers([json.loads(line) for line in outcome.out.splitlines()])
            self._read_databases()
            self._read_log()
            self._verify()
        return self.faults

    def by_serving(self, again=False):
        """A server that must be ready by itself; then receipts, keys and, `again`, the whole load sent once more."""
        self._prepare()
        server = Server(self.data, logs=self.data.parent)
        try:
            took = server.start()
        except AssertionError as fault:
            self.faults.append(f"serve did not start: {fault}")
            return self.faults
        try:
            self.demand(took < READY_SECONDS, f"ready again after {took:.2f} s")
            self._read_receipts(server)
            if again:
                self._send_again(server)
        finally:
            self.demand(server.stop() == 0, f"serve did not end well: {server.err.read_text()}")
        self._read_databases()
        self._read_log()
        if again:
            found = state(self.recording, self.data)
            self.demand(found.counts == expected(self.recording).counts, f"sent again, there are {found.counts}")
            self.demand(found.answers == expected(self.recording).answers, "sent again, answers differ")
        elif "enrolled" in self.promised and not self.faults:
            self.by_asking()
        return self.faults

    def _prepare(self):
        """What a cut leaves beside what is rebuilt: perhaps the socket; and the head of the log as the disk had it."""
        stale = self.data / "xubao.sock"
        if self.data.exists() and not stale.exists() and self.chance.random() < 0.5:
            with socket.socket(socket.AF_UNIX) as left:
                left.bind(str(stale))
        head = self.data / "log" / "checkpoint"
        self.earlier = self.promised.get("checkpoint", [])[-3:]
        if head.exists():
            self.earlier = [*self.earlier, head.read_text(errors="replace")]

    def _verify(self):
        """Every row, entry, leaf and tile fits, and what the log said before the cut still stands."""
        known = self.data.parent / "known"
        known.write_text("\n".join(self.promised.get("checkpoint", [])[-3:]))
        options = ["--known", known] if known.stat().st_size else []
        outcome = command("verify", *options, data=self.data)
        self.demand(outcome.code == 0, f"verify ended with {outcome.code}: {outcome.out.strip()} {outcome.err.strip()}")

    def _read_answers(self, answers):
        for sent, answer in zip(self.recording.in_order, answers, strict=True):
            serial = sent["serial"]
            if not self.demand("outcome" in answer, f"record {serial} cannot be asked about: {answer.get('code')}"):
                continue
            if answer["outcome"] == "noMatch":
                self.demand(serial not in self.acknowledged, f"acknowledged record {serial} is lost")
                continue
            self.demand(sent["time"] < self.moment, f"record {serial} is there before it was sent")
            found = answer["outcome"], answer["period"], answer["insurer"]["code"], answer["policyNumber"][-4:]
            record = sent["record"]
            period = {end: f"{record[end].replace(' ', 'T')}:00+08:00" for end in ("start", "end")}
            right = "inForce", period, sent["insurer"], record["policyNumber"][-4:]
            self.demand(found == right, f"record {serial} is not whole: {found}")

    def _read_databases(self):
        for name in DATABASES:
            with _database(self.data, name) as database:
                (health,) = database.execute("PRAGMA integrity_check").fetchone()
                self.demand(health == "ok", f"{name}.sqlite: {health}")
        with _database(self.data, "registry") as database:
            positions = [position for (position,) in database.execute("SELECT position FROM entries ORDER BY position")]
            count = len(positions)
            self.demand(positions == list(range(count)), f"entries are not contiguous: {count}")
            (astray,) = database.execute(
                "SELECT COUNT(*) FROM lookups WHERE file NOT IN (SELECT file FROM files)"
            ).fetchone()
            self.demand(astray == 0, f"{astray} look-ups lead nowhere")
            rows = database.execute("SELECT personal FROM entries WHERE personal NOT NULL")
            used = {number for (row,) in rows for number in _key_numbers(row)}
        with _database(self.data, "keys") as database:
            kept = {number for (number,) in database.execute("SELECT number FROM person_keys")}
        self.demand(used <= kept, f"{len(used - kept)} keys of persons are lost")
        with _database(self.data, "audit") as database:
            (looks,) = database.execute("SELECT COUNT(*) FROM audit WHERE role = 'official'").fetchone()
        promised = len(self.promised.get("looked", []))
        self.demand(looks >= promised, f"{promised - looks} looks of officials are lost")
        self.entries = count

    def _read_log(self):
        """The published log is whole, says as much as there is, and begins with whatever anybody saw of it."""
        if not (self.recording.root / "data" / "log").exists():
            return
        key = self.data.parent / "key"
        key.write_text(expected_key(self.recording))
        if "key" not in self.promised:
            return
        try:
            said = verify.check_log(self.data / "log", verify.read_keys(key), self.earlier)
            self.demand(said.startswith(f"{self.entries} entries"), f"{self.entries} entries, and of the log: {said}")
        except (verify.Wrong, ValueError, OSError) as fault:
            self.faults.append(f"the log: {fault}")

    def _read_receipts(self, server):
        for key in self.promised.get("key", []):
            self.demand(server.client.get("/v1/log/key").text == key, "the log has another key")
        keys = dict(self.promised.get("enrolled", []))
        insurers = {one["serial"]: one["insurer"] for one in self.recording.sent}
        asked = self.chance.sample(sorted(self.accepted), min(RECEIPTS, len(self.accepted)))
        for serial in asked:
            _, entry, receipt, _ = self.accepted[serial]
            again = server.client.with_key(keys[insurers[serial]]).get(f"/v1/receipts/{entry}")
            self.demand((again.status, again.text) == (200, receipt), f"the receipt of record {serial} is another")
        for code, key in keys.items():
            office = server.client.with_key(key)
            reply = office.ask(plate(0), purpose="路面检查") if code == OFFICE else office.get("/v1/receipts/main-0")
            self.demand(reply.status not in (401, 403), f"the key of {code} is not known")

    def _send_again(self, server):
        keys = dict(self.promised.get("enrolled", []))
        for code in {one["insurer"] for one in self.recording.sent} - keys.keys():
            keys[code] = enrol(self.data, code)
        connection = server.client.kept()
        for sent in self.recording.in_order:
            if "once" not in sent:
                continue
            taken = server.client.with_key(keys[sent["insurer"]]).post(
                "/v1/policies", sent["record"], connection, **{"Idempotency-Key": sent["once"]}
            )
            before = self.accepted.get(sent["serial"])
            right = taken.status == 201 and (before is None or before[3] == taken.text)
            # One that was lost to the client and kept all the same is answered under its insurer's new key as a repeat.
            right = right or (before is None and taken.status == 200)
            self.demand(right, f"record {sent['serial']}, sent again: {taken.status} {taken.text}")
        connection.close()
        for code in ("INS0", "INS1"):
            rows = [one["record"] for one in self.recording.in_order if "once" not in one and one["insurer"] == code]
            report = server.client.with_key(keys[code]).upload(csv_text(rows).encode()).json
            taken = report["accepted"] + report["repeated"]
            self.demand(taken == len(rows), f"the file of {code}, sent again: {taken} taken")


def state(recording, data):
    outcome = command("ask", "--lines", "-", data=data, stdin=recording.questions)
    assert outcome.code == 0, outcome.err
    answers = [
        {name: value for name, value in json.loads(line).items() if name not in MOMENTS}
        for line in outcome.out.splitlines()
    ]
    with _database(data, "registry") as database:
        counts = {
            table: database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in TABLES
        }
        counts["accepted"] = dict(database.execute("SELECT insurer, accepted FROM insurers ORDER BY insurer"))
    return State(answers, counts)


def expected(recording):
    """The state at the end of the recording, which no cut disturbed."""
    if not hasattr(recording, "end"):
        recording.end = state(recording, recording.root / "data")
    return recording.end


def expected_key(recording):
    return next(promise.value for promise in recording.promises if promise.kind == "key")


class _database:
    """A database opened for reading, and closed."""

    def __init__(self, data, name):
        self.connection = sqlite3.connect(f"file:{data}/{name}.sqlite?mode=ro", uri=True)

    def __enter__(self):
        return self.connection

    def __exit__(self, *_):
        self.connection.close()


def _key_numbers(personal):
    """As SealedPersonalValues.encode writes them: key number, length, bytes."""
    place = 0
    while place < len(personal):
        number, length = struct.unpack_from(">qI", personal, place)
        yield number
        place += 12 + length
