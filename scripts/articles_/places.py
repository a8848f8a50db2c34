"""Places in a text: `第五节二(四)` and `5(2)4` are one place, whichever way it is written."""

import re

DIGITS = "零一二三四五六七八九"
NUMERAL = "[零一二三四五六七八九十百]+"
# As English comments write it: 22, 11(1), 5(2)4.
ENGLISH = r"\d{1,3}(?:\(\d{1,2}\)\d{0,2})?(?![\d-])"
# As Chinese comments write it: 第二十二条, 第三节, 第五节二(四).
CHINESE = rf"第(?:\d+|{NUMERAL})(?:条|节(?:{NUMERAL})?)(?:[(（]{NUMERAL}[)）])?"


def number(text):
    """`22`, `二十二` and `一百八十八` → 22 and so on."""
    if text.isdigit():
        return int(text)
    total = digit = 0
    for character in text:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = DIGITS.index(character)
    return total + digit


def of_chinese(text):
    """The numbers of a place: `第五节二(四)` → (5, 2, 4). None when it has a name instead of a number."""
    match = re.fullmatch(
        rf"第(\d+|{NUMERAL})(?:条|节)({NUMERAL})?(?:[(（]({NUMERAL})[)）])?(\d+)?(?:\.)?", text
    )
    if match:
        return tuple(number(part) for part in match.groups() if part)
    match = re.fullmatch(rf"附件({NUMERAL})", text)
    return ("annex", number(match[1])) if match else None


def of_english(text):
    """`5(2)4` → (5, 2, 4)."""
    return tuple(int(part) for part in re.findall(r"\d+", text))


def english(place):
    """(5, 2, 4) → `5(2)4`, the way comments and the glossary write it."""
    if place[0] == "annex":
        return f"annex {place[1]}"
    first, *parts = place
    return str(first) + "".join(form.format(part) for form, part in zip(("({})", "{}", ".{}"), parts))
