"""The product's law rules against the second reading, on documents drawn by chance."""

import os

import pytest
from support.binary import BINARY

from .compare import compare_many, describe, report

SOAK = os.environ.get("XUBAO_SOAK") == "1"
COUNT = 20_000
SOAK_COUNTS = {"premium": 400_000, "refund": 100_000, "endorsement": 60_000, "lay-up": 40_000, "vehicle-tax": 80_000,
               "compensation": 250_000, "amount-in-words": 70_000}


@pytest.mark.parametrize("rule", SOAK_COUNTS)
def test_the_product_reads_the_law_as_the_second_reader_does(rule, seed):
    assert BINARY.exists(), f"{BINARY} is not there; build it with: swift build -c release"
    tally = compare_many(rule, SOAK_COUNTS[rule] if SOAK else COUNT, seed)
    print(report(rule, tally, seed))
    assert tally.documents == (SOAK_COUNTS[rule] if SOAK else COUNT)
    assert 0 < tally.refused < tally.documents / 2
    assert tally.different == 0, f"{report(rule, tally, seed)}\n{describe(rule, tally.kept[0])}"
