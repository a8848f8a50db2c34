"""Bytes of every kind at every door: never a 5xx, never an end of the process, always an answer in bounded time."""

import json
import os
import random
import re
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from support import spoilers
from support.binary import enrol
from support.description import assert_conforms
from support.records import csv_text, plate, policy, vin

HERE = Path(__file__).parent
BODIES = 10_000
LANES = 8


def exchange(server, *pieces, patience=20):
    """What comes back for these bytes, until the other side has nothing more to say."""
    with server.client.socket() as connection:
        connection.settimeout(patience)
        try:
            for piece in pieces:
                connection.sendall(piece)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        received = b""
        try:
            while chunk := connection.recv(65536):
                received += chunk
        except ConnectionResetError:
            pass
        return received


def statuses(received):
    return [int(status) for status in re.findall(rb"^HTTP/1\.1 (\d{3}) ", received, re.M)]


@pytest.mark.parametrize(
    ("path", "content_type", "kinds", "known"),
    [
        ("/v1/coverage-queries", "application/json", ("json",), {200, 400, 413, 422, 429}),
        ("/v1/policies", "application/json", ("json", "csv"), {200, 201, 422}),
        ("/v1/uploads", "text/csv", ("csv", "json"), {200, 422}),
        ("/query", "application/x-www-form-urlencoded", ("form",), {200, 400, 413, 422, 429}),
        ("/v1/law/identifier", "application/json", ("json",), {200, 400, 422}),
    ],
)
def test_ten_thousand_bodies_drawn_by_chance(serve, seed, path, content_type, kinds, known):
    server = serve()
    key = enrol(server.data)
    headers = {"Content-Type": content_type, "Accept": "text/html" if path == "/query" else "application/json"}
    if path in ("/v1/policies", "/v1/uploads"):
        headers["Authorization"] = f"Bearer {key}"
    kinds_met = set()

    def lane(number):
        chance = random.Random(f"{seed}/{path}/{number}")
        source = server.client.at(f"127.{chance.randrange(1, 250)}.{number}.1")
        connection = source.kept()
        for _ in range(BODIES // LANES):
            body = spoilers.body(chance, kinds)
            try:
                reply = source.request("POST", path, body, headers, connection)
            except OSError as error:
                raise AssertionError(f"the connection broke at {body[:200]!r}") from error
            assert reply.status in known, (reply.status, reply.body, body)
            kinds_met.add(reply.status)
            if path != "/query" and reply.status >= 400:
                assert_conforms_quickly(reply)

    with ThreadPoolExecutor(LANES) as pool:
        list(pool.map(lane, range(LANES)))
    assert {status // 100 for status in kinds_met} == {2, 4}, (
        "both what is taken and what is refused must have been met"
    )
    assert server.is_alive and server.client.get("/readyz").status == 200
    assert server.stop() == 0
    assert server.err.read_text() == ""


def assert_conforms_quickly(reply):
    document = reply.json
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert document["code"] and document["title"] and document["status"] == reply.status
    if document["code"] in ("invalid", "quarantined"):
        assert document["errors"] and all(item["code"] and item["message"] for item in document["errors"])


def test_bodies_beyond_the_bounds_are_refused_without_being_read_to_the_end(server, insurer):
    for client, path, longest in (
        (server.client, "/v1/coverage-queries", 8 << 10),
        (insurer, "/v1/policies", 64 << 10),
        (server.client, "/query", 8 << 10),
        (server.client, "/elder", 8 << 10),
    ):
        at_bound = client.request("POST", path, b" " * longest)
        assert at_bound.status != 413 and at_bound.status < 500, path
        beyond = client.request("POST", path, b" " * (longest + 1))
        assert beyond.status == 413, path
        if path.startswith("/v1"):
            assert_conforms("Problem", beyond.json)
    announced = b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 100_000
    assert set(statuses(exchange(server, announced))) <= {413, 400}
    chunked = (
        b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"1000\r\n"
        + b"x" * 4096
        + b"\r\n"
    )
    assert set(statuses(exchange(server, chunked * 1, *[b"1000\r\n" + b"x" * 4096 + b"\r\n"] * 50))) <= {413, 400}
    assert server.client.get("/readyz").status == 200


def test_memory_does_not_grow_with_what_is_sent(server, insurer):
    row = csv_text([policy(1)]).encode().splitlines()[1]
    header = csv_text([policy(1)]).encode().splitlines()[0]
    insurer.upload(header + b"\r\n" + (row + b"\r\n") * 20_000)
    before = server.resident_MiB
    for content in (
        b"x" * (40 << 20),
        header + b"\r\n" + b'"' * (40 << 20),
        b"{" * (40 << 20),
        header + b"\r\n" + b"," * (40 << 20),
    ):
        assert insurer.upload(content).status in (200, 422)
    assert server.resident_MiB < before + 150


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x00" * 100,
        b"\xff\xfe\xfd",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET  /  HTTP/1.1\r\n\r\n",
        b"FOO / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nBad Header: 1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
        b"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        b"GET http://elsewhere/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
    ],
    ids=range(22),
)
def test_what_is_no_request_is_refused(sandbox, request_bytes):
    assert all(status < 500 for status in statuses(exchange(sandbox, request_bytes)))
    assert sandbox.is_alive and sandbox.client.get("/livez").status == 200


def test_requests_drawn_by_chance(sandbox, chance):
    pieces = [
        b"GET ",
        b"POST ",
        b"/",
        b"/query",
        b"/v1/coverage-queries",
        b"/v1/receipts/",
        b" HTTP/1.1\r\n",
        b"\r\n",
        b"Host: a\r\n",
        b"Content-Length: 10\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Accept: text/html\r\n",
        b"\x00",
        b"%00",
        b"%ff",
        b"{}",
        b"Cookie: xubao_elder=1\r\n",
        b"Authorization: Bearer " + b"x" * 40 + b"\r\n",
        b"?a=b&",
        b"\xe4\xba\xac",
        b"0\r\n\r\n",
    ]
    for _ in range(400):
        sent = b"".join(chance.choice(pieces) for _ in range(chance.randrange(1, 14)))
        received = exchange(sandbox, sent, b"\r\n\r\n")
        assert all(status < 500 for status in statuses(received)), sent
    assert sandbox.client.get("/livez").status == 200


def test_paths_of_any_bytes(sandbox, chance):
    paths = [
        b"/%ff%fe",
        b"/%00",
        b"/..%2f..%2fetc%2fpasswd",
        b"/../../etc/passwd",
        b"//",
        b"/v1//policies",
        b"/v1/receipts/",
        b"/v1/receipts/main-99999999999999999999",
        b"/v1/receipts/main--1",
        b"/v1/receipts/%F0%9F%9A%97",
        b"/v1/receipts/main-0/x",
        b"/" + b"%" * 300,
        b"/?" + b"&=" * 500,
        b"/freshness?order=%00%ff",
        b"/en/query?%",
        b"/" + b"a/" * 2000,
        b"/\xe4\xba\xac",
    ]
    paths += [b"/" + bytes(byte for byte in chance.randbytes(40) if byte not in b" \r\n\x00") for _ in range(300)]
    paths += [b"/v1/" + b"".join(b"%%%02x" % byte for byte in chance.randbytes(12)) for _ in range(100)]
    for path in paths:
        for accept in (b"text/html", b"application/json"):
            sent = b"GET " + path + b" HTTP/1.1\r\nHost: a\r\nAccept: " + accept + b"\r\nConnection: close\r\n\r\n"
            assert all(status < 500 for status in statuses(exchange(sandbox, sent))), path
    assert sandbox.client.get("/livez").status == 200


def test_slow_senders_are_let_go_and_hold_up_nobody(server):
    slow = []
    for number in range(200):
        connection = server.client.socket()
        connection.sendall(b"GET /livez HTTP/1.1\r\nHost: a\r\nX-Slow: " + b"z" * number)
        slow.append(connection)
    silent = [server.client.socket() for _ in range(50)]
    began = time.monotonic()
    assert server.client.get("/readyz").status == 200
    assert time.monotonic() - began < 2
    for connection in slow + silent:
        connection.settimeout(15)
        # A byte now and then does not buy more time.
        try:
            connection.sendall(b"z") if connection in slow[:20] else None
            while connection.recv(4096):
                pass
        except (ConnectionResetError, BrokenPipeError):
            pass
        connection.close()
    assert 5 < time.monotonic() - began < 14


def test_deep_and_odd_json_is_refused_and_never_taken_for_something_else(server, insurer):
    answers = {
        b"[" * 4000: 400,
        b'{"plate":' * 800: 400,
        b"null": 400,
        b"[]": 400,
        b'"text"': 400,
        b"1": 400,
        b"": 400,
        b"\xff": 400,
        b"{}": 422,
        b'{"plate":null}': 422,
        b'{"plate":"\xe4\xba\xacA12345","vinSuffix":"123456"}': 422,
        b'{"plate":{},"vinSuffix":"123456"}': 422,
        b'{"plate":{"number":1},"vinSuffix":"123456"}': 422,
        b'{"plate":{"number":"\xe4\xba\xacA12345"},"vinSuffix":123456}': 422,
        b'{"plate":{"number":"\xe4\xba\xacA12345"},"vinSuffix":["123456"]}': 422,
        b'{"plate":{"number":"\xe4\xba\xacA12345","category":"98"},"vinSuffix":"123456"}': 422,
        b'{"plate":{"number":"\xe4\xba\xacA12345"},"vinSuffix":"123456","on":"soon"}': 422,
        b'{"plate":{"number":"\xe4\xba\xacA12345"},"vinSuffix":"123456","on":"99999-01-01T00:00:00Z"}': 422,
        b'\xef\xbb\xbf{"plate":{"number":"\xe4\xba\xacA12345"},"vinSuffix":"123456"}': None,
        json.dumps({"plate": {"number": "京A12345"}, "vinSuffix": "123456", "unknown": {"a": [1, {}]}}).encode(): 200,
    }
    for body, status in answers.items():
        reply = server.client.request("POST", "/v1/coverage-queries", body)
        assert status is None and reply.status < 500 or reply.status == status, (body[:100], reply.status, reply.body)
    for body in (
        b"",
        b"[]",
        b"null",
        b'{"policyNumber":{"a":1}}',
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b'{"policyNumber":"1","policyNumber":"2"}',
    ):
        reply = insurer.request("POST", "/v1/policies", body)
        assert (reply.status, reply.code) == (422, "quarantined"), body[:100]


def test_extreme_numbers_and_times_are_judged_not_computed_with(insurer, server):
    extremes = [
        "0001-01-01",
        "9999-12-31",
        "9999-12-31T23:59:59.999+08:00",
        "0000-01-01",
        "2026-02-29",
        "1970-01-01T00:00:00-18:59",
    ]
    serial = 0
    for start in extremes:
        for end in extremes:
            serial += 1
            reply = insurer.post("/v1/policies", policy(serial, start=-1) | {"start": start, "end": end})
            assert reply.status in (201, 422)
            asked = server.client.at(f"127.7.{serial}.1").ask(plate(serial), vin(serial)[-6:], on=start, knownAt=end)
            assert asked.status in (200, 422)
    for sequence in ("999999999999999999", "0", "1", "9" * 19, "-1", "1e3", "００７"):
        assert insurer.post("/v1/policies", policy(900 + len(sequence), sequence=sequence)).status in (200, 201, 422)
    for premium in ("1e400", "9" * 60, "-0.00", "0.001", "¥ 950.00 元", "٣"):
        assert insurer.post("/v1/policies", policy(950, sequence="", premium=premium)).status in (200, 201, 422)
    listed = server.client.get("/v1/insurers")
    assert listed.status == 200 and listed.json["insurers"][0]["missingSequences"] > 0
    assert server.client.get("/freshness", Accept="text/html").status == 200


def test_the_description_holds_under_schemathesis(serve, seed, tmp_path):
    server = serve("described", "--sandbox", "--sandbox-vehicles", "50")
    key = enrol(server.data, "FUZZ", "模糊财险")
    line = [
        str(Path(sys.executable).with_name("schemathesis")),
        "run",
        f"{server.url}/openapi.json",
        "--max-time",
        "30",
        "--checks",
        "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
        "response_schema_conformance,unsupported_method",
        "--phases",
        "examples,coverage,fuzzing",
        "--seed",
        str(seed),
        "--header",
        f"Authorization: Bearer {key}",
        "--suppress-health-check",
        "all",
        "--warnings",
        "off",
        "--no-color",
    ]
    done = subprocess.run(
        line,
        capture_output=True,
        text=True,
        timeout=180,
        cwd=tmp_path,
        env=os.environ | {"SCHEMATHESIS_HOOKS": "support.schemathesis_hooks", "PYTHONPATH": str(HERE)},
    )
    (tmp_path / "schemathesis.txt").write_text(done.stdout + done.stderr)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert server.is_alive


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
@pytest.mark.parametrize("path", ["/livez", "/nowhere", "/v1/coverage-queries", "/v1/receipts/main-0", "/query", "/elder"])
def test_what_head_gets_has_no_body(server, path, accept):
    asked = f"HEAD {path} HTTP/1.1\r\nHost: xubao\r\nAccept: {accept}\r\nConnection: close\r\n\r\n"
    head, end, body = exchange(server, asked.encode()).partition(b"\r\n\r\n")
    assert re.search(rb"(?i)\r\ncontent-length: [1-9]", head) and end
    assert body == b"", "whoever asked takes it for the next answer"
