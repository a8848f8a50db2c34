"""Documents for every rule, drawn from a seed; mostly valid, dense at the edges, some with members missing."""

from fractions import Fraction

from . import generate_compensation, generate_premium
from .chances import (CODE_2020, DAY, LEAP_DAYS, SECOND, between, drop, end_text, midnight, money, often,
                      premium_in_fen, recent, text_of, weighted)
from .reading import a_year_after, months_after
from .tables import TAX

GROUNDS = ("deregistered", "laidUp", "stolen", "movedAway", "defective", "nonDisclosure", "duplicate")


def period(chance):
    """(start, end): full years, short terms, leap years, seldom nothing."""
    start = midnight(recent(chance)) if often(chance, 80) else recent(chance)
    if often(chance, 15):
        start = chance.choice(LEAP_DAYS)
    if often(chance, 3):
        start = CODE_2020 - chance.choice((1, 30, 300)) * DAY
    if often(chance, 70):
        return start, a_year_after(start)
    return start, start + chance.choice((1, 6, 7, 8, 30, 180, 364, 365, 366, 0 if often(chance, 5) else 2)) * DAY


def within_period(chance, start, end):
    """A moment in, at the edge of or beside a period."""
    if often(chance, 12):
        return chance.choice((start, start + SECOND, end - SECOND, start + DAY))
    if often(chance, 15):
        return chance.choice((start, end)) + chance.choice((-SECOND, 0 * DAY, SECOND, DAY, -DAY, -20 * DAY))
    moment = between(chance, start, end)
    if often(chance, 50):
        moment = midnight(moment) + chance.choice((0, 86_399)) * SECOND
    return moment


def refund(chance):
    start, end = period(chance)
    made = {
        "premium": money(premium_in_fen(chance)),
        "start": text_of(chance, start),
        "end": end_text(chance, end),
        "cancelledAt": text_of(chance, within_period(chance, start, end)),
        "ground": chance.choice(GROUNDS),
    }
    if made["ground"] == "duplicate":
        other = start + chance.choice((-300 * DAY, -DAY, -SECOND, -SECOND, 0 * DAY, SECOND, DAY))
        if often(chance, 95):
            made["otherStart"] = text_of(chance, other)
    elif often(chance, 3):
        drop(chance, made, *[(member,) for member in made])
    return made


def endorsement(chance):
    start, end = period(chance)
    made = {
        "kind": weighted(chance, {"dailyRate": 75, "redetermination": 25}),
        "oldPremium": money(premium_in_fen(chance)),
        "newPremium": money(premium_in_fen(chance)),
        "start": text_of(chance, start),
        "end": end_text(chance, end),
        "effectiveAt": text_of(chance, within_period(chance, start, end)),
    }
    if made["kind"] == "redetermination" and often(chance, 95):
        low, high = sorted((made["oldPremium"], made["newPremium"]), key=Fraction)
        made |= {"oldPremium": low, "newPremium": high}
    if often(chance, 3):
        drop(chance, made, *[(member,) for member in made])
    return made


def lay_up(chance):
    start, end = period(chance)
    if often(chance, 80):
        end = a_year_after(start)
    since = midnight(between(chance, start, max(start + DAY, end - 130 * DAY)) + DAY)
    if often(chance, 30):  # the last days of a month, where a month later is clamped
        since = since.replace(day=28) + chance.choice((0, 1, 2, 3)) * DAY
    if often(chance, 6):
        since = midnight(chance.choice((start, end))) + chance.choice((-1, 0, 0, 1)) * DAY
    months = chance.choice((1, 1, 1, 2, 3, 4, 4, 4)) if often(chance, 95) else chance.choice((0, 5))
    later = months_after(since.date(), months)
    inward = 1 if months == 1 else -1  # most rests beside an edge are just long or just short enough
    until = since.replace(year=later.year, month=later.month, day=later.day)
    until += chance.choice((0, 0, inward, 2 * inward, -inward if often(chance, 50) else 0)) * DAY
    made = {
        "use": chance.choice(("rental", "cityBus", "highwayCoach", "commercial") if often(chance, 88)
                             else ("household", "enterprise", "government", "nonCommercial")),
        "start": text_of(chance, start),
        "end": end_text(chance, end),
        "from": text_of(chance, since),
        "to": text_of(chance, until),
        "previousLayUps": weighted(chance, {0: 92, 1: 6, 2: 2}),
        "requestedAt": text_of(
            chance, since - chance.choice((86_400, 86_401, 10 * 86_400, 0, 1 if often(chance, 50) else -3600)) * SECOND),
    }
    if often(chance, 3):
        drop(chance, made, *[(member,) for member in made])
    return made


def vehicle_tax(chance):
    region = chance.choice(sorted(TAX) if often(chance, 95) else ("610000", "620000", "120000"))
    if often(chance, 55):
        region = chance.choice(("150000", "330000", "330200"))
    kind = weighted(chance, {"passenger": 60, "truck": 12, "trailer": 6, "semiTrailerTractor": 5, "special": 5,
                             "motorcycle": 5, "lowSpeedTruck": 3, "threeWheeler": 3, "tractor": 1})
    vehicle = {"class": kind}
    if kind == "passenger":
        vehicle |= {
            "ratedPassengers": chance.choice((2, 5, 5, 5, 7, 8, 9, 10, 19, 20, 45)),
            "displacementML": chance.choice((998, 999, 1000, 1001, 1598, 1600, 1601, 1999, 2000, 2001, 2500, 2501,
                                             2999, 3000, 3001, 4000, 4001, 6200))}
        vehicle["energy"] = weighted(chance, {"petrol": 80, "batteryElectric": 7, "fuelCell": 3, "plugInHybrid": 10})
        if vehicle["energy"] == "batteryElectric":
            del vehicle["displacementML"]
    elif kind == "motorcycle":
        vehicle["displacementML"] = chance.choice((50, 125, 250, 600))
    else:
        vehicle["curbMassKg"] = chance.choice((999, 1000, 1001, 4455, 6300, 7, chance.randrange(300, 30_000)))
    year = chance.randrange(2021, 2031)
    made = {"region": region, "vehicle": vehicle, "year": year}
    if often(chance, 35):
        made["acquiredMonth"] = chance.randrange(1, 13)
    elif often(chance, 25):
        first = chance.randrange(1, 13)
        last = chance.randrange(first, 13)
        made |= {"start": f"{year}-{first:02d}-{chance.choice((1, 15, 28)):02d}T00:00:00+08:00",
                 "end": f"{year}-{last:02d}-{chance.choice((29, 30)) if last != 2 else 28}T00:00:00+08:00"}
    elif often(chance, 60):
        made["lastPaidYear"] = year - chance.choice((1, 1, 2, 2, 3, 4, 6))
        if often(chance, 3):
            made |= chance.choice(({"lastPaidYear": year}, {"lastPaidYear": year + 1}, {"acquiredMonth": 5}))
    if often(chance, 20):
        made["relief"] = chance.choice(("exempt", "half", "half"))
    if often(chance, 30):
        made |= {"dueOn": f"{year}-05-{chance.randrange(1, 32):02d}",
                 "paidOn": f"{year}-{chance.choice(('04', '05', '05'))}-{chance.randrange(1, 31):02d}"}
    if often(chance, 3):
        drop(chance, made, ("region",), ("year",), ("vehicle",), *[("vehicle", member) for member in vehicle])
    return made


def amount_in_words(chance):
    """Amounts with many zeros in many places."""
    if often(chance, 0.3):
        return {}
    digits = "".join(chance.choice("0000123456789") for _ in range(chance.randrange(1, 13)))
    amount = money(int(digits))
    if often(chance, 30):
        amount = money(premium_in_fen(chance))
    if often(chance, 2):
        amount = amount[:-1].rstrip(".") if often(chance, 50) else amount[:-3]
    return {"amount": amount}


RULES = {
    "premium": generate_premium.document,
    "refund": refund,
    "endorsement": endorsement,
    "lay-up": lay_up,
    "vehicle-tax": vehicle_tax,
    "compensation": generate_compensation.document,
    "amount-in-words": amount_in_words,
}
