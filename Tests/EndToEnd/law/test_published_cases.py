"""The second reading against the published cases; runs without the binary."""

import datetime
from fractions import Fraction

import pytest

from . import second_change, second_compensation, second_premium, second_tax, second_words
from .published import ACCIDENTS, ENDORSEMENTS, FLOATS, REFUNDS, SHORT_TERMS, TAXES, accident
from .reading import DAY, moment

VEHICLES = {
    950: {"class": "passenger", "use": "household", "ratedPassengers": 5},
    1100: {"class": "passenger", "use": "household", "ratedPassengers": 6},
    1800: {"class": "passenger", "use": "rental", "ratedPassengers": 5},
    4480: {"class": "truck", "use": "commercial", "ratedLoadKg": 10000},
    80: {"class": "motorcycle", "displacementML": 50},
    120: {"class": "motorcycle", "displacementML": 250},
}


def year_of(year):
    return {"issuedAt": f"{year - 1}-12-20T10:00:00+08:00", "start": f"{year}-01-01T00:00:00+08:00",
            "end": f"{year + 1}-01-01T00:00:00+08:00"}


def history_for(factor):
    """A history that gives a factor to a policy applied for in December 2026."""
    claim = {"accidentAt": "2026-05-01T00:00:00+08:00", "paidAt": "2026-06-01T00:00:00+08:00", "atFault": True}
    years = {"X1": [2026], "X2": [2025, 2026]}.get(factor, [2023, 2024, 2025, 2026])
    claims = {"X4": [claim], "X5": [claim, claim], "X6": [claim | {"death": True}]}.get(factor, [])
    return {"policies": [year_of(year) for year in years], "claims": claims}


def premium_document(base, region="110000", **more):
    return {"vehicle": VEHICLES[base], "region": region, "appliedAt": "2026-12-20T10:00:00+08:00",
            "start": "2027-01-01T00:00:00+08:00", "end": "2028-01-01T00:00:00+08:00",
            "history": {"firstInsurance": True}} | more


@pytest.mark.parametrize(("base", "region", "factor", "premium"), FLOATS)
def test_published_floats(base, region, factor, premium):
    answer = second_premium.read(premium_document(base, region, history=history_for(factor)))
    assert not answer.refused and not answer.questions
    assert answer.results["premium"] == premium
    assert answer.results["floatingFactor"] == ("none" if base == 120 else factor)


@pytest.mark.parametrize(("base", "days", "premium"), SHORT_TERMS)
def test_published_short_terms(base, days, premium):
    end = (moment("2027-01-01T00:00:00+08:00") + days * DAY).isoformat()
    answer = second_premium.read(premium_document(base, shortTerm="temporaryRoadUse", end=end))
    assert answer.results["premium"] == f"{premium}.00"
    assert answer.results["basePremium"] == f"{base}.00"


@pytest.mark.parametrize(("premium", "elapsed", "days", "refund"), REFUNDS)
def test_published_refunds(premium, elapsed, days, refund):
    start = moment("2026-01-01T00:00:00+08:00" if days == 365 else "2027-03-01T00:00:00+08:00")
    answer = second_change.read_refund({
        "premium": premium, "start": start.isoformat(), "end": (start + days * DAY).isoformat(),
        "cancelledAt": (start + elapsed * DAY).isoformat(), "ground": "deregistered"})
    assert answer.results == {"refund": refund}


@pytest.mark.parametrize(("kind", "old", "new", "remaining", "delta"), ENDORSEMENTS)
def test_published_endorsements(kind, old, new, remaining, delta):
    end = moment("2027-01-01T00:00:00+08:00")
    answer = second_change.read_endorsement({
        "kind": kind, "oldPremium": old, "newPremium": new, "start": "2026-01-01T00:00:00+08:00",
        "end": end.isoformat(), "effectiveAt": (end - remaining * DAY).isoformat()})
    assert answer.results == {"delta": delta}


@pytest.mark.parametrize(("document", "tax"), TAXES)
def test_published_taxes(document, tax):
    assert second_tax.read({"year": 2026} | document).results["tax"] == tax


def test_the_published_late_fee():
    due = datetime.date(2026, 3, 1)
    answer = second_tax.read({
        "year": 2026, "region": "330000", "vehicle": {"class": "passenger", "ratedPassengers": 5, "displacementML": 1598},
        "dueOn": due.isoformat(), "paidOn": (due + 100 * DAY).isoformat()})
    assert answer.results["lateFee"] == "15.00"


@pytest.mark.parametrize(("document", "paid", "open_losses"), [row[1:] for row in ACCIDENTS],
                         ids=[row[0] for row in ACCIDENTS])
def test_published_accidents(document, paid, open_losses):
    results = second_compensation.read(document).results
    assert {key[:3]: amount for key, (amount, _) in results["payments"].items()} == paid
    assert not results["knockForKnock"]
    if open_losses is not None:
        assert results["uncompensated"] == open_losses


def test_p04_the_expired_one_pays_by_its_owner():
    document = accident([("A", True, "800"), ("B", False, "700")], outside=[("road", "1000")])
    document["vehicles"][1]["insured"] = False
    results = second_compensation.read(document).results
    assert results["payments"] == {
        ("A", "B", "property", "atFault"): ("700.00", ("insurerOf", "A")),
        ("A", "road", "property", "atFault"): ("1000.00", ("insurerOf", "A")),
        ("B", "A", "property", "noFault"): ("100.00", ("ownerOf", "B")),
    }
    assert results["uncompensated"] == {("A", "property"): "700.00"}


def test_p13_knock_for_knock():
    document = accident([("A", True, "1800"), ("B", True, "1200")], allAgreed=True)
    assert second_compensation.read(document).results["knockForKnock"]


def test_p14_tractor_with_trailer_by_the_limits_of_the_time():
    paid = second_compensation.distribute(
        {"A": Fraction(360_000), "B": Fraction(420_000), "C": Fraction(240_000)},
        {"A": ["B", "C"], "B": ["A", "C"], "C": ["A", "B"]},
        {"A": Fraction(400_000), "B": Fraction(200_000), "C": Fraction(200_000)})
    printed = {("A", "B"): 254_546, ("A", "C"): 145_454, ("B", "A"): 138_462, ("B", "C"): 61_538,
               ("C", "A"): 112_500, ("C", "B"): 87_500}
    assert paid.keys() == printed.keys()
    assert all(abs(paid[key] - printed[key]) <= 1 for key in printed)


def test_x02_nothing_for_the_intent_of_the_victim():
    document = accident([("A", True, "0")], [("walker", "5000", "30000")])
    document["victims"][0]["intentional"] = True
    assert second_compensation.read(document).results["payments"] == {}


@pytest.mark.parametrize(("amount", "words"), [
    ("950.50", "玖佰伍拾元伍角"), ("665.00", "陆佰陆拾伍元整"), ("1409.50", "壹仟肆佰零玖元伍角"),
    ("6007.14", "陆仟零柒元壹角肆分"), ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"),
    ("10.00", "壹拾元整"), ("100010000.00", "壹亿零壹万元整"), ("0.00", "零元整"), ("0.30", "叁角"),
])
def test_amounts_in_words(amount, words):
    assert second_words.read({"amount": amount}).results == {"words": words}
