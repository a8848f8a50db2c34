"""A full disk: nothing is acknowledged that is not there, questions are answered, and it goes on when there is space."""

import subprocess

import pytest
from support.binary import Server, enrol, wait_until
from support.description import assert_conforms
from support.records import csv_text, plate, policy, vin


@pytest.fixture
def small_disk(tmp_path):
    """A file system of eight megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("needs the right to mount a file system")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_is_told_and_passed_over_when_there_is_space(small_disk, tmp_path):
    server = Server(small_disk / "data", logs=tmp_path)
    server.start()
    try:
        insurer = server.client.with_key(enrol(server.data))
        first = insurer.post("/v1/policies", policy(1))
        assert first.status == 201
        content = csv_text([policy(serial) for serial in range(1, 30_000)]).encode()
        full = insurer.upload(content)
        assert (full.status, full.code) == (507, "diskFull")
        assert int(full.headers["Retry-After"]) > 0
        assert_conforms("Problem", full.json)

        asked = server.client.ask(plate(1), vin(1)[-6:])
        assert (asked.status, asked.json["outcome"]) == (200, "inForce")
        before = server.entries
        assert 1 <= before < 30_000
        subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
        wait_until(lambda: insurer.post("/v1/policies", policy(2)).status in (200, 201), 10, "writes to be taken again")
        again = insurer.upload(content).json
        assert again["accepted"] + again["repeated"] == 29_999
        assert again["repeated"] >= before
        assert server.entries == 29_999
        assert insurer.get(f"/v1/receipts/{first.json['entryId']}").text == first.json["receipt"]
    finally:
        assert server.stop() == 0
