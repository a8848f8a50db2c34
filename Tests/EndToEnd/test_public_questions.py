"""The public's question has a short way (on the event loop) and a long one (the router). Nobody may see which it took."""

import json
import re
import signal

import pytest

from support.binary import wait_until
from support.records import plate, policy, vin

PATH = "/v1/coverage-queries"


@pytest.fixture
def known(server, insurer):
    """A registry with one insured vehicle."""
    assert insurer.post("/v1/policies", policy(1)).status == 201
    return server


def question(serial=1, suffix=None):
    return json.dumps({"plate": {"number": plate(serial)}, "vinSuffix": suffix or vin(serial)[-6:]}).encode()


def raw(body=b"", method="POST", path=PATH, length=True, **fields):
    """A request as bytes."""
    lines = [f"{method} {path} HTTP/1.1", "Host: xubao"] + [
        f"{name.replace('_', '-')}: {value}" for name, value in fields.items()
    ]
    if length and body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def chunked(body):
    """The same request on the long way: the length is not announced."""
    return raw(length=False, Transfer_Encoding="chunked") + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def read_answers(connection, count):
    """So many answers off one connection: (status, fields, body)."""
    stream = connection.makefile("rb")
    answers = []
    for _ in range(count):
        status = int(stream.readline().split()[1])
        fields = {}
        while (line := stream.readline().strip()) != b"":
            name, value = line.decode().split(": ", 1)
            fields[name.lower()] = value
        answers.append((status, fields, stream.read(int(fields["content-length"]))))
    return answers


def exchange(server, *requests, pause=False):
    with server.client.socket() as connection:
        connection.settimeout(20)
        if pause:
            for byte in b"".join(requests):
                connection.send(bytes([byte]))
        else:
            connection.sendall(b"".join(requests))
        return read_answers(connection, len(requests))


def refuses(server):
    """Whether no further connection is taken."""
    try:
        server.client.socket().close()
        return False
    except ConnectionRefusedError:
        return True
    except ConnectionResetError:
        # It was taken just as the door closed; the next will tell.
        return False


def without_moments(body):
    return re.sub(rb'"(on|asOf|knownAt|requestId)":"[^"]*"|"feedAgeSeconds":\d+', b"", body)


def shape(answer):
    status, fields, body = answer
    passing = ("date", "x-request-id", "content-length")
    return status, {name: value for name, value in fields.items() if name not in passing}, set(fields), without_moments(body)


@pytest.mark.parametrize("serial,suffix", [(1, None), (1, "000000"), (2, None)], ids=["match", "wrong proof", "no plate"])
def test_both_ways_give_the_same_answer_with_the_same_fields(known, serial, suffix):
    body = question(serial, suffix)
    short, long = exchange(known, raw(body)), exchange(known, chunked(body))
    assert short[0][0] == 200
    assert shape(short[0]) == shape(long[0])
    assert re.fullmatch(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", short[0][1]["date"])


@pytest.mark.parametrize(
    "body",
    [b"{", b"[]", b"\xff\xfe", b'{"plate":{"number":"x"}}', b'{"plate":{"number":"' + plate(1).encode() + b'"}}', b"{}"],
)
def test_both_ways_refuse_the_same(known, body):
    short, long = exchange(known, raw(body)), exchange(known, chunked(body))
    assert short[0][0] in (400, 422)
    assert shape(short[0]) == shape(long[0])


def test_answers_keep_the_order_of_their_requests(known):
    wanted = [
        raw(question(1)), raw(method="GET", path="/livez"), raw(question(2)), chunked(question(1)), raw(question(1)),
        raw(b"{"), raw(question(2)), raw(method="GET", path="/nowhere"), raw(question(1)),
    ]
    answers = exchange(known, *wanted)
    assert [status for status, _, _ in answers] == [200, 200, 200, 200, 200, 400, 200, 404, 200]
    outcomes = [json.loads(body).get("outcome") for status, fields, body in answers if b'"outcome"' in body]
    assert outcomes == ["inForce", "noMatch", "inForce", "inForce", "noMatch", "inForce"]


def test_a_slow_answer_is_not_overtaken(sandbox):
    slow = json.dumps({"plate": {"number": "京AX0019"}, "vinSuffix": "000019"}).encode()
    first, second = exchange(sandbox, raw(slow), raw(question(77)))
    assert [json.loads(body)["outcome"] for _, _, body in (first, second)] == ["inForce", "noMatch"]


def test_a_question_may_come_byte_by_byte(known):
    answers = exchange(known, raw(question(1)), raw(question(2)), pause=True)
    assert [json.loads(body)["outcome"] for _, _, body in answers] == ["inForce", "noMatch"]


def test_a_body_longer_than_announced_limits_is_refused_and_the_server_lives(known):
    answers = exchange(known, raw(b'{"plate":"' + b"x" * 9000 + b'"}'))
    assert answers[0][0] == 413
    assert known.client.ask(plate(1), vin(1)[-6:]).json["outcome"] == "inForce"


def test_a_connection_that_is_to_close_is_closed(known):
    with known.client.socket() as connection:
        connection.settimeout(20)
        connection.sendall(raw(question(1), Connection="close"))
        assert read_answers(connection, 1)[0][0] == 200
        assert connection.recv(1) == b""


def test_a_question_half_said_when_the_server_is_stopped_is_answered(known):
    whole, last = raw(question(1)), raw(question(1))
    with known.client.socket() as connection:
        connection.settimeout(20)
        # Sent together with a whole one, whose answer shows that the half has been read.
        connection.sendall(whole + last[:-20])
        assert read_answers(connection, 1)[0][0] == 200
        known.process.send_signal(signal.SIGTERM)
        wait_until(lambda: refuses(known), what="the server to take no more connections")
        connection.sendall(last[-20:])
        assert json.loads(read_answers(connection, 1)[0][2])["outcome"] == "inForce"
        assert connection.recv(1) == b""
    assert known.process.wait(60) == 0


def test_a_client_that_sends_without_reading_does_not_fill_the_memory(known):
    with known.client.socket() as connection:
        connection.settimeout(2)
        block = raw(question(1)) * 200
        sent = 0
        try:
            while sent < 200 << 20:
                sent += connection.send(block)
        except TimeoutError:
            pass
        assert sent < 100 << 20, "the server took in everything without being read"
        assert known.resident_MiB < 400
    assert known.client.ask(plate(1), vin(1)[-6:]).json["outcome"] == "inForce"


def test_the_short_way_counts_in_the_limits_and_in_the_metrics(known):
    before = known.client.get("/metrics").text
    stranger = known.client.at("127.77.1.1")
    for serial in range(100, 120):
        assert stranger.ask(plate(serial), "123456").status == 200
    assert stranger.ask(plate(120), "123456").status == 429
    count = r'xubao_answers_total\{outcome="noMatch"\} (\d+)'
    seen = [int((re.search(count, text) or ["", "0"])[1]) for text in (before, known.client.get("/metrics").text)]
    assert seen[1] - seen[0] == 20
