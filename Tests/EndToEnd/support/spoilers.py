"""Bodies nobody should send: drawn by chance, so a seed repeats them."""

import json
import string

from .records import csv_text, policy, vin

_LETTERS = string.ascii_letters + string.digits + '京沪粤·，。 \t\n\r"\\{}[],:#@/\x00\x7f\u2028\ufeff\U0001f697'
_MEMBERS = [
    "plate",
    "number",
    "category",
    "vinSuffix",
    "vin",
    "policyNumberSuffix",
    "on",
    "knownAt",
    "purpose",
    "event",
    "insurer",
    "sequence",
    "policyNumber",
    "plateCategory",
    "engineNumber",
    "vehicleClass",
    "use",
    "start",
    "end",
    "premium",
    "corrects",
    "effectiveAt",
    "ground",
    "layUpUntil",
    "newPlate",
    "phone",
    "policyholderDocument",
    "ratedPassengers",
    "powerKW",
    "xubao_line",
]
_NUMBERS = [
    "0",
    "-0",
    "1e999",
    "-1E-999",
    "9" * 400,
    "0.1",
    "1e5",
    "9223372036854775807",
    "9223372036854775808",
    "-1",
    "NaN",
    "1.",
]
_TIMES = [
    "2026-02-29",
    "9999-12-31T23:59:59+08:00",
    "0000-00-00",
    "2026-12-01T24:00:00+18:59",
    "20261301",
    "2026年2月30日",
    "99999-01-01",
    "1970-01-01T00:00:00.123456789Z",
    "2026-12-01 24:00:01",
    "0001-01-01T00:00:00+08:00",
]


def text(chance):
    return "".join(chance.choice(_LETTERS) for _ in range(chance.choice((0, 1, 6, 7, 17, 40, 300))))


def value(chance, depth=0):
    """Any JSON value, as text."""
    kind = chance.randrange(9 if depth < 4 else 6)
    if kind < 2:
        return json.dumps(text(chance), ensure_ascii=chance.random() < 0.5)
    if kind == 2:
        return chance.choice(_NUMBERS)
    if kind == 3:
        return chance.choice(("true", "false", "null", '"\\ud800"', '"\\u0000"', '"\\udc00\\ud800"'))
    if kind == 4:
        return json.dumps(chance.choice(_TIMES))
    if kind == 5:
        return json.dumps(
            chance.choice((vin(1), "京A12345", "02", "policy", "承保", "main-0", "main-99999999999999999999", "A#1"))
        )
    if kind == 6:
        return "[" + ",".join(value(chance, depth + 1) for _ in range(chance.randrange(4))) + "]"
    return document(chance, depth + 1)


def document(chance, depth=0):
    """A JSON object with members of our names and values of any kind."""
    names = [chance.choice(_MEMBERS) if chance.random() < 0.9 else text(chance) for _ in range(chance.randrange(8))]
    return "{" + ",".join(f"{json.dumps(name)}:{value(chance, depth)}" for name in names) + "}"


def mutated(chance, content):
    """The bytes with a few of them changed, lost, doubled or moved."""
    content = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        if not content:
            break
        place = chance.randrange(len(content))
        change = chance.randrange(5)
        if change == 0:
            content[place] = chance.randrange(256)
        elif change == 1:
            del content[place : place + chance.randrange(1, 30)]
        elif change == 2:
            content[place:place] = content[place : place + chance.randrange(1, 60)]
        elif change == 3:
            content[place:place] = chance.randbytes(chance.randrange(1, 9))
        else:
            content = content[:place]
    return bytes(content)


def body(chance, kinds=("json", "csv", "form")):
    """One body out of all there are."""
    kind = chance.choice((*kinds, "bytes", "document", "deep", "long"))
    if kind == "json":
        sample = (
            policy(chance.randrange(50))
            if chance.random() < 0.5
            else {"plate": {"number": "京N00001", "category": "02"}, "vinSuffix": "000001", "on": "2026-12-01 00:00"}
        )
        return mutated(chance, json.dumps(sample, ensure_ascii=False).encode())
    if kind == "csv":
        header = chance.choice(("english", "chinese"))
        rows = [
            {name: member for name, member in policy(chance.randrange(50)).items() if name != "use" or header}
            for _ in range(3)
        ]
        return mutated(
            chance, csv_text(rows, header).encode(chance.choice(("utf-8", "gb18030", "utf-8-sig", "utf-16")))
        )
    if kind == "form":
        return mutated(
            chance, b"form=plate&plate=%E4%BA%ACN00001&vinSuffix=000001&date=2026-12-01&time=14%3A30&category=02"
        )
    if kind == "bytes":
        return chance.randbytes(chance.choice((0, 1, 2, 7, 8, 9, 100, 3000)))
    if kind == "deep":
        opening = chance.choice((b"[", b'{"plate":', b'{"a":[', b'[{"vin":'))
        return opening * chance.choice((1, 200, 600, 1500))
    if kind == "long":
        return (
            chance.choice((b'"', b'{"vin":"', b"policyNumber,", b"a="))
            + chance.choice((b"A", b"\xff", b'"', b",", b"%")) * 7000
        )
    return document(chance).encode("utf-8", "surrogatepass")
