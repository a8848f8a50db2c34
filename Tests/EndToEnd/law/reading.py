"""What all the second readings share: an answer, a refusal, moments, exact money."""

import datetime
from dataclasses import dataclass, field
from fractions import Fraction

from .questions import Leanings

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
DAY = datetime.timedelta(days=1)


@dataclass
class Reading(Leanings):
    """The answer to one document: results by name, or findings of which a code of None is one the contract leaves free."""

    results: dict = field(default_factory=dict)
    findings: list = field(default_factory=list)
    questions: dict = field(default_factory=dict)

    @property
    def refused(self):
        return bool(self.findings)

    def refuse(self, code=None, path=None):
        self.findings.append((code, path))

    def need(self, document, *path):
        """The value at a path, or a finding `missing` with that path."""
        value = document
        for step in path:
            value = value.get(step) if isinstance(value, dict) else value[step]
            if value is None:
                self.refuse("missing", ".".join(map(str, path)))
                return None
        return value

    def need_moment(self, document, *path):
        text = self.need(document, *path)
        return None if text is None else moment(text)

    def need_end(self, document, *path):
        text = self.need(document, *path)
        return None if text is None else moment_of_end(text)


def moment(text):
    """An instant written in RFC 3339, as Shanghai's clocks show it."""
    return datetime.datetime.fromisoformat(text).astimezone(SHANGHAI)


def moment_of_end(text):
    """The end of a period: 24:00, 23:59, 23:59:59 and a bare date are the following midnight."""
    if len(text) == len("2026-12-01"):
        text += "T24:00:00+08:00"
    date, hour, rest = text[:10], text[11:13], text[13:]
    if hour == "24":
        return moment(f"{date}T00{rest}") + DAY
    end = moment(text)
    if (end.hour, end.minute, end.second) in ((23, 59, 0), (23, 59, 59)):
        return end.replace(hour=0, minute=0, second=0) + DAY
    return end


def days_between(earlier, later):
    """Calendar days in Shanghai."""
    return (later.date() - earlier.date()).days


def whole_days(earlier, later):
    """Whole days of 24 hours, a part of a day counting as one."""
    return -((earlier - later) // DAY)


def a_year_after(start):
    """The same date and hour a year later; 29 February becomes 1 March."""
    try:
        return start.replace(year=start.year + 1)
    except ValueError:
        return start.replace(year=start.year + 1, month=3, day=1)


def months_after(date, months):
    """The same day some months later, clamped to the month's end."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    for day in range(date.day, 0, -1):
        try:
            return datetime.date(year, month + 1, day)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


def half_up(value):
    """The nearest whole number, halves away from zero."""
    magnitude = (2 * abs(value) + 1) // 2
    return int(magnitude) if value >= 0 else -int(magnitude)


def fen(text):
    """An amount in yuan as whole fen."""
    value = Fraction(text) * 100
    assert value.denominator == 1, text
    return int(value)


def yuan(whole_fen):
    """Whole fen as a decimal string in yuan."""
    sign = "-" if whole_fen < 0 else ""
    return f"{sign}{abs(whole_fen) // 100}.{abs(whole_fen) % 100:02d}"
