"""The reference of the law benchmark: the same million premiums, history included, vectorised with NumPy on one core.

    python Benchmarks/law_numpy.py [--premiums 1000000] [--rounds 5] [--seed 1] [--json]

Private cars and trucks of Beijing under the code of 2020: the row's base premium, the float by the policies and claims
before, short terms by day. Everything is whole numbers (fen, milliseconds) in columns that exist before the clock starts,
so that neither reading JSON nor making answers of the figures counts. The first premiums are held against the second reading
of the tests, document by document.
"""

import argparse
import datetime
import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests/EndToEnd"))

from law import second_premium  # noqa: E402
from law.reading import fen  # noqa: E402
from law.tables import SCHEME_OF, SCHEMES_2020, SEATS, TONS  # noqa: E402

DAY = 86_400_000
NEVER = np.iinfo(np.int64).max
POLICIES, CLAIMS = 4, 3
CHECKED = 2_000
REGION = "110000"
GROUNDS = (None, "temporaryEntry", "temporaryRoadUse", "scrapWithinYear", "other")
FLOATED_GROUND = 3  # from here on a short term is floated

HOUSEHOLD = np.array([premium for *_, premium in SEATS["household"]])
TRUCKS = np.array([[premium for *_, premium in TONS[use]] for use in ("nonCommercial", "commercial")])
PERCENT = np.array([0, *(SCHEMES_2020[SCHEME_OF[REGION]][f"X{number}"] for number in range(1, 7))])
SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
BEGINNING = datetime.datetime(2024, 1, 1, tzinfo=SHANGHAI)


def draw(count, seed):
    """Columns of `count` proposals: the latest policy first, empty places filled with NEVER."""
    chance = np.random.default_rng(seed)
    start = chance.integers(366, 1_400, count) * DAY
    applied = start - chance.integers(1, 60 * DAY, count)
    ground = np.where(chance.random(count) < 0.7, 0, chance.integers(1, len(GROUNDS), count))
    short = start + chance.choice((1, 6, 7, 8, 30, 180, 364), count) * DAY
    held = chance.integers(0, POLICIES + 1, count)
    gaps = np.cumsum(chance.integers(300 * DAY, 400 * DAY, (count, POLICIES)), axis=1)
    is_held = np.arange(POLICIES) < held[:, None]
    paid_after = chance.integers(0, 200 * DAY, (count, CLAIMS))
    accident = applied[:, None] - chance.integers(0, 1_000 * DAY, (count, CLAIMS))
    return {
        "truck": chance.random(count) < 0.4,
        "seats": chance.integers(2, 10, count),
        "load": chance.choice((1_495, 1_999, 2_000, 4_999, 5_000, 9_999, 10_000, 31_000), count),
        "commercial": chance.integers(0, 2, count),
        "ground": ground,
        "applied": applied,
        "start": start,
        "end": np.where(ground == 0, years_after(start), short),
        "issued": np.where(is_held, applied[:, None] - gaps, NEVER),
        "full": chance.random((count, POLICIES)) < 0.9,
        "accident": np.where(chance.random((count, CLAIMS)) < 0.3, accident, NEVER),
        "paid": np.where(chance.random((count, CLAIMS)) < 0.8, accident + paid_after, NEVER),
        "at_fault": chance.random((count, CLAIMS)) < 0.7,
        "stolen": chance.random((count, CLAIMS)) < 0.05,
        "death": chance.random((count, CLAIMS)) < 0.05,
    }


def years_after(start):
    """The same date a year later; from 29 February 1 March."""
    ends = {day * DAY: milliseconds(a_year_after(date_of(day * DAY))) for day in np.unique(start // DAY).tolist()}
    return np.array([ends[moment] for moment in start.tolist()])


def date_of(offset):
    return BEGINNING + datetime.timedelta(milliseconds=int(offset))


def milliseconds(date):
    return int((date - BEGINNING).total_seconds()) * 1_000


def a_year_after(date):
    is_leap_day = (date.month, date.day) == (2, 29)
    return date.replace(year=date.year + 1, month=3, day=1) if is_leap_day else date.replace(year=date.year + 1)


def premiums(column):
    """Whole fen of every proposal."""
    tons = np.searchsorted((2_000, 5_000, 10_000), column["load"], side="right")
    base = np.where(
        column["truck"], TRUCKS[column["commercial"], tons], HOUSEHOLD[(column["seats"] >= 6).astype(np.int64)])
    days = np.maximum(-((column["start"] - column["end"]) // DAY), 7)
    short = (2 * base * days + 365) // 730
    ground = column["ground"]
    percent = PERCENT[np.where((ground == 0) | (ground >= FLOATED_GROUND), factors(column), 0)]
    return np.where(ground == 0, base, short) * (100 + percent)


def factors(column):
    """1 … 6 for X1 … X6, 0 for none."""
    issued, applied = column["issued"], column["applied"][:, None]
    counted = (column["accident"] != NEVER) & column["at_fault"] & ~column["stolen"]
    is_paid = counted & (column["paid"] < applied)
    # The window of a payment: the place of the latest issue not after it.
    window = (issued[:, None, :] > column["paid"][:, :, None]).sum(axis=2, where=issued[:, None, :] != NEVER)
    is_held = issued != NEVER
    latest = is_paid & (window == 0) & is_held[:, :1]
    paid = latest.sum(axis=1)
    death = (latest & column["death"]).any(axis=1)
    open_accident = (
        counted & ~is_paid & (column["accident"] >= issued[:, :1]) & (column["accident"] < applied)).any(axis=1)
    claimed = np.stack([(is_paid & (window == place)).any(axis=1) for place in range(POLICIES)], axis=1)
    unbroken = np.logical_and.accumulate(is_held & ~claimed, axis=1)
    years = np.minimum((unbroken & column["full"]).sum(axis=1), 3)
    free = np.where(open_accident | ~column["full"][:, 0], 0, years)
    return np.where(~is_held[:, 0], 0, np.where(death, 6, np.where(paid >= 2, 5, np.where(paid == 1, 4, free))))


def document(column, place):
    """One proposal as rule `premium` is asked."""
    def moment(name, *index):
        return date_of(column[name][place][index] if index else column[name][place]).isoformat()

    def yes(name, index):
        return bool(column[name][place][index])

    policies = []
    for index in np.flatnonzero(column["issued"][place] != NEVER):
        start = date_of(column["issued"][place][index])
        end = start + datetime.timedelta(days=365 if column["full"][place][index] else 100)
        policies.append({"issuedAt": start.isoformat(), "start": start.isoformat(), "end": end.isoformat()})
    claims = []
    for index in np.flatnonzero(column["accident"][place] != NEVER):
        claim = {"accidentAt": moment("accident", index), "atFault": yes("at_fault", index),
                 "death": yes("death", index), "whileStolen": yes("stolen", index)}
        if column["paid"][place][index] != NEVER:
            claim["paidAt"] = moment("paid", index)
        claims.append(claim)
    car = {"class": "passenger", "use": "household", "ratedPassengers": int(column["seats"][place])}
    truck = {"class": "truck", "use": ("nonCommercial", "commercial")[column["commercial"][place]],
             "ratedLoadKg": int(column["load"][place])}
    return {
        "vehicle": truck if column["truck"][place] else car, "region": REGION, "appliedAt": moment("applied"),
        "start": moment("start"), "end": moment("end"), "shortTerm": GROUNDS[column["ground"][place]],
        "history": {"policies": policies, "claims": claims}}


def check(column, found):
    """The vectorised premiums are the second reading's."""
    for place in range(min(CHECKED, len(found))):
        asked = document(column, place)
        answer = second_premium.read(asked)
        assert not answer.refused, (asked, answer.findings)
        assert fen(answer.results["premium"]) == found[place], (
            f"{found[place]} fen, read as {answer.results}: {json.dumps(asked)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--premiums", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    column = draw(chosen.premiums, chosen.seed)
    check(column, premiums({name: values[:CHECKED] for name, values in column.items()}))
    seconds = []
    for _ in range(chosen.rounds):
        began = time.perf_counter()
        total = int(premiums(column).sum())
        seconds.append(time.perf_counter() - began)
    rate = chosen.premiums / statistics.median(seconds)
    if chosen.json:
        print(json.dumps({"reference": f"NumPy {np.__version__}", "premiums": chosen.premiums,
                          "premiumsPerSecond": round(rate), "sumInFen": total}))
    else:
        print(f"NumPy {np.__version__}, one core: {rate:,.0f} premiums/s with their history "
              f"(median of {chosen.rounds} rounds of {chosen.premiums:,}, sum {total / 100:,.2f} yuan)")


if __name__ == "__main__":
    main()
