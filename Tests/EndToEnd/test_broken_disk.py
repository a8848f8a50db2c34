"""A disk that fails to sync: nothing is acknowledged that may be lost, and nothing is tried again."""

import pytest
from powercut.recording import recorded

from support.binary import Server, enrol
from support.records import identity_number, plate, policy, vin


def person(serial):
    return policy(serial, policyholderName="张三", policyholderDocument=identity_number(serial))


@pytest.fixture
def failing(tmp_path):
    """A server on a disk whose syncs can be made to fail, by the ending of a file's name."""
    (tmp_path / "disk").mkdir()
    server = Server(tmp_path / "disk" / "data", logs=tmp_path, variables=recorded(tmp_path, tmp_path / "disk"))
    server.start()
    yield server, tmp_path / "broken"
    if server.is_alive:
        server.kill()


@pytest.mark.parametrize("file", ["registry.sqlite-wal", "keys.sqlite-wal"])
def test_after_a_failed_sync_nothing_is_acknowledged_any_more(failing, file):
    server, broken = failing
    insurer = server.client.with_key(enrol(server.data))
    first = insurer.post("/v1/policies", person(1))
    assert first.status == 201
    broken.write_text(file)
    failed = insurer.post("/v1/policies", person(2))
    assert failed.status == 503, failed.text
    broken.unlink()
    # The disk is well again; what it lost in between is not known, so nothing is taken until somebody has looked.
    assert insurer.post("/v1/policies", person(3)).status == 503
    assert server.client.get("/readyz").status == 503
    asked = server.client.ask(plate(1), vin(1)[-6:])
    assert (asked.status, asked.json["outcome"]) == (200, "inForce")
    server.kill()
    server.start()
    insurer = server.client.with_key(insurer.key)
    assert insurer.get(f"/v1/receipts/{first.json['entryId']}").text == first.json["receipt"]
    assert insurer.post("/v1/policies", person(3)).status == 201


def test_a_log_that_cannot_be_moved_into_the_database_stops_the_writer(failing):
    server, broken = failing
    insurer = server.client.with_key(enrol(server.data))
    broken.write_text("registry.sqlite")
    connection, taken = insurer.kept(), {}
    # The log is moved at 64 MiB; a commit of one policy takes a tenth of one.
    for serial in range(5000):
        reply = insurer.post("/v1/policies", policy(serial), connection)
        if reply.status != 201:
            break
        taken[reply.json["entryId"]] = reply.json["receipt"]
    assert (reply.status, len(taken) > 300) == (503, True), f"{reply.status} after {len(taken)}"
    broken.unlink()
    assert insurer.post("/v1/policies", policy(5000)).status == 503
    assert server.client.get("/readyz").status == 503
    server.kill()
    server.start()
    insurer = server.client.with_key(insurer.key)
    assert server.entries >= len(taken)
    for entry, receipt in list(taken.items())[::20]:
        assert insurer.get(f"/v1/receipts/{entry}").text == receipt
    assert insurer.post("/v1/policies", policy(5000)).status == 201
