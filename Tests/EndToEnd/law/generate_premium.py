"""Documents for rule `premium`, dense where rows, days and windows meet."""

from .chances import (DAY, EDGES, LEAP_DAYS, SECOND, between, day_after, drop, end_text, midnight, often, recent,
                      text_of, weighted)
from .reading import a_year_after, moment
from .tables import SCHEME_OF, SEATS, TONS, TRACTOR

REGIONS = sorted(SCHEME_OF)
CLASSES = {"passenger": 40, "truck": 20, "semiTrailerTractor": 8, "special": 6, "motorcycle": 9, "tractor": 7,
           "lowSpeedTruck": 4, "threeWheeler": 3, "trailer": 3}
SEAT_EDGES = (1, 2, 5, 5, 5, 6, 7, 9, 10, 11, 19, 20, 21, 35, 36, 37, 55)
LOAD_EDGES = (1, 1495, 1999, 2000, 2001, 4999, 5000, 5001, 9999, 10_000, 10_001, 31_000)
DAY_EDGES = (1, 2, 5, 6, 7, 8, 9, 30, 90, 180, 363, 364, 365, 366)
GROUNDS = ("temporaryEntry", "scrapWithinYear", "temporaryRoadUse", "other")


def vehicle(chance):
    kind = weighted(chance, CLASSES)
    made = {"class": kind} | {
        "passenger": passenger, "truck": truck, "semiTrailerTractor": semi_trailer_tractor, "special": special,
        "motorcycle": motorcycle, "tractor": tractor}.get(kind, lambda _: {})(chance)
    if often(chance, 6 if kind in ("passenger", "truck", "special") else 2):
        made |= {"policeOrPrisonVan": True, "ratedPassengers": chance.choice(SEAT_EDGES)}
    if often(chance, 5) and kind != "motorcycle":
        made["energy"] = chance.choice(("petrol", "diesel", "gas", "batteryElectric", "plugInHybrid"))
    return made


def passenger(chance):
    use = chance.choice(sorted(SEATS)) if often(chance, 97) else chance.choice(sorted(TONS))
    return {"use": use, "ratedPassengers": chance.choice(SEAT_EDGES)}


def truck(chance):
    use = chance.choice(sorted(TONS)) if often(chance, 97) else chance.choice(sorted(SEATS))
    return {"use": use, "ratedLoadKg": chance.choice(LOAD_EDGES)}


def semi_trailer_tractor(chance):
    made = {"use": chance.choice(sorted(TONS))}
    if often(chance, 40):
        made["ratedLoadKg"] = chance.choice(LOAD_EDGES)
    if often(chance, 60):
        made["quasiTractionMassKg"] = chance.choice((*LOAD_EDGES, 40_000))
    if often(chance, 5):
        made["specialClass"] = 4
    return made


def special(chance):
    return {"specialClass": chance.choice((1, 2, 3, 4)), "use": chance.choice(("commercial", "nonCommercial"))}


def motorcycle(chance):
    if often(chance, 12):
        made = {"energy": "batteryElectric", "motorcycleKind": chance.choice(("ordinary", "moped"))}
        return made | ({"sidecar": True} if often(chance, 10) else {})
    made = {"displacementML": chance.choice((49, 50, 51, 125, 249, 250, 251, 600))}
    if often(chance, 15):
        made["sidecar"] = True
    if often(chance, 30):
        made["motorcycleKind"] = chance.choice(("ordinary", "moped"))
    return made


def tractor(chance):
    return {"tractorKind": chance.choice(("multiPurpose", "transport")),
            "powerKW": chance.choice(("8.8", "11.0", "14.69", "14.7", "14.70", "14.71", "14.8", "36"))}


def application(chance):
    """(appliedAt, start): most of today, many beside the days on which the texts change, some around leap days."""
    if often(chance, 80):
        applied = recent(chance)
    elif often(chance, 60):
        applied = chance.choice(EDGES) + chance.choice((-DAY, -SECOND, 0 * DAY, SECOND, DAY))
    else:
        applied = between(chance, moment("2006-01-01T00:00:00+08:00"), moment("2020-09-19T00:00:00+08:00"))
    start = day_after(applied) + chance.choice((0, 0, 0, 1, 10, 30, 60, 85)) * DAY
    if often(chance, 10):
        start = between(chance, applied + SECOND, applied + 60 * DAY)
    if often(chance, 10):
        start = chance.choice(LEAP_DAYS)
        applied = start - chance.randrange(1, 60 * 86_400) * SECOND
    if often(chance, 5):
        edge = chance.choice(EDGES)
        start = chance.choice((edge, edge - DAY, edge - SECOND))
        applied = start - chance.randrange(1, 30 * 86_400) * SECOND
    if often(chance, 1):
        applied = start + chance.choice((0 * DAY, SECOND, DAY))
    if often(chance, 1):
        start = midnight(applied) + chance.choice((88, 89, 90, 91, 92, 93, 120, 400)) * DAY
    return applied, start


def end_of(chance, start, ground):
    full_year = a_year_after(start)
    if not ground:
        return full_year if often(chance, 96) else full_year + chance.choice((-365, -180, -1, 1, 30)) * DAY
    days = chance.choice(DAY_EDGES) if often(chance, 60) else chance.randrange(1, 365)
    end = start + days * DAY
    if often(chance, 15):
        end += chance.choice((SECOND, -SECOND, 11 * 3600 * SECOND))
    return end


def term_end(chance, start):
    """The contracted end of an earlier policy."""
    if often(chance, 82):
        return a_year_after(start)
    return start + chance.choice((7, 30, 100, 180, 364, 364, 365, 366)) * DAY


def history(chance, applied, start):
    made = {}
    if often(chance, 12):
        made["firstInsurance"] = True
        if often(chance, 95):
            return made
    if often(chance, 3):
        made["soldFromOtherProvince"] = True
    if often(chance, 6):
        made["movedFromOtherProvince"] = True
        made["movedWithProof"] = often(chance, 50)
    policies = earlier_policies(chance, applied, start)
    made["policies"] = [
        {"issuedAt": text_of(chance, issued), "start": text_of(chance, since), "end": end_text(chance, until)}
        for issued, since, until in policies]
    made["claims"] = claims(chance, [issued for issued, _, _ in policies], applied)
    chance.shuffle(made["policies"])
    chance.shuffle(made["claims"])
    return made


def earlier_policies(chance, applied, start):
    """(issuedAt, start, end) with windows that do not meet, latest first."""
    policies, before, latest = [], midnight(start), applied
    for _ in range(weighted(chance, {0: 1, 1: 25, 2: 22, 3: 20, 4: 16, 5: 10, 6: 6})):
        gap = chance.choice((0, 0, 0, 0, 0, 1, 20, 400))
        since = before - gap * DAY - chance.choice((365, 365, 366, 364, 180, 40)) * DAY
        issued = since - chance.choice((1, 3600, 86_400, 20 * 86_400, 80 * 86_400)) * SECOND
        issued = min(issued, latest - chance.choice((1, 60, 86_400)) * SECOND)
        if often(chance, 0.3) and policies:
            issued = latest
        policies.append((issued, since, term_end(chance, since)))
        before, latest = since, issued
    return policies


def claims(chance, issues, applied):
    if not issues or often(chance, 40):
        return []
    made = []
    for _ in range(weighted(chance, {1: 55, 2: 25, 3: 12, 4: 5, 6: 3})):
        times = sorted(moment_of_claim(chance, issues, applied) for _ in range(2))
        claim = {"accidentAt": text_of(chance, times[0]), "atFault": often(chance, 60), "death": often(chance, 12)}
        if often(chance, 8):
            claim["whileStolen"] = True
        if often(chance, 72):
            claim["paidAt"] = text_of(chance, times[1])
        made.append(claim)
    return made


def moment_of_claim(chance, issues, applied):
    if often(chance, 35):
        return chance.choice((*issues, applied)) + chance.choice((-SECOND, 0 * DAY, 0 * DAY, SECOND))
    if often(chance, 40):
        return between(chance, issues[0], applied)
    return between(chance, issues[-1] - 60 * DAY, applied + 10 * DAY)


def document(chance):
    applied, start = application(chance)
    ground = chance.choice(GROUNDS) if often(chance, 35) else None
    made = {
        "vehicle": vehicle(chance),
        "region": chance.choice(REGIONS) if often(chance, 99.5) else chance.choice(("710000", "999999")),
        "appliedAt": text_of(chance, applied),
        "start": text_of(chance, start),
        "end": end_text(chance, end_of(chance, start, ground)),
    }
    if made["vehicle"]["class"] in ("tractor", "lowSpeedTruck", "threeWheeler") and often(chance, 70):
        made["region"] = chance.choice(sorted(TRACTOR))
    if ground:
        made["shortTerm"] = ground
    if often(chance, 99):
        made["history"] = history(chance, applied, start)
    if often(chance, 3):
        drop(chance, made, *[("vehicle", member) for member in made["vehicle"] if member not in ("energy", "sidecar")])
    if often(chance, 2):
        drop(chance, made, ("vehicle",), ("region",), ("appliedAt",), ("start",), ("end",))
    if made.get("history", {}).get("policies") and often(chance, 0.5):
        drop(chance, made, ("history", "policies", 0, "issuedAt"))
    return made
