"""The description of the API is what is served, and lists every code the sources know."""

import re

from support.binary import ROOT
from support.description import DESCRIPTION, assert_conforms, enumeration

SOURCES = ROOT / "Sources"


def cases(path, kind):
    """The raw values of an enumeration in a Swift file."""
    text = (SOURCES / path).read_text()
    body = re.split(rf"enum {kind}\b[^{{]*\{{", text, maxsplit=1)[1]
    body = re.split(
        r"^ *(?:(?:package|public|private|static|internal|fileprivate) |var |func |init|\})",
        body,
        maxsplit=1,
        flags=re.M,
    )[0]
    body = re.sub(r"//.*", "", body)
    return {name.split("=")[0].strip() for group in re.split(r"\bcase\b", body)[1:] for name in group.split(",")}


def test_it_is_served_as_it_is_written(server):
    reply = server.client.get("/openapi.json")
    assert reply.status == 200 and reply.headers["Content-Type"] == "application/json"
    assert reply.json == DESCRIPTION
    assert DESCRIPTION["openapi"].startswith("3.1")


def test_it_lists_every_code_of_an_answer():
    assert set(enumeration("Outcome")) == cases("Registry/Answers/CoverageAnswer.swift", "Outcome")
    assert set(enumeration("Renewal")) == cases("Registry/Answers/CoverageAnswer.swift", "Renewal")
    assert set(enumeration("ReasonCode")) == cases("Registry/Answers/Reason.swift", "Reason")
    assert set(enumeration("RemedyCode")) == cases("Registry/Answers/Remedy.swift", "Remedy")
    assert set(enumeration("Flag")) == cases("Registry/Intake/Flag.swift", "Flag")
    assert len(enumeration("ReasonCode")) >= 12


def test_it_lists_every_value_of_a_record():
    terms = {
        name: set(DESCRIPTION["components"]["schemas"][name]["anyOf"][0]["enum"])
        for name in ("Event", "VehicleClass", "VehicleUse", "Energy", "CancellationGround")
    }
    assert terms["Event"] == cases("Registry/Intake/Event.swift", "Event") - {"quarantine", "erasure"}
    assert terms["VehicleClass"] == cases("Regulation/Vehicle/VehicleClass.swift", "VehicleClass")
    assert terms["VehicleUse"] == cases("Regulation/Vehicle/VehicleUse.swift", "VehicleUse")
    assert terms["Energy"] == cases("Regulation/Vehicle/Energy.swift", "Energy")
    assert terms["CancellationGround"] == cases("Regulation/Change/CancellationGround.swift", "CancellationGround")
    columns = set(
        re.findall(r'case \.\w+: \("(\w+)", "[^"]+"\)', (SOURCES / "Registry/Intake/Field.swift").read_text())
    )
    assert set(DESCRIPTION["components"]["schemas"]["Record"]["properties"]) == columns


def test_it_lists_every_problem_and_every_fault():
    known = set(DESCRIPTION["components"]["schemas"]["Problem"]["properties"]["code"]["enum"])
    served = {
        code
        for path in SOURCES.rglob("*.swift")
        if "xubao/" not in str(path.relative_to(SOURCES))
        for code in re.findall(r'Problem\(\s*(?:\d{3}|status), "(\w+)"', path.read_text())
    }
    files = set(
        re.findall(
            r'case \.\w+(?:\([^)]*\))?: "(\w+)"$', (SOURCES / "Registry/Intake/FileFault.swift").read_text(), re.M
        )
    )
    assert len(files) >= 9
    # What only the operator's socket says.
    operator = {"insurerUnknown", "policyUnknown", "policyOfSeveralInsurers", "notYetPublished", "proofTooLong"}
    operator |= {"nothingPersonal", "partyWanted", "alreadyErased", "mustBeKept", "erasureOvertaken"}
    assert served - operator <= known and files <= known
    assert known <= served | files

    found = set()
    for folder in ("Registry/Intake", "Registry/Desk"):
        for path in (SOURCES / folder).glob("*.swift"):
            text = path.read_text()
            found |= set(re.findall(r'(?:of|row|value|fault)\(\s*(?:\.?\w+|nil|field), "(\w+)"', text))
            found |= set(re.findall(r'\.row\("(\w+)"', text)) | set(re.findall(r'return row\("(\w+)"', text))
            found |= set(re.findall(r'Finding\(code: "(\w+)"', text))
    found |= cases("Registry/Intake/CSVRow.swift", "Fault")
    assert len(found) > 25
    assert found <= set(enumeration("FaultCode")), found - set(enumeration("FaultCode"))


def test_the_guide_lists_the_same_codes():
    guide = (ROOT / "docs/api.md").read_text()
    for schema in ("Outcome", "Renewal", "ReasonCode", "RemedyCode", "Flag", "FaultCode"):
        missing = [code for code in enumeration(schema) if f"`{code}`" not in guide]
        assert not missing, (schema, missing)
    for code in DESCRIPTION["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]:
        assert f"`{code}`" in guide, code


def test_the_examples_are_what_they_are_examples_of():
    for methods in DESCRIPTION["paths"].values():
        for method in methods.values():
            media = [method["requestBody"]["content"]] if "requestBody" in method else []
            media += [response["content"] for response in method["responses"].values() if "content" in response]
            for content in media:
                for description in content.values():
                    name = description["schema"].get("$ref", "").rpartition("/")[2]
                    examples = [each["value"] for each in description.get("examples", {}).values()]
                    examples += [description["example"]] if "example" in description else []
                    for example in examples if name else []:
                        assert_conforms(name, example)
    for response in DESCRIPTION["components"]["responses"].values():
        assert_conforms("Problem", response["content"]["application/problem+json"]["example"])
