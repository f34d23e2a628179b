"""The page that explains the API to people: plain HTML, no script."""

from collections.abc import Iterable, Mapping
from html import escape

from wijzer import palette, texts
from wijzer.publish.take_along import COLUMNS
from wijzer.ui import api_describe, tables
from wijzer.ui.api_answer import FIELDS
from wijzer.ui.api_question import PARAMETERS


def html() -> str:
    """The whole page."""
    parts = (
        f"<p>{escape(texts.API_LEAD)}</p>",
        _listed(texts.API_RULES_TITLE, map(escape, api_describe.rules())),
        _part(texts.API_ADDRESSES_TITLE, _addresses()),
        _listed(texts.API_EXAMPLES_TITLE, _examples()),
        _part(texts.API_NAMES_TITLE, _names() + _codes()),
        _part(texts.API_FIELDS_TITLE, _fields()),
        _part(texts.API_WRONG_TITLE, _wrong()),
        f'<p><a href="/">{escape(texts.API_BACK)}</a></p>',
    )
    return _SHELL.format(title=escape(texts.API_TITLE), body="".join(parts))


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


_STYLE = f"""*{{box-sizing:border-box}}
body{{margin:0;background:{palette.PAPER};color:{palette.INK};font:1rem/1.5 sans-serif}}
main{{max-width:60rem;margin:0 auto;padding:1rem 1rem 3rem;overflow-wrap:anywhere}}
h1{{font-size:1.8rem;line-height:1.25}}h2{{font-size:1.3rem;margin:2rem 0 .5rem}}
p,li{{max-width:46rem}}li{{margin:.3rem 0}}
a,summary{{color:{palette.ACCENT}}}
summary{{cursor:pointer;padding:.4rem 0;width:fit-content}}
:focus-visible{{outline:3px solid {palette.ACCENT};outline-offset:2px}}
.wz-scroll{{overflow-x:auto}}
table{{border-collapse:collapse;width:100%;margin:.3rem 0 1rem}}
caption{{text-align:left;font-weight:bold;padding:.3rem 0}}
th,td{{text-align:left;vertical-align:top;padding:.3rem .6rem}}
tr{{border-bottom:1px solid {palette.LINE}}}
tbody th{{font-weight:normal;overflow-wrap:normal}}
@media print{{details:not([open]){{display:none}}}}"""
_SHELL = f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="/icon.svg" type="image/svg+xml"><title>{{title}} · {texts.APP}</title>
<style>{_STYLE.replace("{", "{{").replace("}", "}}")}</style></head>
<body><main><h1>{{title}}</h1>{{body}}</main></body></html>"""
