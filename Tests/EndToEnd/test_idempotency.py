"""The same key and body: one effect and one answer, at once, later, and after a crash."""

from concurrent.futures import ThreadPoolExecutor

from support.binary import enrol
from support.description import assert_conforms
from support.records import csv_text, policy

KEY = {"Idempotency-Key": "7c7e2f1a-once"}


def at_once(count, work):
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, range(count)))


def test_fifty_at_once_are_one_entry_and_one_answer(server, insurer):
    replies = at_once(50, lambda _: insurer.post("/v1/policies", policy(1), **KEY))
    assert {reply.status for reply in replies} == {201}
    assert len({reply.body for reply in replies}) == 1
    assert_conforms("Acceptance", replies[0].json)
    assert server.entries == 1


def test_fifty_at_once_without_a_key_are_one_entry_too(server, insurer):
    replies = at_once(50, lambda _: insurer.post("/v1/policies", policy(1)))
    assert sorted(reply.status for reply in replies) == [200] * 49 + [201]
    assert len({reply.json["receipt"] for reply in replies}) == 1
    assert server.entries == 1


def test_the_same_key_with_another_body_is_refused_and_has_no_effect(server, insurer):
    first = insurer.post("/v1/policies", policy(1), **KEY)
    other = insurer.post("/v1/policies", policy(2), **KEY)
    assert (other.status, other.code) == (422, "idempotencyKeyReused")
    assert_conforms("Problem", other.json)
    assert insurer.post("/v1/policies", policy(1), **KEY).body == first.body
    assert server.entries == 1


def test_answers_outlive_a_crash(server, insurer):
    first = insurer.post("/v1/policies", policy(1), **KEY)
    refused = insurer.post("/v1/policies", policy(2, end="nie"), **{"Idempotency-Key": "refused"})
    assert (first.status, refused.status) == (201, 422)
    server.kill()
    server.start()
    insurer = server.client.with_key(insurer.key)
    again = insurer.post("/v1/policies", policy(1), **KEY)
    assert (again.status, again.body) == (first.status, first.body)
    again = insurer.post("/v1/policies", policy(2, end="nie"), **{"Idempotency-Key": "refused"})
    assert (again.status, again.body) == (refused.status, refused.body)
    assert insurer.post("/v1/policies", policy(3), **KEY).status == 422


def test_a_key_belongs_to_its_credential(server, insurer):
    other = server.client.with_key(enrol(server.data, "OTHER", "别家财险"))
    first = insurer.post("/v1/policies", policy(1), **KEY)
    second = other.post("/v1/policies", policy(1), **KEY)
    assert (first.status, second.status) == (201, 201)
    assert first.json["entryId"] != second.json["entryId"]


def test_a_key_that_is_none_is_refused(insurer, server):
    for key in ("", "x" * 256):
        reply = insurer.post("/v1/policies", policy(1), **{"Idempotency-Key": key})
        assert (reply.status, reply.code) == (400, "idempotencyKeyInvalid")
    assert server.entries == 0


def test_an_upload_with_a_key_gets_the_same_report_for_ever(server, insurer):
    content = csv_text([policy(serial) for serial in range(1, 200)]).encode()
    first = insurer.upload(content, **KEY)
    assert (first.status, first.json["accepted"]) == (200, 199)
    replies = at_once(8, lambda _: insurer.upload(content, **KEY))
    assert {reply.body for reply in replies} == {first.body}
    other = insurer.upload(csv_text([policy(500)]).encode(), **KEY)
    assert (other.status, other.code) == (422, "idempotencyKeyReused")
    assert server.entries == 199
    server.kill()
    server.start()
    assert server.client.with_key(insurer.key).upload(content, **KEY).body == first.body


def test_an_upload_sent_at_once_with_one_key_gets_one_report(server, insurer):
    content = csv_text([policy(serial) for serial in range(1, 500)]).encode()
    replies = at_once(8, lambda _: insurer.upload(content, **KEY))
    assert {reply.status for reply in replies} == {200}
    assert len({reply.body for reply in replies}) == 1
    assert server.entries == 499
