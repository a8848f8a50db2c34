"""The reading itself is held against the published cases without the binary; only the comparison needs it."""

import pytest
from support.binary import BINARY


@pytest.fixture(scope="session", autouse=True)
def binary():
    return BINARY
