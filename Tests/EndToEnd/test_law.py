"""The rules of the law through both doors: command line and HTTP say the same, byte for byte, and keep nothing."""

import json
import shutil

import pytest

from support.binary import command
from support.description import DESCRIPTION, assert_conforms

ASKING = DESCRIPTION["paths"]["/v1/law/{rule}"]["post"]
RULES = ASKING["parameters"][0]["schema"]["enum"]
QUESTIONS = ASKING["requestBody"]["content"]["application/json"]["examples"]
ANSWERS = ASKING["responses"]["200"]["content"]["application/json"]["examples"]

CAR = {"class": "passenger", "use": "household", "ratedPassengers": 5}
FIRST_YEAR = {
    "vehicle": CAR,
    "region": "110000",
    "appliedAt": "2026-02-20T10:00:00+08:00",
    "start": "2026-03-01T00:00:00+08:00",
    "end": "2027-03-01T00:00:00+08:00",
    "history": {"firstInsurance": True},
}


def words(rule):
    """`lay-up` as names are made of it: LayUp and layUp."""
    schema = "".join(word.capitalize() for word in rule.split("-"))
    return schema, schema[0].lower() + schema[1:]


def question(rule):
    return QUESTIONS[words(rule)[1]]["value"]


def law(rule, document, *options, **settings):
    """The command on a document, which may be bytes."""
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    return command("law", rule, *options, stdin=text, **settings)


@pytest.fixture(scope="module")
def door(sandbox):
    def ask(rule, document):
        return sandbox.client.post(f"/v1/law/{rule}", document)

    return ask


@pytest.mark.parametrize("rule", RULES)
def test_both_doors_give_the_same_bytes_and_they_are_as_described(door, rule):
    schema, name = words(rule)
    assert_conforms(f"{schema}Request", question(rule))
    assert_conforms(f"{schema}Answer", ANSWERS[name]["value"])
    for explain in (True, False):
        asked = question(rule) | {"explain": explain}
        reply, printed = door(rule, asked), law(rule, asked, "--json")
        assert (reply.status, printed.code) == (200, 0)
        assert reply.headers["Content-Type"] == "application/json"
        assert printed.out == reply.text + "\n" and printed.err == ""
        assert_conforms(f"{schema}Answer", reply.json)
        assert reply.json["refused"] is False and ("figure" in reply.json) == explain
        if asked == question(rule) | {"explain": question(rule).get("explain", False)}:
            assert reply.json == ANSWERS[name]["value"]
    assert law(rule, question(rule), "--json", "--explain").out == law(rule, question(rule) | {"explain": True}, "--json").out


@pytest.mark.parametrize("rule", RULES)
def test_a_refusal_has_the_same_findings_through_both_doors(door, rule):
    for document in ({}, {"explain": True}, {"vehicle": 5, "start": "soon", "amount": 950.5, "plate": "I"}, [], None):
        reply, printed = door(rule, json.dumps(document).encode()), law(rule, document, "--json")
        assert (reply.status, printed.code) == (422, 1), (document, reply.text)
        assert reply.headers["Content-Type"] == "application/problem+json"
        assert_conforms("Problem", reply.json)
        assert printed.json == {"refused": True, "findings": reply.json["findings"]}
        assert reply.json["refused"] is True and reply.json["code"] == "refused"
        assert printed.json["findings"] and [each["code"] for each in reply.json["errors"]] == [
            each["code"] for each in printed.json["findings"]]


def test_what_is_no_document_is_told_with_its_place(door):
    deep, twice = b"[" * 33 + b"]" * 33, b'{"amount":"1.00","amount":"2.00"}'
    for document, code in (
        (b"", "jsonEmpty"), (b'{"amount":', "jsonSyntax"), (b'{"amount":"\xff"}', "jsonEncoding"), (deep, "jsonTooDeep"),
        (twice, "jsonMemberRepeated"), (b'{"amount":"\\ud83d"}', "jsonEscape"),
    ):
        reply, printed = door("amount-in-words", document), law("amount-in-words", document, "--json")
        assert (reply.status, reply.code, printed.code) == (400, "invalidJSON", 2), document
        assert_conforms("Problem", reply.json)
        assert printed.json == {"refused": True, "findings": reply.json["findings"]}
        assert [each["code"] for each in printed.json["findings"]] == [code]
    told = law("amount-in-words", b"{")
    assert told.code == 2 and told.out == "" and "JSON" in told.err
    longest = b'{"amount":"950.50"}'.ljust(256 << 10)
    assert door("amount-in-words", longest).json["words"] == "玖佰伍拾元伍角"
    assert door("amount-in-words", longest + b" ").status == 413
    assert law("amount-in-words", longest, "--json").code == 0
    assert law("amount-in-words", longest + b" ", "--json").json["findings"][0]["code"] == "jsonTooLong"


def test_an_unknown_rule_is_told_which_there_are(door, sandbox):
    reply = door("premiums", {})
    assert (reply.status, reply.code) == (404, "notFound")
    assert_conforms("Problem", reply.json)
    wrong = law("premiums", {})
    assert wrong.code == 2 and wrong.out == ""
    assert all(rule in reply.json["detail"] and rule in wrong.err for rule in RULES)
    unnamed, helped = command("law"), command("law", "--help")
    assert (unnamed.code, unnamed.out, helped.code) == (2, "", 0)
    for listed in (wrong.err, unnamed.err, helped.out):
        lines = [line.split(maxsplit=1) for line in listed.splitlines()]
        assert [line[0] for line in lines if line and line[0] in RULES] == list(RULES)
        assert all(len(line) == 2 for line in lines if line and line[0] in RULES)
    assert sandbox.client.get("/v1/law/premium").status == 405
    assert command("law", "premium", "/nowhere/at/all.json").code == 2


def test_lines_are_answered_one_by_one_in_their_order(tmp_path, chance):
    singles = {
        json.dumps(FIRST_YEAR | {"vehicle": CAR | {"ratedPassengers": seats}}).encode(): None for seats in range(1, 10)}
    singles |= {line: None for line in (b"", b"  ", b"{}", b'{"vehicle"', b"\xff", b"[" * 99, b"7")}
    for line in singles:
        singles[line] = law("premium", line, "--json").out
    lines = [chance.choice(list(singles)) for _ in range(5_000)]
    too_long = b'{"' + b"x" * (300 << 10)
    lines[1234] = too_long
    singles[too_long] = law("premium", too_long, "--json").out
    expected = "".join(singles[line] for line in lines)
    path = tmp_path / "documents.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    from_file = command("law", "premium", path, "--lines", "--json")
    assert (from_file.code, from_file.err) == (0, "")
    assert from_file.out == expected
    # The end of the last line may be missing.
    few = [*lines[:20], b"{}"]
    assert command("law", "premium", "--lines", stdin=b"\n".join(few)).out == "".join(singles[line] for line in few)
    assert command("law", "premium", "--lines", stdin=b"").out == ""
    explained = command("law", "premium", "--lines", "--explain", stdin=json.dumps(FIRST_YEAR).encode())
    assert explained.json == law("premium", FIRST_YEAR, "--json", "--explain").json


def test_people_read_the_result_its_derivation_and_what_stands_against_it():
    claim = question("premium")
    chinese, english = (law("premium", claim, "--explain", language=language) for language in ("zh_CN.UTF-8", "en_GB.UTF-8"))
    assert (chinese.code, english.code) == (0, 0)
    for text, said in ((chinese.out, ("950.00 元", "基础保险费", "第1行", "若少一次有责任事故")),
                       (english.out, ("950.00 yuan", "base premium", "given vehicle.ratedPassengers", "one accident"))):
        assert all(each in text for each in said), text
        # Amounts stand flush right: their ends share a column.
        assert "└─" in text and "\x1b" not in text
    refused = law("premium", {"vehicle": CAR}, language="en_GB.UTF-8")
    assert refused.code == 1 and "appliedAt" in refused.out and refused.err == ""
    hostile = law("compensation", question("compensation") | {"vehicles": [
        {"id": "\x1b[2J\u202eA", "atFault": True, "insured": True, "damage": "1500.00"},
        {"id": "B", "atFault": True, "insured": True, "damage": "1200.00"}]})
    assert hostile.code == 0 and "\x1b" not in hostile.out and "\u202e" not in hostile.out


def test_an_operators_rows_are_used_and_named(tmp_path, serve):
    row = {"name": "no. 1", "value": "900.00", "from": "2026-01-01", "status": "verified", "checked": "2026-11-20",
           "citation": {"instrument": "tariff2008", "article": "第1行"}}
    rows = tmp_path / "rows.json"
    rows.write_text(json.dumps({"table": "basePremiums", "rows": [row]}))
    assert law("premium", FIRST_YEAR, "--json").json["basePremium"] == "950.00"
    answer = law("premium", FIRST_YEAR, "--json", "--rows", rows)
    assert answer.json["basePremium"] == "900.00" and answer.json["notes"], answer.out
    (tmp_path / "data/law").mkdir(parents=True)
    shutil.copy(rows, tmp_path / "data/law")
    assert law("premium", FIRST_YEAR, "--json", data=tmp_path / "data").out == answer.out
    assert serve("data").client.post("/v1/law/premium", FIRST_YEAR).text + "\n" == answer.out

    rows.write_text(json.dumps({"table": "basePremiums", "rows": [row | {"value": "dear"}, {"name": "no. 2"}]}))
    wrong = law("premium", FIRST_YEAR, "--json", "--rows", rows)
    assert wrong.code == 2 and "rows[0]" in wrong.err and "rows[1]" in wrong.err
    assert law("premium", FIRST_YEAR, "--rows", tmp_path / "none.json").code == 2


def test_nothing_that_is_asked_is_kept(serve):
    server = serve()
    mark = "marked-car-7f3a"
    vehicles = [{"id": mark, "atFault": True, "insured": True, "damage": "1500.00"}]
    for rule, document in (("compensation", {"accidentAt": "2026-05-01T08:30:00+08:00", "vehicles": vehicles}),
                           ("identifier", {"plate": "京A7F3A9", "vin": "LSVAM4187C2123456"}), ("premium", {mark: 1})):
        for _ in range(20):
            assert server.client.post(f"/v1/law/{rule}", document).status in (200, 422)
    assert server.entries == 0
    assert server.stop() == 0
    kept = b"".join(path.read_bytes() for path in server.data.rglob("*") if path.is_file())
    kept += server.out.read_bytes() + server.err.read_bytes()
    assert kept and not any(each in kept for each in (mark.encode(), "京A7F3A9".encode(), b"LSVAM4187C2123456"))


# Row of the tariff, its premium since 2008 and in 2006, and vehicles at both ends of it.
SEATED = {
    "household": [(1, 950, 1050, 1, 5), (2, 1100, 1100, 6, 60)],
    "enterprise": [(3, 1000, 1000, 1, 5), (4, 1130, 1190, 6, 9), (5, 1220, 1300, 10, 19), (6, 1270, 1580, 20, 60)],
    "government": [(7, 950, 950, 1, 5), (8, 1070, 1070, 6, 9), (9, 1140, 1140, 10, 19), (10, 1320, 1320, 20, 60)],
    "rental": [(11, 1800, 1800, 1, 5), (12, 2360, 2360, 6, 9), (13, 2400, 2580, 10, 19), (14, 2560, 3730, 20, 35),
               (15, 3530, 3880, 36, 60)],
    "cityBus": [(16, 2250, 2250, 6, 9), (17, 2520, 2520, 10, 19), (18, 3020, 3270, 20, 35), (19, 3140, 4250, 36, 60)],
    "highwayCoach": [(20, 2350, 2350, 6, 9), (21, 2620, 2620, 10, 19), (22, 3420, 3420, 20, 35),
                     (23, 4690, 4690, 36, 60)],
}
LADEN = {
    "nonCommercial": [(24, 1200, 1200, 1, 1999), (25, 1470, 1630, 2000, 4999), (26, 1650, 1750, 5000, 9999),
                      (27, 2220, 2220, 10000, 90000)],
    "commercial": [(28, 1850, 1850, 1, 1999), (29, 3070, 3070, 2000, 4999), (30, 3450, 3450, 5000, 9999),
                   (31, 4480, 4480, 10000, 90000)],
}
SPECIAL = [(32, 3710, 6040, 1), (33, 2430, 2430, 2), (34, 1080, 1320, 3), (35, 3980, 5660, 4)]
MOTORCYCLES = [(36, 80, 120, 1, 50), (37, 120, 180, 51, 250), (38, 400, 400, 251, 2000)]


def tariff():
    """Every vehicle of the published rows 1 to 38 with its row and both premiums."""
    for use, rows in SEATED.items():
        for row, now, then, *bounds in rows:
            for seats in bounds:
                yield row, now, then, {"class": "passenger", "use": use, "ratedPassengers": seats}
    for use, rows in LADEN.items():
        for row, now, then, *bounds in rows:
            for mass in bounds:
                yield row, now, then, {"class": "truck", "use": use, "ratedLoadKg": mass}
    for row, now, then, kind in SPECIAL:
        yield row, now, then, {"class": "special", "specialClass": kind}
    for row, now, then, *bounds in MOTORCYCLES:
        for displacement in bounds:
            yield row, now, then, {"class": "motorcycle", "displacementML": displacement}


def test_the_published_tariff_comes_out_of_the_binary():
    expected, documents = [], []
    for row, now, then, vehicle in tariff():
        for premium, year in ((now, 2026), (then, 2007)):
            expected.append((row, f"{premium}.00", f"{premium}.00"))
            documents.append(FIRST_YEAR | {
                "vehicle": vehicle, "appliedAt": f"{year}-02-20T10:00:00+08:00",
                "start": f"{year}-03-01T00:00:00+08:00", "end": f"{year + 1}-03-01T00:00:00+08:00"})
    lines = "\n".join(json.dumps(document) for document in documents).encode()
    printed = command("law", "premium", "--lines", "--json", stdin=lines)
    answers = [json.loads(line) for line in printed.out.splitlines()]
    found = [(each.get("tariffRow"), each.get("basePremium"), each.get("premium")) for each in answers]
    assert found == expected
    assert {row for row, *_ in expected} == set(range(1, 39))
