"""The second reading of rules `refund`, `endorsement` and `lay-up`: 规程第五节."""

from fractions import Fraction

from .reading import DAY, Reading, days_between, fen, half_up, moment, moment_of_end, months_after, yuan
from .second_premium import CODE_2020

COMMERCIAL = ("rental", "cityBus", "highwayCoach", "commercial")


def read_refund(document):
    """退还保险费 = 保险费 × (1 − 已了责任天数/保险期间天数)."""
    answer = Reading()
    premium = answer.need(document, "premium")
    start = answer.need_moment(document, "start")
    end = answer.need_end(document, "end")
    cancelled = answer.need_moment(document, "cancelledAt")
    ground = answer.need(document, "ground")
    if answer.refused:
        return answer
    judge_edition(answer, start, cancelled)
    if end <= start:
        answer.lean("empty period")
        answer.refuse()
    if cancelled >= end:
        if ground == "duplicate":
            answer.lean("duplicate after its end")
        answer.refuse()
    if ground == "duplicate":  # only the one that starts later, in full
        other = document.get("otherStart")
        if other is None or not moment(other) < start:
            answer.refuse()
        refund = fen(premium)
    elif cancelled <= start:
        refund = fen(premium)
    elif days_between(start, end) == 0:
        answer.lean("start and end on one day")
        answer.refuse()
    else:
        elapsed = days_between(start, cancelled)
        refund = half_up(fen(premium) * (1 - Fraction(elapsed, days_between(start, end))))
    if not answer.refused:
        answer.results = {"refund": yuan(refund)}
    return answer


def judge_edition(answer, start, changed):
    if changed < CODE_2020:
        answer.refuse("tableNotEncoded")
    elif start < CODE_2020:
        answer.lean("code that began between")


def read_endorsement(document):
    """三: by daily rate for the days left; 四: the whole year's difference."""
    answer = Reading()
    kind = answer.need(document, "kind")
    old = answer.need(document, "oldPremium")
    new = answer.need(document, "newPremium")
    if kind == "redetermination":
        if any(document.get(member) is None for member in ("start", "end", "effectiveAt")):
            answer.lean("redetermination without its period")
            if document.get("effectiveAt") is not None and moment(document["effectiveAt"]) < CODE_2020:
                answer.refuse("tableNotEncoded")
        else:
            judge_edition(answer, moment(document["start"]), moment(document["effectiveAt"]))
            if moment_of_end(document["end"]) <= moment(document["start"]):
                answer.lean("empty period")
                answer.refuse()
        if answer.refused:
            return answer
        if fen(new) < fen(old):
            answer.lean("redetermined lower")
        delta = fen(new) - fen(old)
    else:
        start = answer.need_moment(document, "start")
        end = answer.need_end(document, "end")
        effective = answer.need_moment(document, "effectiveAt")
        if answer.refused:
            return answer
        judge_edition(answer, start, effective)
        if end <= start:
            answer.lean("empty period")
            answer.refuse()
        elif days_between(start, end) == 0:
            answer.lean("start and end on one day")
            answer.refuse()
        elif effective >= end:
            answer.lean("endorsement outside the period")
            answer.refuse()
        elif effective < start:
            answer.lean("endorsement outside the period")
            effective = start
        if answer.refused:
            return answer
        exact = (fen(new) - fen(old)) * Fraction(days_between(effective, end), days_between(start, end))
        if exact < 0 and exact.denominator == 2:
            answer.lean("half a fen less")
        delta = half_up(exact)
    if not answer.refused:
        answer.results = {"delta": yuan(delta)}
    return answer


def read_lay_up(document):
    """五: commercial vehicles, once, from one to four calendar months; the end moves by the days rested."""
    answer = Reading()
    use = answer.need(document, "use")
    start = answer.need_moment(document, "start")
    end = answer.need_end(document, "end")
    since = answer.need_moment(document, "from")
    until = answer.need_moment(document, "to")
    if document.get("previousLayUps") is None or document.get("requestedAt") is None:
        answer.lean("lay-up without its past")
    before = answer.need(document, "previousLayUps")
    requested = answer.need_moment(document, "requestedAt")
    if answer.refused:
        return answer
    if min(since, requested) < CODE_2020:
        answer.lean("lay-up before 2020-09-19")
    if use not in COMMERCIAL:
        answer.refuse()
    if before > 0:
        answer.refuse()
    if until.date() < months_after(since.date(), 1) or until.date() > months_after(since.date(), 4):
        answer.refuse()
    if end <= start:
        answer.lean("empty period")
        answer.refuse()
    if not start <= since < end:
        answer.refuse()
    if since < requested:
        answer.refuse()
    elif since.date() == requested.date():
        answer.lean("lay-up from the day of request")
    if until > end:
        answer.lean("lay-up beyond the end")
    if not answer.refused:
        answer.results = {"newEnd": end + days_between(since, until) * DAY}
    return answer
