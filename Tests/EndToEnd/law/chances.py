"""Ways of drawing by chance that fall on the edges more often than chance would."""

import datetime

from .reading import DAY, SHANGHAI, moment

SECOND = datetime.timedelta(seconds=1)
CODE_2020 = moment("2020-09-19T00:00:00+08:00")
EDGES = [moment(text) for text in (
    "2006-07-01T00:00:00+08:00", "2007-07-01T00:00:00+08:00", "2008-02-01T00:00:00+08:00",
    "2020-09-19T00:00:00+08:00")]
LEAP_DAYS = [moment(f"{year}-{day}T00:00:00+08:00") for year in (2024, 2027, 2028, 2032)
             for day in ("02-28", "03-01", *(["02-29"] if year != 2027 else []))]


def often(chance, percent):
    return chance.random() * 100 < percent


def weighted(chance, choices):
    """One key of {value: weight}."""
    return chance.choices(list(choices), list(choices.values()))[0]


def between(chance, earliest, latest):
    """A whole second within a span."""
    return earliest + chance.randrange(max(1, int((latest - earliest) / SECOND))) * SECOND


def midnight(instant):
    return instant.replace(hour=0, minute=0, second=0)


def day_after(instant):
    return midnight(instant) + DAY


def recent(chance):
    """A moment under the code of 2020, seldom far ahead."""
    last = "2099-01-01T00:00:00+08:00" if often(chance, 4) else "2028-06-01T00:00:00+08:00"
    return between(chance, CODE_2020, moment(last))


def text_of(chance, instant):
    """RFC 3339, seldom by another clock than Shanghai's."""
    if often(chance, 6):
        zone = datetime.timezone(datetime.timedelta(hours=chance.choice((-5, 0, 1, 9))))
        return instant.astimezone(zone).isoformat()
    if often(chance, 4):
        return instant.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
    return instant.astimezone(SHANGHAI).isoformat()


def end_text(chance, end):
    """The end of a period in one of the ways in which ends are written."""
    if end == midnight(end.astimezone(SHANGHAI)) and often(chance, 20):
        last = (end.astimezone(SHANGHAI) - DAY).date().isoformat()
        return last + chance.choice(("", "T24:00:00+08:00", "T23:59:59+08:00", "T23:59:00+08:00"))
    return text_of(chance, end)


def money(whole_fen):
    return f"{whole_fen // 100}.{whole_fen % 100:02d}"


def premium_in_fen(chance):
    """What a premium may be: a base by a float, any amount of fen, seldom the largest amount."""
    if often(chance, 60):
        base = chance.choice((80, 120, 400, 950, 1000, 1100, 1130, 1220, 1270, 1470, 1800, 2360, 3070, 4480, 4690))
        return base * (100 + chance.choice((0, 0, 0, -10, -15, -20, -25, -30, -35, -40, -45, -50, 10, 30)))
    if often(chance, 5):
        return chance.choice((0, 1, 10**12))
    return chance.randrange(1, 600_000)


def drop(chance, document, *paths):
    """Takes one member away."""
    *way, last = chance.choice(paths)
    for step in way:
        document = document[step]
    document.pop(last, None)
