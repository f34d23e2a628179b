"""The page that explains the API to people: plain HTML, no script."""

from collections.abc import Iterable, Mapping
from html import escape

from wijzer import texts
from wijzer.publish.take_along import COLUMNS
from wijzer.ui import api_describe, tables
from wijzer.ui.api_answer import FIELDS
from wijzer.ui.api_question import PARAMETERS


def html() -> str:
    """All of it, heading included."""
    parts = (
        f"<h1>{escape(texts.API_TITLE)}</h1>",
        f"<p>{escape(texts.API_LEAD)}</p>",
        _listed(texts.API_RULES_TITLE, map(escape, api_describe.rules())),
        _part(texts.API_ADDRESSES_TITLE, _addresses()),
        _listed(texts.API_EXAMPLES_TITLE, _examples()),
        _part(texts.API_NAMES_TITLE, _names() + _codes()),
        _part(texts.API_FIELDS_TITLE, _fields()),
        _part(texts.API_WRONG_TITLE, _wrong()),
        f'<p><a href="/">{escape(texts.API_BACK)}</a></p>',
    )
    return "".join(parts)


def _part(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>{body}"


def _listed(title: str, items: Iterable[str]) -> str:
    return _part(title, f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>")


def _link(address: str) -> tables.Made:
    return tables.Made(f'<a href="{escape(address)}"><code>{escape(address)}</code></a>')


def _addresses() -> str:
    rows: list[list[tables.Shown]] = [
        [_link(path), says] for path, says in texts.API_ADDRESSES.items()
    ]
    return tables.table(texts.API_ADDRESSES_TABLE, texts.API_ADDRESSES_HEADER, rows)


def _examples() -> Iterable[str]:
    for kind, query in api_describe.examples().items():
        links = (_link(f"/api/figures.{form}?{query}").html for form in ("csv", "json"))
        yield f"{escape(texts.API_EXAMPLES[kind])}<br>{'<br>'.join(links)}"


def _names() -> str:
    needed = {True: texts.API_NEEDED, False: texts.API_NOT_NEEDED}
    rows = [[one.name, one.says, one.example, needed[one.required]] for one in PARAMETERS]
    return tables.table(texts.API_NAMES_TABLE, texts.API_NAMES_HEADER, rows)


def _codes() -> str:
    return "".join(_folded(one.name, one.codes()) for one in PARAMETERS)


def _folded(name: str, codes: Mapping[str, str]) -> str:
    caption = texts.API_CODES_TABLE.format(naam=name)
    table = tables.table(caption, texts.API_CODES_HEADER, list(map(list, codes.items())))
    return f"<details><summary>{escape(caption)}</summary>{table}</details>"


def _fields() -> str:
    rows = [
        [name, COLUMNS.get(name, texts.API_ONLY_JSON), texts.API_FIELD_SAYS[name]]
        for name in FIELDS
    ]
    return tables.table(texts.API_FIELDS_TABLE, texts.API_FIELDS_HEADER, rows)


def _wrong() -> str:
    rows: list[list[tables.Shown]] = [
        [tables.Made(f'<span id="fout-{code}">{code}</span>'), says]
        for code, says in texts.API_WRONG.items()
    ]
    return tables.table(texts.API_WRONG_TABLE, texts.API_WRONG_HEADER, rows)
