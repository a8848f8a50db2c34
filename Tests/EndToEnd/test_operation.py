"""Running it: one owner, a graceful stop, file modes, headers, the operator's addresses."""

import json
import os
import signal
import stat
import threading
import time

from support.binary import Server, command, enrol, wait_until
from support.description import assert_conforms
from support.records import csv_text, plate, policy, vin


def test_a_second_server_on_the_same_directory_ends_and_names_the_holder(server):
    second = command("serve", "--data", server.data, "--listen", "127.0.0.1:0", patience=20)
    assert second.code == 3 and second.out == ""
    assert str(server.process.pid) in second.err
    assert server.client.get("/readyz").status == 200


def test_a_port_that_is_taken_is_told_with_a_way_out(server, tmp_path):
    port = server.client.port
    other = command("serve", "--data", tmp_path / "other", "--listen", f"127.0.0.1:{port}", patience=20)
    assert other.code == 3 and "--listen" in other.err


def test_a_graceful_stop_finishes_what_was_begun(serve):
    server = serve("sandbox", "--sandbox", "--sandbox-vehicles", "50")
    replies = []
    asking = threading.Thread(target=lambda: replies.append(server.client.ask("京AX0019", "000019")))
    asking.start()
    wait_until(lambda: server.metric("xubao_requests_in_flight") == 2, what="the slow answer to be begun")
    server.process.send_signal(signal.SIGTERM)
    asking.join()
    assert (replies[0].status, replies[0].json["outcome"]) == (200, "inForce")
    assert server.stop() == 0
    assert not (server.data / "xubao.sock").exists()


def test_a_graceful_stop_keeps_what_was_uploaded_and_asked(server, tmp_path):
    key = enrol(server.data)
    report = server.client.with_key(key).upload(csv_text([policy(serial) for serial in range(1, 300)]).encode()).json
    assert report["accepted"] == 299
    assert server.stop() == 0
    assert not list(server.data.glob("*.sock"))
    again = Server(server.data, logs=tmp_path)
    again.start()
    try:
        assert again.entries == 299
        assert again.client.ask(plate(5), vin(5)[-6:]).json["outcome"] == "inForce"
    finally:
        assert again.stop() == 0
    assert server.err.read_text() == "", "nothing to complain about"


def test_what_is_in_the_data_directory_is_for_its_owner_alone(server, insurer):
    insurer.post("/v1/policies", policy(1))
    assert stat.S_IMODE(os.stat(server.data).st_mode) == 0o700
    names = {path.name for path in server.data.iterdir()}
    assert {"master.key", "registry.sqlite", "keys.sqlite", "audit.sqlite", "lock", "xubao.sock"} <= names
    for path in server.data.iterdir():
        assert stat.S_IMODE(path.lstat().st_mode) & 0o077 == 0, path.name
    for path in server.data.glob("*.sqlite*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_a_master_key_others_can_read_is_refused(server):
    server.stop()
    (server.data / "master.key").chmod(0o644)
    refused = command("serve", "--data", server.data, "--listen", "127.0.0.1:0", patience=20)
    assert refused.code == 3 and "0600" in refused.err


def test_a_foreign_master_key_is_refused_before_anything_is_served(server, insurer, tmp_path):
    insurer.post("/v1/policies", policy(1))
    server.stop()
    command("insurer", "add", "E2E", "--name", "x", data=tmp_path / "foreign")
    foreign = (tmp_path / "foreign" / "master.key").read_bytes()
    (server.data / "master.key").write_bytes(foreign)
    refused = command("serve", "--data", server.data, "--listen", "127.0.0.1:0", patience=20)
    assert refused.code == 3 and refused.err


def test_every_reply_has_a_number_of_its_own_and_the_headers_that_guard_it(server):
    numbers = []
    for method, path in (
        ("GET", "/livez"),
        ("GET", "/"),
        ("GET", "/nothing"),
        ("POST", "/v1/coverage-queries"),
        ("GET", "/v1/policies"),
        ("POST", "/v1/policies"),
        ("GET", "/openapi.json"),
        ("GET", "/metrics"),
    ):
        reply = server.client.request(method, path, body=b"" if method == "POST" else None)
        numbers.append(reply.headers["X-Request-Id"])
        assert reply.headers["X-Content-Type-Options"] == "nosniff", path
        if reply.status >= 400:
            assert reply.headers["Content-Type"] == "application/problem+json"
            assert_conforms("Problem", reply.json)
            assert reply.json["requestId"] == numbers[-1]
    assert len(set(numbers)) == len(numbers) and all(numbers)


def test_an_address_asked_for_what_it_does_not_do_says_what_it_does(server):
    for path, allowed in (
        ("/v1/coverage-queries", "POST"),
        ("/v1/policies", "POST"),
        ("/v1/uploads", "POST"),
        ("/v1/insurers", "GET, HEAD"),
        ("/v1/log/key", "GET, HEAD"),
        ("/v1/receipts/main-1", "GET, HEAD"),
    ):
        reply = server.client.request("DELETE", path)
        assert (reply.status, reply.code, reply.headers["Allow"]) == (405, "methodNotAllowed", allowed), path
    assert server.client.request("HEAD", "/livez").status == 200
    assert server.client.request("HEAD", "/").body == b""


def test_every_wrong_key_gets_the_same_answer(server, insurer):
    assert insurer.post("/v1/policies", policy(1)).status == 201
    right = insurer.key
    wrong = [
        None,
        "",
        right[:-1],
        right + "0",
        right[:-1] + ("A" if right[-1] != "A" else "B"),
        right.upper(),
        "x" * 300,
        "xb_insurer_" + "A" * 43,
    ]
    headers = [{} if key is None else {"Authorization": f"Bearer {key}"} for key in wrong]
    headers += [{"Authorization": value} for value in (right, f"Basic {right}", f"Token {right}", "Bearer", "Bearer  ")]
    bodies = set()
    for header in headers:
        for path in ("/v1/policies", "/v1/uploads"):
            reply = server.client.post(path, policy(2), **header)
            assert reply.status == 401 and reply.headers["WWW-Authenticate"] == "Bearer", header
            document = reply.json
            assert document.pop("requestId")
            bodies.add(json.dumps(document))
    assert len(bodies) == 1
    assert server.entries == 1


def test_a_role_opens_its_own_doors_only(server, insurer):
    other = server.client.with_key(enrol(server.data, "OTHER", "别家财险"))
    office = server.client.with_key(enrol(server.data, "JGJ", "交管所", role="official"))
    assert insurer.post("/v1/policies", policy(1)).status == 201
    assert office.post("/v1/policies", policy(2)).status == 403
    assert office.upload(b"policyNumber,plate\r\n1,2\r\n").status == 403

    alone = {"plate": {"number": plate(1)}}
    assert insurer.post("/v1/coverage-queries", alone).json["outcome"] == "inForce"
    assert other.post("/v1/coverage-queries", alone).json["outcome"] == "noMatch", "another's records look like none"
    assert office.post("/v1/coverage-queries", alone).json["errors"][0]["path"] == "purpose"
    assert office.post("/v1/coverage-queries", alone | {"purpose": "事故处理"}).json["outcome"] == "inForce"
    unknown = office.post("/v1/coverage-queries", {"plate": {"number": plate(9)}, "purpose": "事故处理"}).json
    assert (unknown["outcome"], unknown["feedAgeSeconds"] is not None) == ("noMatch", True)
    nobody = server.client.post("/v1/coverage-queries", alone)
    assert (nobody.status, nobody.json["errors"][0]["path"]) == (422, "vinSuffix")
    mismatch = other.post("/v1/policies", policy(3, insurer="E2E"))
    assert (mismatch.status, mismatch.json["errors"][0]["code"]) == (422, "insurerMismatch")


def test_a_question_about_another_moment_and_another_knowledge(server, insurer):
    insurer.post("/v1/policies", policy(1, start=-100))
    known = server.client.ask(plate(1), vin(1)[-6:]).json
    assert known["outcome"] == "inForce"
    for on, outcome in (
        (known["period"]["start"], "inForce"),
        (known["period"]["end"], "lapsed"),
        ("2001-01-01 00:00", "notYetInForce"),
    ):
        assert server.client.ask(plate(1), vin(1)[-6:], on=on).json["outcome"] == outcome, on
    earlier = server.client.ask(plate(1), vin(1)[-6:], knownAt="2020-01-01T00:00:00Z").json
    assert (earlier["outcome"], earlier["treeSize"]) == ("noMatch", 0)


def test_an_upload_that_was_begun_is_finished_before_the_stop(server):
    insurer = server.client.with_key(enrol(server.data))
    content = csv_text([policy(serial) for serial in range(1, 200)]).encode()
    connection = insurer.kept()
    connection.putrequest("POST", "/v1/uploads")
    connection.putheader("Authorization", f"Bearer {insurer.key}")
    connection.putheader("Content-Length", str(len(content)))
    connection.endheaders()
    connection.send(content[:1000])
    wait_until(lambda: server.metric("xubao_requests_in_flight") == 2, what="the upload to be begun")
    server.process.send_signal(signal.SIGTERM)
    wait_until(lambda: _refuses(server), what="the server to take no more connections")
    connection.send(content[1000:])
    reply = connection.getresponse()
    assert reply.status == 200 and json.loads(reply.read())["accepted"] == 199
    connection.close()
    assert server.stop() == 0


def _refuses(server):
    try:
        server.client.socket().close()
        return False
    except OSError:
        return True


def test_beyond_capacity_the_answer_is_503_at_once(serve):
    server = serve("sandbox", "--sandbox", "--sandbox-vehicles", "50")
    body = json.dumps({"plate": {"number": "京AX0019"}, "vinSuffix": "000019"}).encode()
    sent = (
        b"POST /v1/coverage-queries HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body)
        + body
    )
    began = time.monotonic()
    connections = [server.client.socket() for _ in range(600)]
    for connection in connections:
        connection.sendall(sent)
    replies = [_read(connection) for connection in reversed(connections)]
    assert server.client.get("/livez").status == 200, "the machine is asked how it is, even when it is full"
    statuses = [reply.split(b" ", 2)[1] for reply in replies]
    assert statuses.count(b"200") == 512 and statuses.count(b"503") == 88
    refused = [reply for reply in replies if reply.split(b" ", 2)[1] == b"503"]
    assert all(b"retry-after:" in reply.lower() and b'"overloaded"' in reply for reply in refused)
    assert time.monotonic() - began < 8
    assert server.client.ask("京AX0001", "000001").status == 200


def _read(connection):
    received = b""
    while chunk := connection.recv(65536):
        received += chunk
    connection.close()
    return received
