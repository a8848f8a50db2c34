"""The second reading of rule `vehicle-tax`: 车船税法, 实施条例, the province rows."""

import datetime
from fractions import Fraction

from .reading import Reading, half_up, moment, moment_of_end, months_after, yuan
from .tables import BANDS, TAX

GOODS = {"truck": "truckTon", "semiTrailerTractor": "truckTon", "lowSpeedTruck": "truckTon",
         "threeWheeler": "truckTon", "trailer": "truckTon", "special": "specialTon"}
# Whose car bands, and whose other rows, stand on more than one copy.
VERIFIED_CARS = ("110000", "150000", "330000", "330200", "140000", "430000", "420000")
VERIFIED_OTHERS = ("150000", "330000", "330200")


def read(document):
    """This year's tax, the years owed, the late fee."""
    answer = Reading()
    year = answer.need(document, "year")
    vehicle = answer.need(document, "vehicle")
    if vehicle is None:
        return answer
    judge_period(answer, document)
    if year is not None and (document.get("lastPaidYear") or 0) >= year:
        answer.lean("tax paid ahead")
    annual = None if answer.refused else annual_tax(answer, document)
    if answer.refused:
        return answer
    relief = {"exempt": Fraction(0), "half": Fraction(1, 2)}.get(document.get("relief"), Fraction(1))
    tax = annual * Fraction(months_of(answer, document, year), 12) * relief

    last = document.get("lastPaidYear")
    arrears = Fraction(0)
    if last is None:
        answer.lean("arrears unknown", "arrears")
    elif last >= year:
        tax = Fraction(0)
    else:
        arrears = in_money(annual) * (year - last - 1)
        if in_money(annual) != annual:
            answer.lean("arrears in fractions of a fen")
        if document.get("acquiredMonth") is not None:
            answer.lean("bought and owing")
        if document.get("relief") is not None:
            answer.lean("arrears with relief", "arrears", "lateFee")
            arrears = Fraction(0) if relief == 0 else arrears
    tax = in_money(tax)
    answer.results = {
        "tax": yuan(half_up(tax * 100)),
        "arrears": yuan(half_up(arrears * 100)),
        "lateFee": yuan(half_up(late_fee(answer, document, tax, arrears, annual) * 100)),
    }
    return answer


def in_money(exact):
    """Yuan to the fen: a year's tax is an amount of money."""
    return Fraction(half_up(exact * 100), 100)


def judge_period(answer, document):
    start, end = document.get("start"), document.get("end")
    if start is not None and end is not None and moment_of_end(end) <= moment(start):
        answer.lean("empty period")
        answer.refuse()


def annual_tax(answer, document):
    """Yuan for a whole year, before relief."""
    vehicle = document["vehicle"]
    if document.get("relief") == "exempt":
        unrelieved = Reading()
        annual_tax(unrelieved, document | {"relief": None})
        if unrelieved.refused or "untaxed without its facts" in unrelieved.questions:
            answer.lean("untaxed without its facts")
        return Fraction(0)
    kind = answer.need(document, "vehicle", "class")
    if kind is None:
        return None
    if kind == "tractor":
        answer.lean("tax of a tractor")
        if document.get("region") is None:
            answer.lean("untaxed without its facts")
        return Fraction(0)
    electric = vehicle.get("energy") in ("batteryElectric", "fuelCell")
    if kind == "passenger":
        seats = answer.need(document, "vehicle", "ratedPassengers")
        if seats is None:
            return None
        if seats <= 9:
            if electric:  # 纯电动乘用车、燃料电池乘用车: not in the list of taxed things
                if document.get("region") is None:
                    answer.lean("untaxed without its facts")
                return Fraction(0)
            return row(answer, document, car_band(answer, document))
        if electric:
            answer.lean("electric bus")
        return row(answer, document, "mediumBus" if seats < 20 else "largeBus")
    if kind == "motorcycle":
        return row(answer, document, "motorcycle")
    mass = answer.need(document, "vehicle", "curbMassKg")
    per_ton = None if mass is None else row(answer, document, GOODS[kind])
    if per_ton is None:
        return None
    if kind == "trailer":  # 车船税税目税额表: half of a truck's
        per_ton /= 2
    return per_ton * Fraction(mass, 1000)


def car_band(answer, document):
    """The place of the displacement among the bands; a band holds its upper bound."""
    displacement = answer.need(document, "vehicle", "displacementML")
    if displacement is None:
        return None
    for place, most in enumerate(BANDS):
        if displacement <= most:
            return place
    return len(BANDS)


def row(answer, document, name):
    """The region's figure: `name` is a car band's place or a row's name."""
    region = answer.need(document, "region")
    if region is None or name is None or document.get("year") is None:
        return None
    figures = TAX.get(region, {})
    if isinstance(name, int):
        figure = figures["cars"][name] if "cars" in figures else None
        verified = region in VERIFIED_CARS
    else:
        figure = figures.get(name)
        verified = region in VERIFIED_OTHERS
    if figure is None:
        answer.refuse("tableNotEncoded")
        return None
    if not verified:
        answer.lean("unverified tax row")
    return Fraction(figure)


def months_of(answer, document, year):
    """Months of this year that are taxed."""
    if document.get("acquiredMonth") is not None:
        return 12 - document["acquiredMonth"] + 1
    if document.get("start") is None or document.get("end") is None:
        return 12
    start, end = moment(document["start"]), moment_of_end(document["end"])
    if (end.day, end.hour, end.minute, end.second) == (1, 0, 0, 0):
        answer.lean("short term to midnight")
        end -= datetime.timedelta(seconds=1)
    if (start.year, end.year) != (year, year):
        answer.lean("short term over new year")
    first = max(start.year * 12 + start.month, year * 12 + 1)
    last = min(end.year * 12 + end.month, year * 12 + 12)
    return max(0, last - first + 1)


def late_fee(answer, document, tax, arrears, annual):
    """欠税金额 × 滞纳天数 × 0.5‰, each year for itself."""
    if document.get("dueOn") is None or document.get("paidOn") is None:
        answer.lean("arrears unknown", "lateFee")
        return Fraction(0)
    due = datetime.date.fromisoformat(document["dueOn"])
    paid = datetime.date.fromisoformat(document["paidOn"])
    owed = [(tax, due)]
    if arrears > 0:
        answer.lean("arrears and late fee", "lateFee")
        for ago in range(1, document["year"] - document["lastPaidYear"]):
            owed.append((in_money(annual), months_after(due, -12 * ago)))
    if paid > due:
        answer.lean("arrears and late fee", "lateFee")
    return sum(in_money(amount * max(0, (paid - since).days) * Fraction(5, 10000)) for amount, since in owed)
