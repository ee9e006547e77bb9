"""The JSON Schema of the answers, from the same fields as everything else."""

from __future__ import annotations

from typing import Any

from generator.catalog import Catalog
from generator.schema import VERSION, Field, fields, layers_of


def json_schema(catalog: Catalog) -> dict[str, Any]:
    """Return the JSON Schema of an answers file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:whichway:answers:{VERSION}",
        "title": "Whichway answers",
        "description": "What can be stated. Every key may be left out.",
        "type": "object",
        "properties": {field.id: _property(field, catalog) for field in fields(catalog)},
        "additionalProperties": False,
    }


def _property(field: Field, catalog: Catalog) -> dict[str, Any]:
    about = {"title": field.title, "description": field.help}
    if field.kind == "switch":
        return {**about, "type": "boolean"}
    if field.kind == "list":
        return {**about, "type": "array", "items": {"type": "string"}}
    if field.kind in ("text", "choice"):
        limits = {"enum": list(field.values)} if field.values else {}
        return {**about, "type": "string", **limits}
    accepted = {
        word
        for layer in layers_of(field, catalog)
        for word in (layer.id, layer.name, *layer.aliases)
    }
    one = {"type": "string", "enum": sorted(accepted)}
    many = {"type": "array", "items": one, "uniqueItems": True}
    return {**about, "anyOf": [one, many]} if field.kind == "layers" else {**about, **one}
