"""The real binary under load, with everything it does to its directory and everything it promised to somebody."""

import json
import pickle
import random
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

from support.binary import PATIENCE, Server, command, enrol
from support.records import csv_text, identity_number, plate, policy, vin

from .disk import Directory, Disk
from .journal import is_regular, read_journal

SOURCE = Path(__file__).parent / "recorder.c"
THREADS = 3
# Where the server is killed: by the ending of the file, or directory, that it is about to sync.
KILLS = ("registry.sqlite-wal", "keys.sqlite-wal", "registry.sqlite-wal", "checkpoint.new", "/log")
OFFICE = "JGJ"


@dataclass(order=True)
class Promise:
    """Something a client was told, and when it was known to be told: it must hold after any later cut."""

    time: int
    kind: str = field(compare=False)
    value: object = field(compare=False)


@dataclass
class Load:
    """How much is sent: single policies before and after a restart, rows of the files, insurers."""

    singles: int
    rows: int
    insurers: int = 3



@dataclass
class Recording:
    """A journal, the promises, and what was sent."""

    folder: Path
    load: Load
    promises: list
    sent: list

    @property
    def journal(self):
        return self.folder / "journal"

    @property
    def root(self):
        return self.folder / "disk"

    def save(self):
        with open(self.folder / "promises", "wb") as file:
            pickle.dump((self.load, self.promises, self.sent), file)

    @classmethod
    def kept(cls, folder):
        with open(Path(folder) / "promises", "rb") as file:
            return cls(Path(folder), *pickle.load(file))

    @property
    def in_order(self):
        """Everything that was sent, in the order of serial numbers."""
        return sorted(self.sent, key=lambda one: one["serial"])

    @property
    def queries(self):
        """A question about every vehicle that was sent."""
        return [query(one["serial"]) for one in self.in_order]

    def differences(self):
        """Files that are not as the journal says once everything is played: something was not written down."""
        disk = Disk()
        for record in read_journal(self.journal):
            disk.play(record)
        said, found = dict(_contents(disk.root, "")), {}
        for path in self.root.rglob("*"):
            if path.is_file() and is_regular(path.name):
                found[str(path.relative_to(self.root))] = path.read_bytes()
        return sorted(name for name in said.keys() | found.keys() if said.get(name) != found.get(name))


def _contents(directory, before):
    for name, node in directory.names.items():
        if isinstance(node, Directory):
            yield from _contents(node, f"{before}{name}/")
        elif is_regular(name):
            yield before + name, bytes(node.whole())


def query(serial):
    return {"plate": {"number": plate(serial)}, "vinSuffix": vin(serial)[-6:]}


def compiled(folder):
    """The recorder as a library, made by whichever compiler is there: Swift brings one."""
    library = Path(folder) / "recorder.so"
    compiler = shutil.which("clang") or shutil.which("cc")
    assert compiler, "neither clang nor cc is on the PATH"
    subprocess.run(
        [compiler, "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library, SOURCE], check=True
    )
    return library


def recorded(folder, root):
    """The variables under which a process is recorded in `folder`, as far as it works below `root`."""
    return {
        "LD_PRELOAD": str(compiled(folder)),
        "POWERCUT_ROOT": str(Path(root).resolve()),
        "POWERCUT_JOURNAL": str(Path(folder).resolve() / "journal"),
        "POWERCUT_BROKEN": str(Path(folder).resolve() / "broken"),
        "POWERCUT_KILL": str(Path(folder).resolve() / "kill"),
    }


def record(folder, load, seed):
    """Runs the load on an empty directory and keeps what happened below `folder`."""
    return _Driver(Path(folder), load, random.Random(seed)).run()


class _Driver:
    def __init__(self, folder, load, chance):
        folder.mkdir(parents=True, exist_ok=True)
        self.recording = Recording(folder.resolve(), load, [], [])
        self.recording.root.mkdir()
        self.data = self.recording.root / "data"
        self.chance = chance
        self.variables = recorded(folder, self.recording.root)
        self.keys = {}
        self.next = 0

    def run(self):
        load = self.recording.load
        with self.serving() as server:
            for number in range(load.insurers):
                self.enrol(f"INS{number}")
            office = server.client.with_key(self.enrol(OFFICE, "official"))
            self.promise("key", server.client.get("/v1/log/key").text)
            self.send(server, office, load.singles)
            self.upload_by_http(server, load.rows)
        self.upload_by_command(load.rows)
        with self.serving() as server:
            self.enrol("LATE")
            for file in KILLS:
                self.send_into_a_kill(server, file)
            self.send(server, server.client.with_key(self.keys[OFFICE]), load.singles)
        self.recording.promises.sort()
        self.recording.save()
        return self.recording

    def serving(self):
        return _Serving(Server(self.data, logs=self.recording.folder, variables=self.variables))

    def promise(self, kind, value):
        self.recording.promises.append(Promise(time.monotonic_ns(), kind, value))

    def enrol(self, code, role="insurer"):
        key = enrol(self.data, code, role=role)
        self.promise("enrolled", (code, key))
        self.keys[code] = key
        return key

    def send(self, server, office, count):
        """Single policies from several threads; questions and the log's head in between."""
        first, self.next = self.next, self.next + count
        parts = [range(first + thread, first + count, THREADS) for thread in range(THREADS)]
        seeds = [self.chance.random() for _ in parts]
        with ThreadPoolExecutor(THREADS) as pool:
            for done in [pool.submit(self.send_part, server, office, *part) for part in zip(parts, seeds)]:
                done.result()

    def send_part(self, server, office, serials, seed):
        chance, connection = random.Random(seed), server.client.kept()
        insurers = [code for code in self.keys if code != OFFICE]
        for serial in serials:
            self.send_one(server, connection, self.single(serial, chance.choice(insurers)))
            what = chance.random()
            if what < 0.02:
                server.client.ask(plate(serial), vin(serial)[-6:], connection)
            elif what < 0.03:
                asked = office.ask(plate(serial), connection=connection, purpose="路面检查")
                assert asked.status == 200, asked.text
                self.promise("looked", serial)
            elif what < 0.05:
                checkpoint = server.client.request("GET", "/v1/log/checkpoint", connection=connection)
                if checkpoint.status == 200:
                    self.promise("checkpoint", checkpoint.text)
        connection.close()

    def prepared(self, serial, code):
        """A record about to be sent: before this moment nobody can know of it."""
        person = {"policyholderName": f"张{serial}", "policyholderDocument": identity_number(serial)}
        return {"serial": serial, "insurer": code, "record": policy(serial, **person), "time": time.monotonic_ns()}

    def single(self, serial, code):
        sent = self.prepared(serial, code) | {"once": f"once-{serial}"}
        self.recording.sent.append(sent)
        return sent

    def send_one(self, server, connection, sent):
        insurer = server.client.with_key(self.keys[sent["insurer"]])
        taken = insurer.post("/v1/policies", sent["record"], connection, **{"Idempotency-Key": sent["once"]})
        assert taken.status == 201, taken.text
        self.promise("accepted", (sent["serial"], taken.json["entryId"], taken.json["receipt"], taken.text))

    def send_into_a_kill(self, server, file):
        """The server is killed where it would sync a file; it is started again, and what got no answer is sent again.

        What it wrote before is still in the memory of the machine: the next process finds it there, and must not take
        it for something that is on the disk.
        """
        kill = self.recording.folder / "kill"
        kill.write_text(file)
        waiting = []

        def send(sent):
            try:
                self.send_one(server, None, sent)
            except (OSError, HTTPException):
                waiting.append(sent)

        singles = [self.single(self.next + number, "INS2") for number in range(THREADS)]
        self.next += THREADS
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(send, singles))
        server.process.wait(PATIENCE)
        kill.unlink()
        server.start()
        for sent in waiting:
            self.send_one(server, None, sent)
            self.promise("sent again", sent["serial"])
        if (head := server.client.get("/v1/log/checkpoint")).status == 200:
            self.promise("checkpoint", head.text)

    def rows(self, count, code):
        first, self.next = self.next, self.next + count
        sent = [self.prepared(serial, code) for serial in range(first, first + count)]
        self.recording.sent.extend(sent)
        return csv_text([one["record"] for one in sent]).encode()

    def upload_by_http(self, server, count):
        first = self.next
        content = self.rows(count, "INS0")
        report = server.client.with_key(self.keys["INS0"]).upload(content)
        assert report.status == 200 and report.json["accepted"] == count, report.text
        self.promise("uploaded", range(first, first + count))

    def upload_by_command(self, count):
        first = self.next
        path = self.recording.folder / "rows.csv"
        path.write_bytes(self.rows(count, "INS1"))
        done = command("upload", path, "--insurer", "INS1", "--json", data=self.data, variables=self.variables)
        assert done.code == 0 and json.loads(done.out)["accepted"] == count, done.err
        self.promise("uploaded", range(first, first + count))


class _Serving:
    def __init__(self, server):
        self.server = server

    def __enter__(self):
        self.server.start()
        return self.server

    def __exit__(self, kind, error, trace):
        code = self.server.stop()
        assert kind or code == 0, self.server.err.read_text()
