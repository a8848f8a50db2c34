"""The second reading of rule `premium`: 规程第三节, 费率方案, 费率浮动暂行办法, in the order of the text."""

from fractions import Fraction

from .reading import (DAY, Reading, a_year_after, half_up, moment, moment_of_end, months_after, whole_days, yuan)
from .tables import (LADDER_2007, MOTORCYCLE, SCHEME_OF, SCHEMES_2020, SEATS, SPECIAL, TONS, TRACTOR, TRACTOR_2006)

EDITION_2006 = moment("2006-07-01T00:00:00+08:00")
EDITION_2008 = moment("2008-02-01T00:00:00+08:00")
FLOAT_2007 = moment("2007-07-01T00:00:00+08:00")
CODE_2020 = moment("2020-09-19T00:00:00+08:00")
TRAILERS_FREE = moment("2013-03-01T00:00:00+08:00")
NEVER_FLOATED = ("motorcycle", "tractor", "lowSpeedTruck", "threeWheeler")
NEVER_FLOATED_GROUNDS = ("temporaryEntry", "temporaryRoadUse")


def read(document):
    """The premium of one policy."""
    answer = Reading()
    vehicle = answer.need(document, "vehicle")
    applied = answer.need_moment(document, "appliedAt")
    start = answer.need_moment(document, "start")
    end = answer.need_end(document, "end")
    if start is not None and (start.hour, start.minute) == (23, 59):
        answer.lean("term from the last minute of a day")
        if end is not None and is_written_as(a_year_after(start), document["end"]):
            end = a_year_after(start)
    history = document.get("history") or {}
    ground = document.get("shortTerm")

    if vehicle is None:
        return answer
    if applied is None and vehicle.get("class") in NEVER_FLOATED:
        answer.lean("nothing needs appliedAt")
    row = tariff_row(answer, document)
    judge_history(answer, document, vehicle, ground, history)
    if applied is None or start is None or end is None:
        return answer
    if document.get("region") not in (None, *SCHEME_OF):
        answer.lean("unknown region")
    judge_term(answer, applied, start, end, ground)
    if answer.refused:  # the facts first, then the tables
        return answer
    if ground and applied < CODE_2020:
        answer.refuse("tableNotEncoded")
        return answer
    base = base_premium(answer, document, vehicle, row, start)
    if answer.refused:
        return answer
    factor, percent = float_of(answer, document, vehicle, ground, history, applied)
    if answer.refused:
        return answer

    answer.results = {
        "basePremium": yuan(base * 100),
        "tariffRow": row,
        "floatingFactor": factor,
        "floatingPercent": percent,
        "premium": yuan(premium(base, percent, start, end, ground)),
    }
    return answer


def premium(base, percent, start, end, ground):
    """基础保险费 ×(1+浮动比率); a short term first by days to whole yuan. In fen."""
    if ground:
        base = short_term(base, whole_days(start, end))
    return half_up(Fraction(base) * (100 + percent))


def short_term(base, days):
    """三(二): under seven days 7/365, from seven days n/365, rounded to whole yuan."""
    return half_up(Fraction(base * 7, 365)) if days < 7 else half_up(Fraction(base * days, 365))


def is_written_as(instant, text):
    return "T" in text and "T24" not in text and moment(text) == instant


# 投保期限 (第二节四、五)

def judge_term(answer, applied, start, end, ground):
    if start < applied:  # 第二节四
        answer.refuse()
    if start == applied:
        answer.lean("start at appliedAt")
    if start.date() > months_after(applied.date(), 3):  # 办法第十二条
        answer.refuse()
    full_year = a_year_after(start)
    if end <= start or end > full_year:
        if end.date() == full_year.date():
            answer.lean("full year by another hour")
        answer.refuse()
    elif not ground and end != full_year:
        if end.date() == full_year.date():
            answer.lean("full year by another hour")
        answer.refuse()
    elif ground and end == full_year:
        answer.lean("short term of a full year")


# 费率方案: the row and its base premium

def within(rows, value):
    """含起点不含终点."""
    for low, below, row, _, _ in rows:
        if (low is None or low <= value) and (below is None or value < below):
            return row
    return None


def tariff_row(answer, document):
    """The official row, or None with a finding."""
    vehicle = document["vehicle"]
    kind = vehicle.get("class")
    if kind == "trailer":
        answer.refuse("trailerNotInsurable")
        return None
    if vehicle.get("policeOrPrisonVan"):  # 三、四: by rated passengers, as government cars
        if kind is None:
            answer.lean("police van without a class")
        seats = answer.need(document, "vehicle", "ratedPassengers")
        return None if seats is None else within(SEATS["government"], seats)
    if answer.need(document, "vehicle", "class") is None:
        return None
    return {
        "passenger": passenger_row,
        "truck": truck_row,
        "semiTrailerTractor": semi_trailer_tractor_row,
        "lowSpeedTruck": lambda *_: 42,
        "threeWheeler": lambda *_: 42,
        "tractor": tractor_row,
        "special": special_row,
        "motorcycle": motorcycle_row,
    }[kind](answer, document)


def passenger_row(answer, document):
    use = answer.need(document, "vehicle", "use")
    if use is not None and use not in SEATS:
        answer.lean("no row for the use")
        answer.refuse("noTariffRow")
        return None
    seats = answer.need(document, "vehicle", "ratedPassengers")
    if use is None or seats is None:
        return None
    row = within(SEATS[use], seats)
    if row is None:  # a city bus or a coach under six seats
        answer.refuse("noTariffRow")
    return row


def tons_row(answer, use, tons):
    if use is None or tons is None:
        return None
    if use not in TONS:
        answer.lean("no row for the use")
        answer.refuse("noTariffRow")
        return None
    return within(TONS[use], tons)


def truck_row(answer, document):
    use = answer.need(document, "vehicle", "use")
    load = answer.need(document, "vehicle", "ratedLoadKg")
    return tons_row(answer, use, None if load is None else Fraction(load, 1000))


def semi_trailer_tractor_row(answer, document):
    """三、五: rated load; without it the quasi-traction mass; without both as of 10 tons."""
    vehicle = document["vehicle"]
    if vehicle.get("specialClass") == 4:  # 集装箱拖头
        return SPECIAL[4][0]
    use = answer.need(document, "vehicle", "use")
    if vehicle.get("ratedLoadKg") is not None:
        return tons_row(answer, use, Fraction(vehicle["ratedLoadKg"], 1000))
    if vehicle.get("quasiTractionMassKg") is not None:
        return tons_row(answer, use, Fraction(vehicle["quasiTractionMassKg"], 1000))
    return tons_row(answer, use, 10)


def tractor_row(answer, document):
    kind = answer.need(document, "vehicle", "tractorKind")
    power = answer.need(document, "vehicle", "powerKW")
    if kind is None or power is None:
        return None
    small = Fraction(power) <= Fraction("14.7")
    if kind == "multiPurpose":
        return 39 if small else 40
    return 41 if small else 42


def special_row(answer, document):
    number = answer.need(document, "vehicle", "specialClass")
    return None if number is None else SPECIAL[number][0]


def motorcycle_row(answer, document):
    vehicle = document["vehicle"]
    electric = vehicle.get("energy") in ("batteryElectric", "fuelCell", "plugInHybrid")
    displacement = vehicle.get("displacementML")
    if electric and (vehicle.get("sidecar") or displacement is not None or vehicle["energy"] != "batteryElectric"):
        answer.lean("electric motorcycle")
    if vehicle.get("sidecar"):
        return 38
    if displacement is None and vehicle.get("energy") == "batteryElectric":
        kind = answer.need(document, "vehicle", "motorcycleKind")
        return None if kind is None else {"moped": 36, "ordinary": 37}[kind]
    displacement = answer.need(document, "vehicle", "displacementML")
    if displacement is None:
        return None
    return 36 if displacement <= 50 else 37 if displacement <= 250 else 38


def base_premium(answer, document, vehicle, row, start):
    """Whole yuan by the edition of the policy's start."""
    if start < EDITION_2006:
        if row is not None and row >= 39 and document.get("region") is None:
            answer.lean("nothing needs the region")
        answer.refuse("tableNotEncoded")
        return None
    if vehicle.get("class") == "trailer" and start < TRAILERS_FREE:
        answer.lean("trailer before 2013-03-01")
    if row is None:
        return None
    edition = 0 if start < EDITION_2008 else 1
    for rows in (*SEATS.values(), *TONS.values()):
        for _, _, number, *premiums in rows:
            if number == row:
                return premiums[edition]
    for number, *premiums in SPECIAL.values():
        if number == row:
            return premiums[edition]
    if row in MOTORCYCLE:
        return MOTORCYCLE[row][edition]
    return tractor_premium(answer, document, row, edition)


def tractor_premium(answer, document, row, edition):
    """Rows 39–42 by province; the five cities of separate plan have no encoded row."""
    if edition == 0:
        answer.lean("tractor before 2008")
        if document.get("region") is None:
            answer.lean("nothing needs the region")
        return TRACTOR_2006[row - 39]
    region = answer.need(document, "region")
    if region is None:
        return None
    if region == "440000" and row == 39:
        answer.lean("Guangdong tractor row 39")
    if region not in TRACTOR:
        answer.refuse("tableNotEncoded")
        return None
    return TRACTOR[region][row - 39]


# 费率浮动暂行办法

def judge_history(answer, document, vehicle, ground, history):
    if history.get("firstInsurance") and history.get("policies"):
        if vehicle.get("class") in NEVER_FLOATED or ground in NEVER_FLOATED_GROUNDS:
            answer.lean("contradiction where nothing floats")
        answer.refuse("contradiction")
    for index in range(len(history.get("policies") or [])):
        for member in ("issuedAt", "start", "end"):
            answer.need(document, "history", "policies", index, member)


def float_of(answer, document, vehicle, ground, history, applied):
    """("X1" … "X6" or "none", percent)."""
    factor = factor_of(answer, document, vehicle, ground, history, applied)
    if factor == "none":
        if document.get("region") is None and vehicle.get("class") not in ("tractor", "lowSpeedTruck", "threeWheeler"):
            answer.lean("nothing needs the region")
        return "none", 0
    if applied < CODE_2020:
        if document.get("region") is None:
            answer.lean("nothing needs the region")
        return factor, LADDER_2007[factor]
    region = answer.need(document, "region")
    if region is not None and region not in SCHEME_OF:
        answer.refuse()
    return factor, None if answer.refused else SCHEMES_2020[SCHEME_OF[region]][factor]


def factor_of(answer, document, vehicle, ground, history, applied):
    if vehicle.get("class") in NEVER_FLOATED:  # 办法第六条; 规程三、六
        return "none"
    if ground in NEVER_FLOATED_GROUNDS:  # 规程三、二
        return "none"
    if applied < FLOAT_2007:
        return "none"
    if history.get("firstInsurance"):
        return "none"
    if history.get("soldFromOtherProvince"):  # 规程五、二
        return "none"
    if history.get("movedFromOtherProvince") and not history.get("movedWithProof"):
        return "none"
    if document.get("history") is None:
        answer.lean("no history")
    elif not history.get("policies"):
        answer.lean("empty history of an old vehicle")
    return factor_by_windows(answer, history, applied)


def windows_of(answer, history, applied):
    """[(policy is a full year, from, below)] from the earliest issue on; the last one ends before the application."""
    policies = []
    for policy in history.get("policies") or []:
        issued, start, end = moment(policy["issuedAt"]), moment(policy["start"]), moment_of_end(policy["end"])
        if issued >= applied:
            answer.lean("policy issued after appliedAt")
        else:
            policies.append((issued, start, end - start >= 365 * DAY))
    policies.sort()
    issues = [issued for issued, _, _ in policies]
    if len(set(issues)) < len(issues):
        answer.lean("policies issued together")
    ends = issues[1:] + [applied]
    return [(full, issued, below) for (issued, _, full), below in zip(policies, ends, strict=False)]


def factor_by_windows(answer, history, applied):
    windows = windows_of(answer, history, applied)
    if not windows:
        return "none"
    counted = []  # at-fault claims, none of them while stolen: (accident, payment or None, death)
    for claim in history.get("claims") or []:
        if claim.get("atFault") and not claim.get("whileStolen"):
            paid = moment(claim["paidAt"]) if claim.get("paidAt") else None
            counted.append((moment(claim["accidentAt"]), paid, bool(claim.get("death"))))

    def paid_within(window):
        _, since, below = window
        return [claim for claim in counted if claim[1] is not None and since <= claim[1] < below]

    latest = windows[-1]
    if any(death for _, _, death in paid_within(latest)):
        return "X6"
    if len(paid_within(latest)) >= 2:
        return "X5"
    if len(paid_within(latest)) == 1:
        return "X4"
    _, since, below = latest
    for accident, paid, _ in counted:
        if since <= accident < below and (paid is None or paid >= applied):
            return "none"
    if not latest[0]:
        return "none"
    years = 0
    for window in reversed(windows):
        if paid_within(window):
            break
        if window[0]:
            years += 1
    return f"X{min(years, 3)}"
