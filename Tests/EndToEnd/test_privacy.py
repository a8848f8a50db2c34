"""Canaries: personal data that stands nowhere else, looked for everywhere after it was sent in every way."""

import base64

import pytest

from support.binary import command, enrol, wait_until
from support.records import csv_text, identity_number, policy, vin

NAME = "欧阳金丝雀"
PHONE = "13912345678"
PLATE = "琼A7K9Q3"
VIN = vin(7_654_321)
IDENTITY = identity_number(937)
ENGINE = "CANARY9Q7X3"
CANARIES = {
    "name": NAME,
    "phone": PHONE,
    "plate": PLATE,
    "plate without province": PLATE[1:],
    "VIN": VIN,
    "VIN suffix": VIN[-6:],
    "identity number": IDENTITY,
    "engine number": ENGINE,
}


def spellings(canary):
    """A canary as it might stand in a file: in any encoding that could have been passed by."""
    found = {canary.encode(encoding) for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")}
    found |= {canary.lower().encode(), canary.encode().hex().encode(), canary.encode().hex().upper().encode()}
    plain = canary.encode()
    # Base64 of a piece of text looks differently by where the piece begins.
    found |= {base64.b64encode(b"\x00" * shift + plain)[4:-4] for shift in range(3) if len(plain) > 8}
    found.add("".join(f"%{byte:02X}" for byte in plain).encode())
    found.add(canary.encode("unicode_escape"))
    return {spelling for spelling in found if len(spelling) >= 6}


def sightings(content):
    return [name for name, canary in CANARIES.items() if any(spelling in content for spelling in spellings(canary))]


@pytest.fixture
def record():
    return policy(
        1,
        plate=PLATE,
        plateCategory="02",
        vin=VIN,
        engineNumber=ENGINE,
        policyholderName=NAME,
        policyholderDocument=IDENTITY,
        insuredName=NAME,
        insuredDocument=IDENTITY,
        phone=PHONE,
    )


def send_everything(server, insurer, record, tmp_path):
    """Sends the canaries in every way there is; the bodies of what was refused."""
    client = server.client
    accepted = insurer.post("/v1/policies", record | {"sequence": "100"})
    assert (accepted.status, accepted.json["flags"]) == (201, []), "all of it was understood"
    refused = [
        insurer.post("/v1/policies", record | spoiled)
        for spoiled in (
            {"sequence": "101", "end": NAME},
            {"sequence": "100"} | {"premium": "1"},
            {"event": NAME},
            {"sequence": "102", "start": PLATE, "end": VIN},
            {"event": "cancellation", "policyNumber": VIN, "ground": NAME},
            {"event": "correction", "corrects": PHONE},
            {"policyNumber": IDENTITY * 5},
            {NAME: VIN, VIN: {PLATE: PHONE}},
            {"plate": {"number": PLATE}},
            {"region": NAME, "start": ""},
        )
    ]
    for encoding in ("utf-8", "gb18030"):
        rows = [
            record | {"sequence": "200"},
            record | {"sequence": "201", "end": "x"},
            record | {"sequence": "202", "plate": f"{PLATE}·Ｏ", "vin": f"{VIN}O"},
        ]
        reply = insurer.upload(csv_text(rows).encode(encoding))
        assert reply.status == 200 and reply.json["quarantined"] >= 1
        path = tmp_path / f"canaries-{encoding}.csv"
        path.write_bytes(
            csv_text([record | {"sequence": "300"}, record | {"sequence": "301", "end": "x"}]).encode(encoding)
        )
        assert command("upload", path, "--insurer", "E2E", data=server.data).code == 1
    refused.append(insurer.upload(f"{NAME},{PLATE},{VIN}\r\n1,2,3\r\n".encode()))
    refused.append(insurer.upload(f"policyNumber,plate,plate\r\n{VIN},{PLATE},{PHONE}\r\n".encode()))

    assert client.ask(PLATE, VIN[-6:]).json["outcome"] == "inForce"
    assert client.ask(PLATE, vin=VIN).json["outcome"] == "inForce"
    assert client.ask(PLATE, "999999").json["outcome"] == "noMatch"
    assert command("ask", PLATE, "--vin-suffix", VIN[-6:], data=server.data).code == 0
    refused += [
        client.ask(f"{PLATE}{VIN}", VIN[-6:]),
        client.ask(PLATE, VIN),
        client.ask(PLATE, NAME),
        client.ask(PLATE, vin=f"{VIN}OI"),
        client.ask(PLATE, VIN[-6:], on=NAME),
        client.ask(PLATE, VIN[-6:], category=NAME),
        client.ask(PLATE, [VIN]),
        client.post("/v1/coverage-queries", f'{{"plate": {{"number": "{PLATE}"'.encode()),
        client.post("/v1/coverage-queries", {VIN: PLATE}),
        client.post("/v1/coverage-queries", f"{VIN} {PLATE} {NAME}".encode()),
        client.get("/v1/receipts/main-0", Authorization=f"Bearer {VIN}{VIN}"),
        client.post("/v1/policies", record, Authorization=f"Bearer {NAME}{PHONE}{IDENTITY}".encode()),
        insurer.post("/v1/policies", record | {"sequence": "100"}, **{"Idempotency-Key": PHONE}),
        insurer.post("/v1/policies", record | {"sequence": "900", "end": ""}, **{"Idempotency-Key": PHONE}),
    ]
    assert all(reply.status >= 400 for reply in refused if reply.status not in (200, 201))
    stored = client.form("/query", form="plate", plate=PLATE, vinSuffix=VIN[-6:])
    assert stored.status == 200
    return [reply for reply in refused if reply.status >= 400]


def test_canaries_are_seen_nowhere(server, insurer, record, tmp_path):
    refused = send_everything(server, insurer, record, tmp_path)
    assert len(refused) > 15
    office = server.client.with_key(enrol(server.data, "JGJ", "交管所", role="official"))
    assert (
        office.post("/v1/coverage-queries", {"plate": {"number": PLATE}, "purpose": "事故处理"}).json["outcome"]
        == "inForce"
    )
    for reply in refused:
        assert not sightings(reply.body), (reply.status, reply.text)
        assert not sightings(str(reply.headers).encode())
    for path in ("/metrics", "/v1/insurers", "/freshness", "/livez", "/readyz", "/"):
        assert not sightings(server.client.get(path).body), path
    wait_until(lambda: (server.data / "audit.sqlite-wal").stat().st_size > 0, what="the audit trail")
    assert_clean(server)
    server.kill()
    assert_clean(server)
    server.start()
    assert server.stop() == 0
    assert_clean(server)


def assert_clean(server):
    files = [path for path in server.data.rglob("*") if path.is_file()] + [server.out, server.err]
    assert len(files) >= 7
    assert sum(path.stat().st_size for path in files) > 50_000, "there must be something to look through"
    for path in files:
        assert not sightings(path.read_bytes()), path.name


def test_the_search_would_see_them(tmp_path):
    """What makes the other test worth something: each canary is found where it is."""
    for name, canary in CANARIES.items():
        for content in (
            canary.encode(),
            canary.encode("gb18030"),
            canary.encode("utf-16-le"),
            canary.encode().hex().encode(),
        ):
            assert name in sightings(b"\x01\x02" + content + b"\xff"), name
    assert "VIN" in sightings(base64.b64encode(b"ab" + VIN.encode() + b"cd"))


def test_addresses_hold_nothing_that_was_typed(server, insurer, record):
    insurer.post("/v1/policies", record)
    page = server.client.form("/query", form="plate", plate=PLATE, vinSuffix=VIN[-6:])
    assert page.status == 200 and "Location" not in page.headers
    assert PLATE not in page.text, "the answer shows the plate masked"
    assert VIN not in page.text and NAME not in page.text and PHONE not in page.text and IDENTITY not in page.text
    answer = server.client.ask(PLATE, VIN[-6:])
    assert not sightings(answer.body)
