"""`xubao witness` and a log that asks it: cosignatures that the independent verifier accepts, and no second history."""

import json
import subprocess

import pytest

from support.binary import BINARY, Server, command, enrol, environment, wait_until
from support.client import Client
from support.records import policy
from verifier import verify


class Witness:
    def __init__(self, folder, key_file):
        self.line = [BINARY, "witness", "--data", folder, "--listen", "127.0.0.1:0", "--log", key_file, "--json"]
        self.out = folder.with_suffix(".out")
        self.start()

    def start(self):
        with self.out.open("wb") as out:
            self.process = subprocess.Popen(self.line, stdout=out, stderr=subprocess.DEVNULL, env=environment())
        text = wait_until(lambda: self.out.read_text().endswith("\n") and self.out.read_text(), what="the witness")
        greeting = json.loads(text)
        self.url, self.key = greeting["url"], greeting["key"]
        self.client = Client(self.url)

    def end(self):
        self.process.kill()
        self.process.wait()

    def add(self, body):
        return self.client.post("/add-checkpoint", body.encode() if isinstance(body, str) else body)


@pytest.fixture
def log(serve, tmp_path):
    """A log with its key in a file."""
    server = serve()
    insurer = server.client.with_key(enrol(server.data))
    (tmp_path / "log.key").write_bytes(server.client.get("/v1/log/key").body)
    return server, insurer


@pytest.fixture
def witness(log, tmp_path):
    witness = Witness(tmp_path / "witness", tmp_path / "log.key")
    yield witness
    witness.end()


def send(insurer, serials):
    for serial in serials:
        assert insurer.post("/v1/policies", policy(serial)).status == 201


def published(server, size):
    def at_size():
        note = server.client.get("/v1/log/checkpoint").text
        return note if note.splitlines()[1] == str(size) else None

    return wait_until(at_size, what="the checkpoint")


def test_a_log_has_its_checkpoints_cosigned(log, witness, serve, tmp_path):
    server, insurer = log
    server.stop()
    server.options = ("--witness", f"{witness.url}={witness.key}")
    server.start()
    insurer = server.client.with_key(insurer.key)
    (tmp_path / "keys").write_bytes((tmp_path / "log.key").read_bytes() + witness.key.encode() + b"\n")
    keys = verify.read_keys(tmp_path / "keys")
    total = 0
    for count in (1, 4, 300):
        send(insurer, range(total, total + count))
        total += count

        def cosigned():
            reply = server.client.get("/v1/log/witnessed-checkpoint")
            return reply.text if reply.status == 200 and reply.text.splitlines()[1] == str(total) else None

        note = wait_until(cosigned, what="the cosignature")
        size, _, times = verify.open_checkpoint(note, keys)
        assert size == total and len(times) == 1


def test_a_witness_cosigns_one_history_and_remembers_it(log, witness, tmp_path):
    server, insurer = log
    empty = server.client.get("/v1/log/checkpoint").text
    send(insurer, range(3))
    note = published(server, 3)
    assert witness.add(f"old 0\n\n{note}").status == 200
    # A second history from nothing, or from an older size, is told where this one stands.
    again = witness.add(f"old 0\n\n{empty}")
    assert (again.status, again.body) == (409, b"3\n")
    witness.end()
    witness.start()
    again = witness.add(f"old 0\n\n{note}")
    assert (again.status, again.body) == (409, b"3\n")
    # The same once more is the same history; without its proof a larger one is none.
    assert witness.add(f"old 3\n\n{note}").status == 200
    send(insurer, range(3, 5))
    larger = published(server, 5)
    assert witness.add(f"old 3\n\n{larger}").status == 422
    assert witness.add(f"old 4\n\n{note}").status in (400, 409)


@pytest.mark.parametrize("body, status", [
    ("", 400), ("old 0\n", 400), ("old -1\n\nx\n1\nAAAA\n\n— x AAAA\n", 400), ("old 0\n\n" + "x" * 300_000, 400),
    ("old 0\n\nother/log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— other/log AAAAAAAA\n", 404),
])
def test_what_is_no_request_is_refused(log, witness, body, status):
    assert witness.add(body.encode()).status == status
    assert witness.process.poll() is None


def test_an_unsigned_checkpoint_is_refused(log, witness):
    server, insurer = log
    send(insurer, range(2))
    note = published(server, 2)
    forged = note.replace("\n2\n", "\n1\n", 1)
    assert witness.add(f"old 0\n\n{forged}").status == 403
