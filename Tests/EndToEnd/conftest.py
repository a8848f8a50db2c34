"""Starts the real binary (XUBAO_BINARY, else the release build) on directories of its own."""

import random

import pytest

from support.binary import BINARY, Server, enrol

SANDBOX = ("--sandbox", "--sandbox-vehicles", "2000")


def pytest_addoption(parser):
    parser.addoption("--seed", type=int, default=None, help="seed of everything drawn by chance")


def pytest_configure(config):
    if config.getoption("--seed") is None:
        config.option.seed = random.SystemRandom().randrange(1 << 32)


def pytest_report_header(config):
    return [f"binary: {BINARY}", f"seed: {config.getoption('--seed')} (repeat with --seed)"]


@pytest.fixture(scope="session", autouse=True)
def binary():
    assert BINARY.exists(), f"{BINARY} is not there; build it with: swift build -c release"
    return BINARY


@pytest.fixture
def seed(request):
    return request.config.getoption("--seed")


@pytest.fixture
def chance(seed):
    return random.Random(seed)


@pytest.fixture
def serve(tmp_path):
    """Makes servers that are ended with the test."""
    servers = []

    def make(data="data", *options, **settings):
        server = Server(tmp_path / data, *options, logs=tmp_path, **settings)
        servers.append(server)
        server.start()
        return server

    yield make
    for server in servers:
        if server.is_alive:
            server.kill()


@pytest.fixture
def server(serve):
    """An empty registry."""
    return serve()


@pytest.fixture
def insurer(server):
    """A client with an insurer's key."""
    return server.client.with_key(enrol(server.data))


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory):
    """A small sample world with the magic plates; only to be asked."""
    place = tmp_path_factory.mktemp("sandbox")
    server = Server(place / "data", *SANDBOX, logs=place, greets="text")
    server.start()
    yield server
    assert server.is_alive, f"the sandbox server ended by itself: {server.err.read_text()}"
    assert server.stop() == 0
