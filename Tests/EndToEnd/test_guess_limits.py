"""Guessing, from as many addresses as the loopback network has."""

import itertools
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from support.binary import command, wait_until
from support.description import assert_conforms
from support.records import plate, policy, vin

MOST_WRONG = 90
MOST_PLATES = 20

# Far apart from 127.0.0.x, where nobody else asks from; each is a network of its own.
STRANGERS = [f"127.{second}.{third}.9" for second in range(1, 4) for third in range(256)]


def guesses(serial):
    """Six characters that are not this vehicle's."""
    return (text for text in (f"{number:06d}" for number in itertools.count(500_000)) if text != vin(serial)[-6:])


def try_wrong(server, number, serial, asked=None, strangers=STRANGERS):
    """So many wrong tries, each from a network of its own."""
    for stranger, guess in zip(itertools.islice(strangers, number), guesses(serial)):
        reply = server.client.at(stranger).ask(asked or plate(serial), guess)
        assert (reply.status, reply.json["outcome"]) == (200, "noMatch")


@pytest.fixture
def owned(server, insurer):
    """A vehicle, and the address its owner has asked from before."""
    assert insurer.post("/v1/policies", policy(1)).status == 201
    owner = "127.200.1.7"
    assert server.client.at(owner).ask(plate(1), vin(1)[-6:]).json["outcome"] == "inForce"
    return owner


def assert_closed(reply):
    assert (reply.status, reply.code) == (429, "suffixExhausted")
    assert 0 < int(reply.headers["Retry-After"]) <= 86_400
    assert_conforms("Problem", reply.json)
    return {name: value for name, value in reply.json.items() if name != "requestId"}


def test_strangers_close_the_short_way_but_not_the_owners(server, owned):
    try_wrong(server, MOST_WRONG, 1)
    stranger = server.client.at("127.99.0.1")
    right = assert_closed(stranger.ask(plate(1), vin(1)[-6:]))
    assert assert_closed(stranger.ask(plate(1), "500000")) == right, "closed is closed, right or wrong"
    assert stranger.ask(plate(1), vin=vin(1)).json["outcome"] == "inForce"
    assert server.client.at(owned).ask(plate(1), vin(1)[-6:]).json["outcome"] == "inForce"
    assert stranger.ask(plate(1), vin(1)[-6:]).json["outcome"] == "inForce", "it has proved the vehicle just now"
    assert_closed(server.client.at("127.99.1.1").ask(plate(1), vin(1)[-6:]))


def test_a_plate_nobody_has_closes_after_as_many_tries(server, owned):
    nobody = plate(77)
    try_wrong(server, MOST_WRONG, 77, asked=nobody)
    closed = assert_closed(server.client.at("127.99.0.1").ask(nobody, "000000"))
    try_wrong(server, MOST_WRONG, 1)
    assert assert_closed(server.client.at("127.99.0.1").ask(plate(1), "000000")) == closed, "the same words for both"
    full = server.client.at("127.99.0.1").ask(nobody, vin=vin(77))
    assert (full.status, full.json["outcome"]) == (200, "noMatch")


def test_a_plate_is_one_plate_however_it_is_written(server, owned):
    ways = [
        lambda text: text,
        lambda text: text[:2] + "·" + text[2:],
        lambda text: text.lower(),
        lambda text: text[0] + "Ｎ" + text[2:],
        lambda text: " ".join(text),
    ]
    categories = [None, "02", "01", "16"]
    tried = 0
    for stranger, guess, way, category in zip(
        STRANGERS, guesses(1), itertools.cycle(ways), itertools.cycle(categories)
    ):
        reply = server.client.at(stranger).ask(way(plate(1)), guess, category=category)
        assert reply.status == 200
        tried += 1
        if tried == MOST_WRONG:
            break
    assert_closed(server.client.at("127.99.0.1").ask(plate(1), vin(1)[-6:]))


def test_a_race_wins_no_further_try(server, owned):
    tries = list(zip(STRANGERS[:400], guesses(1)))

    def attempt(pair):
        stranger, guess = pair
        return server.client.at(stranger).ask(plate(1), guess).status

    with ThreadPoolExecutor(64) as pool:
        statuses = list(pool.map(attempt, tries))
    assert set(statuses) == {200, 429}
    assert statuses.count(200) == MOST_WRONG


def test_a_proof_before_does_not_let_one_guess_on(server, owned):
    try_wrong(server, MOST_WRONG, 1)
    owner = server.client.at(owned)
    statuses = [owner.ask(plate(1), guess).status for guess in itertools.islice(guesses(1), 12)]
    assert statuses.count(200) <= 5 and statuses[-1] == 429
    assert server.client.at("127.99.0.1").ask(plate(1), vin=vin(1)).json["outcome"] == "inForce"


def test_a_network_asks_about_twenty_plates_a_day(server, insurer):
    for serial in range(1, MOST_PLATES + 3):
        assert insurer.post("/v1/policies", policy(serial)).status == 201
    for serial in range(1, MOST_PLATES + 1):
        reply = server.client.at(f"127.50.0.{serial}").ask(plate(serial), vin(serial)[-6:])
        assert reply.json["outcome"] == "inForce"
    full = server.client.at("127.50.0.200").ask(plate(21), vin(21)[-6:])
    assert (full.status, full.code) == (429, "platesExhausted")
    assert 0 < int(full.headers["Retry-After"]) <= 86_400
    by_full_vin = server.client.at("127.50.0.201").ask(plate(22), vin=vin(22))
    assert (by_full_vin.status, by_full_vin.code) == (429, "platesExhausted")
    assert server.client.at("127.50.0.200").ask(plate(5), vin(5)[-6:]).json["outcome"] == "inForce", "asked before"
    assert server.client.at("127.50.1.200").ask(plate(21), vin(21)[-6:]).json["outcome"] == "inForce", "another network"


def test_page_and_api_share_one_limit(server, owned):
    try_wrong(server, MOST_WRONG - 1, 1)
    page = server.client.at("127.98.0.1").form("/query", form="plate", plate=plate(1), vinSuffix="500000")
    assert page.status == 200
    assert_closed(server.client.at("127.99.0.1").ask(plate(1), "500001"))
    page = server.client.at("127.99.0.2").form("/query", form="plate", plate=plate(1), vinSuffix=vin(1)[-6:])
    assert page.status == 429
    assert 'name="vin"' in page.text, "the page asks for the full VIN instead"
    page = server.client.at("127.99.0.2").form("/query", form="vin", plate=plate(1), vin=vin(1))
    assert page.status == 200


def test_the_operator_is_not_limited(server, owned):
    try_wrong(server, MOST_WRONG, 1)
    assert command("ask", plate(1), "--vin-suffix", vin(1)[-6:], data=server.data).code == 0


@pytest.mark.parametrize("ending", ["stop", "kill"])
def test_the_tries_are_remembered_over_a_restart(server, owned, ending):
    try_wrong(server, MOST_WRONG, 1)
    for serial in range(2, MOST_PLATES + 2):
        server.client.at("127.50.0.1").ask(plate(serial), "500000")
    if ending == "stop":
        assert server.stop() == 0
    else:
        wait_until(lambda: _audited(server) >= 1 + MOST_WRONG + MOST_PLATES, what="the audit trail")
        server.kill()
    server.start()
    assert_closed(server.client.at("127.99.0.1").ask(plate(1), vin(1)[-6:]))
    assert server.client.at(owned).ask(plate(1), vin(1)[-6:]).json["outcome"] == "inForce"
    assert server.client.at("127.50.0.9").ask(plate(30), "500000").code == "platesExhausted"


def test_a_refused_question_counts_over_a_restart(server, owned):
    try_wrong(server, MOST_WRONG, 1)
    network = server.client.at("127.50.0.1")
    assert_closed(network.ask(plate(1), "500000"))
    for serial in range(2, MOST_PLATES + 1):
        assert network.ask(plate(serial), "500000").status == 200
    assert server.stop() == 0
    server.start()
    network = server.client.at("127.50.0.1")
    assert network.ask(plate(30), "500000").code == "platesExhausted", "the refused plate is one of the twenty"


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_without_what_was_kept_the_audit_stands_in(server, owned, harm):
    try_wrong(server, MOST_WRONG, 1)
    assert server.stop() == 0
    kept = server.data / "guess-limits"
    assert kept.stat().st_mode & 0o777 == 0o600
    if harm == "gone":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    server.start()
    assert_closed(server.client.at("127.99.0.1").ask(plate(1), vin(1)[-6:]))
    assert server.client.at(owned).ask(plate(1), vin(1)[-6:]).json["outcome"] == "inForce"


def test_the_end_of_a_policy_number_is_guessed_no_more_than_the_end_of_a_vin(server, insurer):
    assert insurer.post("/v1/policies", policy(1)).status == 201

    def ask(stranger, suffix):
        question = {"vin": vin(1), "policyNumberSuffix": suffix}
        return server.client.at(stranger).post("/v1/coverage-queries", question)

    for number, stranger in enumerate(STRANGERS[:MOST_WRONG]):
        assert ask(stranger, f"9{number:05d}").json["outcome"] == "noMatch"
    closed = ask("127.99.0.1", policy(1)["policyNumber"][-6:])
    assert (closed.status, closed.code) == (429, "policyNumberExhausted")
    assert server.client.at("127.99.0.1").ask(plate(1), vin=vin(1)).json["outcome"] == "inForce"
    page = server.client.at("127.99.0.2").form("/query", form="vin", vin=vin(1), policyNumberSuffix="000000")
    assert page.status == 429 and "尝试次数已用完" in page.text


def _audited(server):
    connection = sqlite3.connect(f"file:{server.data}/audit.sqlite?mode=ro", uri=True)
    try:
        return connection.execute("SELECT COUNT(*) FROM audit").fetchone()[0]
    finally:
        connection.close()


def test_a_client_is_the_peer_unless_the_peer_is_a_proxy_of_ours(serve):
    server = serve("proxied", "--trusted-proxy", "127.0.0.2")
    for serial in range(1, MOST_PLATES + 2):
        last = server.client.at("127.60.0.1").post(
            "/v1/coverage-queries",
            {"plate": {"number": plate(serial)}, "vinSuffix": "500000"},
            **{"X-Forwarded-For": f"10.{serial}.0.1"},
        )
    assert (last.status, last.code) == (429, "platesExhausted"), "a stranger's word about itself does not count"
    for serial in range(1, MOST_PLATES + 2):
        last = server.client.at("127.0.0.2").post(
            "/v1/coverage-queries",
            {"plate": {"number": plate(serial)}, "vinSuffix": "500000"},
            **{"X-Forwarded-For": f"127.60.0.1, 10.{serial}.0.1"},
        )
        assert last.status == 200


@pytest.mark.parametrize("client", ["203.0.113.7:{}", "[2001:db8::7]:{}"])
def test_a_client_is_one_client_whatever_port_its_proxy_names(serve, client):
    server = serve("data", "--trusted-proxy", "127.0.0.1")

    def ask(serial):
        question = {"plate": {"number": plate(serial)}, "vinSuffix": "123456"}
        fields = {"X-Forwarded-For": client.format(40_000 + serial)}
        return server.client.post("/v1/coverage-queries", question, **fields).status

    assert [ask(serial) for serial in range(1, MOST_PLATES + 2)] == [200] * MOST_PLATES + [429]
