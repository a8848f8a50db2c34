"""Uploads with errors: every encoding, the quarantine corrected and sent again, repeats, gaps, and both ways in."""

import csv
import io
import json
import subprocess

import pytest

from support.binary import command, enrol
from support.description import assert_conforms, enumeration
from support.records import CHINESE, csv_text, day, day_before, plate, policy, vin, year_later

# What each spoiled row must be found guilty of.
SPOILED = {
    3: "periodImpossible",
    4: "plateLetter",
    5: "eventUnknown",
    6: "vehicleMissing",
    7: "groundUnknown",
    8: "timeUnreadable",
    9: "policyNumberScientific",
}


def records():
    """Twelve rows: right ones, odd ones, and one for each fault in SPOILED; sequence 11 was never sent."""
    odd_vin = vin(2)[:8] + ("0" if vin(2)[8] != "0" else "1") + vin(2)[9:]
    rows = [
        policy(1, policyholderName="张三丰"),
        policy(2, plate="京n·00002", vin=odd_vin),
        policy(3, start=-10, end=f"{day(-20)} 00:00"),
        policy(4, plate="京NO0004", vin=""),
        policy(5, event="新保"),
        policy(6, plate="", vin=""),
        {
            "event": "cancellation",
            "sequence": "7",
            "policyNumber": "E2E202600000001",
            "effectiveAt": f"{day(-5)} 00:00",
            "ground": "不想要了",
        },
        policy(8, start=-30, end="明年"),
        policy(9, policyNumber="8.05E+20"),
        policy(10, end=f"{day_before(year_later(day(-100)))} 24:00"),
        policy(12),
    ]
    return rows


def corrections():
    """What the insurer puts in its place, by sequence number."""
    return {
        "3": {"end": f"{year_later(day(-10))} 00:00"},
        "4": {"plate": plate(4)},
        "5": {"event": "policy"},
        "6": {"plate": plate(6), "vin": vin(6)},
        "7": {"ground": "deregistered", "policyNumber": "E2E202600000001"},
        "8": {"end": f"{year_later(day(-30))} 00:00"},
        "9": {"policyNumber": "E2E202600000009"},
    }


def encoded(text, encoding, tmp_path):
    """The text as a file in one of the encodings; GB18030 is made by iconv and must agree with Python's."""
    if encoding == "utf-8-bom":
        return b"\xef\xbb\xbf" + text.encode()
    if encoding != "gb18030":
        return text.encode()
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "GB18030"], input=text.encode(), capture_output=True, check=True
    )
    assert done.stdout == text.encode("gb18030")
    return done.stdout


def chinese(rows):
    terms = {"policy": "承保", "cancellation": "解除", "passenger": "客车", "household": "家庭自用"}
    return [{name: terms.get(value, value) for name, value in row.items()} for row in rows]


def file_of(rows, form, tmp_path):
    """The rows as a file on disk; its path and encoding."""
    kind, header, encoding = form
    if kind == "ndjson":
        content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        content = csv_text(chinese(rows) if header == "chinese" else rows, header)
    path = tmp_path / f"records.{kind}"
    path.write_bytes(encoded(content, encoding, tmp_path))
    return path


def correct(path, form, fixes):
    """Mends the quarantine file as a person would, keeping its columns and its encoding."""
    kind, header, encoding = form
    codec = {"utf-8-bom": "utf-8-sig", "gb18030": "gb18030"}.get(encoding, "utf-8")
    text = path.read_bytes().decode(codec)
    if kind == "ndjson":
        rows = [json.loads(line) for line in text.splitlines()]
        lines = [json.dumps(row | fixes[row["sequence"]], ensure_ascii=False) + "\n" for row in rows]
        path.write_bytes("".join(lines).encode(codec))
        return rows
    rows = list(csv.DictReader(io.StringIO(text)))
    named = (lambda name: CHINESE[name]) if header == "chinese" else (lambda name: name)
    for row in rows:
        row.update({named(name): value for name, value in fixes[row[named("sequence")]].items()})
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode(codec))
    return rows


FORMS = [
    ("csv", "english", "utf-8"),
    ("csv", "chinese", "utf-8"),
    ("csv", "chinese", "utf-8-bom"),
    ("csv", "chinese", "gb18030"),
    ("csv", "english", "gb18030"),
    ("ndjson", None, "utf-8"),
    ("ndjson", None, "gb18030"),
]


@pytest.mark.parametrize("form", FORMS, ids=["-".join(filter(None, form)) for form in FORMS])
def test_errors_are_told_corrected_and_taken_in(server, tmp_path, form):
    enrol(server.data)
    path = file_of(records(), form, tmp_path)
    first = command("upload", path, "--insurer", "E2E", "--json", data=server.data)
    assert first.code == 1, first.err
    report = first.json
    assert_conforms("UploadReport", report)
    assert (report["accepted"], report["quarantined"], report["repeated"]) == (4, 7, 0)
    assert report["format"] == form[0]
    assert report["encoding"] == ("gb18030" if form[2] == "gb18030" else "utf-8")

    offset = 2 if form[0] == "csv" else 1
    guilty = {
        row["line"] - offset: [fault["code"] for fault in row["faults"]]
        for row in report["rows"]
        if row["status"] == "quarantined"
    }
    assert guilty == {sequence - 1: [code] for sequence, code in SPOILED.items()}
    flagged = {row["line"] - offset: set(row["flags"]) for row in report["rows"] if row["status"] == "flagged"}
    assert flagged == {1: {"repaired", "vinCheckDigit"}}
    faults = [fault for row in report["rows"] for fault in row["faults"]]
    assert {fault["code"] for fault in faults} <= set(enumeration("FaultCode"))
    assert all(len(fault["message"]) > 5 for fault in faults)
    content = path.read_bytes()
    for row in report["rows"]:
        start, end = row["bytes"]
        assert b"\n" not in content[start:end] and end - start > 20, "a row's bytes are the row"

    quarantine = tmp_path / f"records.quarantine.{form[0]}"
    assert quarantine.stat().st_mode & 0o777 == 0o600
    rows = correct(quarantine, form, corrections())
    assert [int(row["xubao_line"]) for row in rows] == [sequence - 1 + offset for sequence in SPOILED]
    assert all(row["xubao_reason"] for row in rows)

    second = command("upload", quarantine, "--insurer", "E2E", "--json", data=server.data)
    assert second.code == 0, (second.out, second.err)
    assert (second.json["accepted"], second.json["quarantined"]) == (7, 0)
    assert second.json["sequenceGaps"] == [{"from": 11, "through": 11}]
    assert second.json["unknownColumns"] == []

    for serial in (1, 3, 4, 5, 6, 8, 9, 10, 12):
        suffix = vin(serial)[-6:]
        answer = server.client.at(f"127.0.{serial}.1").ask(plate(serial), suffix).json
        expected = {1: "cancelled", 4: "noMatch"}.get(serial, "inForce")
        assert answer["outcome"] == expected, serial
    listed = command("insurer", "list", "--json", data=server.data).json["insurers"][0]
    assert (listed["accepted"], listed["openQuarantine"], listed["missingSequences"]) == (11, 0, 1)


def test_the_same_file_again_changes_nothing(server, tmp_path):
    enrol(server.data)
    path = file_of(records(), FORMS[0], tmp_path)
    first = command("upload", path, "--insurer", "E2E", "--json", data=server.data).json
    entries = server.entries
    again = command("upload", path, "--insurer", "E2E", "--json", data=server.data).json
    assert (again["accepted"], again["repeated"], again["quarantined"]) == (0, 4, 7)
    assert server.entries == entries == again["treeSize"]
    by_line = {row["line"]: row["entryId"] for row in first["rows"]}
    assert {row["line"]: row["entryId"] for row in again["rows"]} == by_line


def test_another_record_under_a_used_sequence_number_is_kept_out(server, insurer):
    assert insurer.post("/v1/policies", policy(1)).status == 201
    other = insurer.post("/v1/policies", policy(2, sequence="1"))
    assert (other.status, other.code) == (422, "quarantined")
    assert [item["code"] for item in other.json["errors"]] == ["sequenceReused"]


def test_people_read_what_became_of_the_file_and_what_to_type_next(server, tmp_path):
    enrol(server.data)
    path = file_of(records(), FORMS[0], tmp_path)
    told = command("upload", path, "--insurer", "E2E", data=server.data)
    assert told.code == 1
    assert "受理 4 条" in told.out and "待改正 7 条" in told.out
    assert "第 4 行 end：" in told.out
    assert f"xubao upload {tmp_path}/records.quarantine.csv --insurer E2E" in told.out


def test_with_a_server_and_without_one_the_result_is_the_same(serve, tmp_path):
    path = file_of(records(), FORMS[3], tmp_path)
    queries = tmp_path / "queries.ndjson"
    queries.write_text(
        "".join(
            json.dumps({"plate": {"number": plate(serial)}, "vinSuffix": vin(serial)[-6:]}) + "\n"
            for serial in range(1, 13)
        )
    )
    reports, answers = [], []
    for name in ("served", "alone"):
        data = tmp_path / name
        if name == "served":
            serve(name)
        enrol(data)
        upload = command(
            "upload", path, "--insurer", "E2E", "--json", "--reported-through", f"{day(0)} 00:00", data=data
        )
        assert upload.code == 1, upload.err
        reports.append(upload.json)
        lines = command("ask", "--lines", queries, data=data).out.splitlines()
        answers.append(
            [
                {
                    name: value
                    for name, value in json.loads(line).items()
                    if name not in ("on", "asOf", "knownAt", "feedAgeSeconds")
                }
                for line in lines
            ]
        )
        listed = command("insurer", "list", "--json", data=data).json["insurers"][0]
        assert listed["reportedThrough"] == f"{day(0)}T00:00:00+08:00"
    assert reports[0] == reports[1]
    assert answers[0] == answers[1]
    assert len(answers[0]) == 12 and answers[0][0]["outcome"] == "inForce"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "fileEmpty"),
        (b"  \r\n\r\n", "fileEmpty"),
        (b"a,b,c\r\n1,2,3\r\n", "headerMissing"),
        (b"plate,vin\r\n1,2\r\n", "columnMissing"),
        (b"policyNumber,plate,plate\r\n1,2,3\r\n", "columnRepeated"),
        (b"policyNumber;plate;vin\r\n1;2;3\r\n", "separatorUnexpected"),
        (b'[{"policyNumber":"1"}]', "jsonArray"),
        (b"PK\x03\x04 and so on", "spreadsheet"),
        (b"\x1f\x8b\x08 and so on", "compressed"),
        ("policyNumber,plate\r\n".encode("utf-16"), "encodingUnsupported"),
        (b'policyNumber,"plate\r\n1,2\r\n', "headerUnreadable"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(insurer, server, tmp_path, content, code):
    reply = insurer.upload(content)
    assert (reply.status, reply.code) == (422, code)
    assert reply.json["detail"]
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    told = command("upload", path, "--insurer", "E2E", data=server.data)
    assert told.code == 2 and told.out == ""
    assert server.entries == 0


def test_wrong_usage_of_upload_is_told_before_anything_is_read(server, tmp_path):
    enrol(server.data)
    path = file_of([policy(1)], FORMS[0], tmp_path)
    for words in (
        [tmp_path / "absent.csv", "--insurer", "E2E"],
        [tmp_path, "--insurer", "E2E"],
        [path],
        [path, "--insurer", "E2E", "--encoding", "latin-1"],
        [path, "--insurer", "E2E", "--reported-through", "gestern"],
        [path, "--insurer", "?"],
    ):
        outcome = command("upload", *words, data=server.data)
        assert (outcome.code, outcome.out) == (2, ""), words
        assert outcome.err
    stranger = command("upload", path, "--insurer", "NOBODY", data=server.data)
    assert stranger.code == 1 and "insurer add" in stranger.err
    assert server.entries == 0


def test_rows_that_cannot_be_split_cost_one_row_each(insurer):
    good = csv_text([policy(1), policy(2)]).splitlines()
    lines = [
        good[0],
        good[1].replace("passenger", '"passen"ger'),
        good[2],
        "1,2,3",
        policy(4)["policyNumber"] + ',"',
        good[2],
    ]
    report = insurer.upload("\r\n".join(lines).encode()).json
    assert [row["status"] for row in report["rows"]] == [
        "quarantined",
        "accepted",
        "quarantined",
        "quarantined",
        "repeated",
    ]
    assert [row["faults"][0]["code"] for row in report["rows"] if row["faults"]] == [
        "textAfterQuote",
        "columnCount",
        "quoteUnclosed",
    ]


def test_a_long_file_names_its_bad_rows(insurer, server):
    rows = [policy(serial) for serial in range(1, 20001)]
    for serial in (777, 15000):
        rows[serial - 1]["end"] = rows[serial - 1]["start"]
    reply = insurer.upload(csv_text(rows).encode(), **{"X-Reported-Through": f"{day(0)}T00:00:00+08:00"})
    assert reply.status == 200
    report = reply.json
    assert (report["accepted"], report["quarantined"]) == (19998, 2)
    assert [row["line"] for row in report["rows"] if row["status"] == "quarantined"] == [778, 15001]
    assert report["rowsOmitted"] == 0 and len(report["rows"]) == 2, "of a long file only the odd rows"
    assert report["treeSize"] == 20000 == server.entries
    feed = server.client.get("/v1/insurers").json
    assert_conforms("InsurerFeeds", feed)
    assert feed["insurers"][0]["feedAgeSeconds"] <= 86_400
