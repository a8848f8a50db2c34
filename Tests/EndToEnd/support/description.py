"""The API's own description, to hold what is served against."""

import json

from jsonschema import Draft202012Validator

from .binary import ROOT

DESCRIPTION = json.loads((ROOT / "Sources/Server/OpenAPI/openapi.json").read_text())


def assert_conforms(schema, document):
    """Fails, naming the place, when a document is not as the description says."""
    root = {"$ref": f"#/components/schemas/{schema}", "components": DESCRIPTION["components"]}
    faults = [f"{fault.json_path}: {fault.message}" for fault in Draft202012Validator(root).iter_errors(document)]
    assert not faults, faults


def enumeration(schema):
    return DESCRIPTION["components"]["schemas"][schema]["enum"]
