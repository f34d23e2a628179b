"""The description of the API as OpenAPI 3.1, made from the table of its parameters."""

from collections.abc import Mapping
from typing import Any

from wijzer import texts
from wijzer.model import Certainty, Method, Missing, Sign
from wijzer.ui.api_answer import FIELDS
from wijzer.ui.api_question import PARAMETERS, Parameter
from wijzer.ui.api_reply import LIMIT, VERSION

Node = dict[str, Any]


def document() -> Node:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{texts.APP}: {texts.API_TITLE.lower()}",
            "version": VERSION,
            "description": " ".join((texts.API_LEAD, *rules())),
            "license": {"name": texts.API_LICENCE, "url": "/verantwoording"},
        },
        "servers": [{"url": "/"}],
        "paths": {path: {"get": _operation(path)} for path in texts.API_ADDRESSES},
        "components": {"schemas": _schemas(), "parameters": _parameters()},
    }


def rules() -> tuple[str, ...]:
    """What is agreed with whoever uses it."""
    return tuple(one.format(keer=LIMIT) for one in texts.API_RULES)


def examples() -> dict[str, str]:
    """By kind the query of a question that works."""
    area = "wijk=zuidwest&deel=WK051836"
    return {
        "area": area,
        "domain": f"{area}&domein=leefstijl",
        "indicator": f"{area}&indicator=eenzaam",
        "year": f"{area}&indicator=eenzaam&jaar=2020",
        "tile": f"{area}&tegel=profiel-lijst&lijst=leefstijl",
    }


def _operation(path: str) -> Node:
    figures = "figures" in path
    asked = [*(one.name for one in PARAMETERS), "keuzes"] if figures else []
    wrong = ("400", "404", "429", "503") if figures else ("429",)
    return {
        "operationId": path.removeprefix("/api/").replace(".", "_"),
        "summary": texts.API_ADDRESSES[path],
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in asked],
        "responses": {
            "200": {"description": texts.API_OK, "headers": _HEADERS, "content": _content(path)},
            "304": {"description": texts.API_SAME},
            **{code: _refusal(code, path) for code in wrong},
        },
    }


_HEADERS: Node = {
    "ETag": {"schema": {"type": "string"}},
    "API-Version": {"schema": {"type": "string", "const": VERSION}},
}


def _content(path: str) -> Node:
    if path.endswith("csv"):
        return {"text/csv": {"schema": {"type": "string"}}}
    if "openapi" in path:
        return {"application/json": {"schema": {"type": "object"}}}
    either = [{"$ref": f"#/components/schemas/{name}"} for name in ("Figures", "Tile")]
    return {"application/json": {"schema": {"oneOf": either}}}


def _refusal(code: str, path: str) -> Node:
    kind = "text/plain" if path.endswith("csv") else "application/problem+json"
    schema = {"type": "string"} if path.endswith("csv") else _PROBLEM
    more = {"headers": {"Retry-After": {"schema": {"type": "string"}}}} if code == "429" else {}
    return {"description": texts.API_WRONG[code], "content": {kind: {"schema": schema}}, **more}


_PROBLEM: Node = {"$ref": "#/components/schemas/Problem"}


def _parameters() -> Node:
    found = {one.name: _parameter(one) for one in PARAMETERS}
    found["keuzes"] = {
        "name": "keuzes",
        "in": "query",
        "required": False,
        "description": texts.API_OTHER_CODES,
        "style": "form",
        "explode": True,
        "schema": {"type": "object", "additionalProperties": {"type": "string"}},
    }
    return found


def _parameter(one: Parameter) -> Node:
    return {
        "name": one.name,
        "in": "query",
        "required": one.required,
        "description": one.says,
        "schema": {"type": "string", "enum": list(one.codes())},
        "example": one.example,
    }


def _schemas() -> Node:
    return {
        "Figure": _object({name: _field(name) for name in FIELDS}),
        "Figures": _object(
            _SHARED
            | {
                "columns": {"type": "object", "additionalProperties": {"type": "string"}},
                "figures": {"type": "array", "items": {"$ref": "#/components/schemas/Figure"}},
            }
        ),
        "Tile": _object(
            _SHARED
            | dict.fromkeys(("sentence", "worth", "note", "alternative", "period"), _TEXT)
            | {
                "facts": {"type": "array", "items": _object({"label": _TEXT, "text": _TEXT})},
                "header": _TEXTS,
                "body": {"type": "array", "items": _TEXTS},
            }
        ),
        "Problem": _object(
            {"type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT},
            {"parameter": _TEXT, "allowed": _TEXTS},
        ),
    }


def _object(required: Mapping[str, Node], optional: Mapping[str, Node] | None = None) -> Node:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


_TEXT: Node = {"type": "string"}
_TEXTS: Node = {"type": "array", "items": _TEXT}
_CODES = {"sign": Sign, "missing": Missing, "certainty": Certainty, "method": Method}
_KINDS: dict[str, Any] = {
    "year": "integer",
    "computed": "boolean",
    "example": "boolean",
    "value": ["number", "null"],
    "municipality_value": ["number", "null"],
    "country_value": ["number", "null"],
    "missing": ["string", "null"],
}


def _field(name: str) -> Node:
    field: Node = {"type": _KINDS.get(name, "string"), "description": texts.API_FIELD_SAYS[name]}
    if name in _CODES:
        field["enum"] = [one.value for one in _CODES[name]]
        field["enum"] += [None] if name == "missing" else []
    return field


_SHARED: Node = {
    **dict.fromkeys(
        ("title", "place", "subject", "page", "role_text", "benchmark", "rule", "made_on"), _TEXT
    ),
    "codes": {"type": "object", "additionalProperties": _TEXT},
    "role": {"type": "string", "const": "public"},
    "build": _object({"version": _TEXT, "date": _TEXT}),
    "sources": _TEXTS,
    "licences": _TEXTS,
    "example": {"type": "boolean"},
    "indicator": {"type": ["object", "null"]},
}
"""What every answer has."""
