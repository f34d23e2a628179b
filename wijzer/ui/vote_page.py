"""The pages of a vote as plain HTML: no script, nothing from elsewhere, for any phone."""

from collections.abc import Iterable, Mapping
from html import escape

from starlette.responses import HTMLResponse, Response

from wijzer import palette, texts
from wijzer.ui.limits import MINUTE

CHOICE, RECEIPT = "keuze-", "bewijs"
"""Names in the form: of the choice for a theme (its id follows), and of the secret of the form."""


def ask(fault: str = "") -> Response:
    """Asks for the code."""
    body = _told([texts.VOTE_ASK]) + _code_form()
    return _page(422 if fault else 200, texts.VOTE_TITLE, body, fault)


def ballot(code: str, title: str, how: Iterable[str], questions: str, fault: str) -> Response:
    """The form of a round. `questions` is HTML made by `question` and `receipt`."""
    body = f"""{_told(how)}<form method="post" action="/stem/{code}">{questions}
<button>{texts.VOTE_SEND}</button></form>{_told([texts.VOTE_AGAIN, texts.VOTE_SECRET])}"""
    return _page(422 if fault else 200, title, body, fault)


def receipt(secret: str) -> str:
    """The hidden field that makes a form that is sent twice count once."""
    return f'<input type="hidden" name="{RECEIPT}" value="{escape(secret)}">'


def question(theme: str, title: str, unit: str, numbers: Iterable[int], given: str) -> str:
    """One theme with a list to choose from: one stop for a screen reader, no keys on a phone."""
    name = escape(CHOICE + theme)
    options = "".join(f"<option{' selected' if given == str(one) else ''}>{one}" for one in numbers)
    empty = f'<option value="">{texts.VOTE_NO_PLACE}' if unit == texts.VOTE_PLACE else ""
    return (
        f'<p class="q"><label for="{name}">{escape(title)} <small>({unit})</small></label>'
        f'<select id="{name}" name="{name}">{empty}{options}</select></p>'
    )


def counted() -> Response:
    """The vote is in the box, now or already."""
    body = f'{_told(texts.VOTE_THANKS)}<p><a href="/stem">{texts.VOTE_OTHER}</a></p>'
    return _page(200, texts.VOTE_COUNTED, body)


def used() -> Response:
    """Somebody voted with this code on another phone or form."""
    return _page(409, texts.VOTE_USED, _told(texts.VOTE_USED_MORE))


def unknown(typed: str, status: int = 404) -> Response:
    """The same words for a code that never was and for one whose round has closed."""
    more = texts.VOTE_MANY_WRONG if status == 429 else ()
    answer = _page(
        status, texts.VOTE_UNKNOWN, _told([*more, *texts.VOTE_UNKNOWN_MORE]) + _code_form(typed)
    )
    if status == 429:
        answer.headers["Retry-After"] = str(MINUTE)
    return answer


def too_large() -> Response:
    """Nobody fills in a form of this size."""
    return _page(413, texts.VOTE_TOO_LARGE, "")


def busy() -> Response:
    """The register cannot be used."""
    answer = _page(503, texts.VOTE_BUSY, _told([texts.VOTE_BUSY_MORE]))
    answer.headers["Retry-After"] = str(MINUTE)
    return answer


def _code_form(typed: str = "") -> str:
    return f"""<form action="/stem"><p class="q"><label for="code">{texts.VOTE_CODE}</label>
<input id="code" name="code" value="{escape(typed[:20])}" autocomplete="off" maxlength="20"
 autocapitalize="characters" spellcheck="false" aria-describedby="hint"></p>
<p id="hint">{texts.VOTE_CODE_HINT}</p><button>{texts.VOTE_GO}</button></form>"""


def _told(sentences: Iterable[str]) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in sentences)


# Nothing newer than a phone of 2012 knows: no variables, no grid.
_STYLE = f"""*{{box-sizing:border-box}}
body{{margin:0;background:{palette.PAPER};color:{palette.INK};font:18px/1.5 sans-serif}}
main{{max-width:34em;margin:0 auto;padding:12px 16px 48px;word-wrap:break-word}}
h1{{font-size:26px;line-height:1.25;margin:12px 0}}
p{{margin:0 0 12px}}
label{{display:block;font-weight:bold;margin-bottom:4px}}
small{{font-weight:normal}}
.q{{border-top:1px solid {palette.LINE};padding-top:12px}}
input,select,button{{font:inherit;width:100%;min-height:48px;padding:8px;color:inherit;
background:{palette.PAPER};border:2px solid {palette.SOFT};border-radius:4px}}
button{{background:{palette.ACCENT};border-color:{palette.ACCENT};color:{palette.PAPER};
font-weight:bold;margin:8px 0 16px}}
a{{display:inline-block;padding:10px 0;color:{palette.ACCENT}}}
:focus{{outline:3px solid {palette.ACCENT};outline-offset:2px}}
.fault{{border:3px solid {palette.INK};padding:12px;font-weight:bold}}"""


def _page(status: int, title: str, body: str, fault: str = "") -> Response:
    told = f'<p class="fault" role="alert">{escape(fault)}</p>' if fault else ""
    before = f"{texts.VOTE_FAULT}: " if fault else ""
    page = f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,"><style>{_STYLE}</style>
<title>{before}{escape(title)} – {texts.APP}</title></head>
<body><main><h1>{escape(title)}</h1>{told}{body}</main></body></html>"""
    return HTMLResponse(page, status, _KEPT_NOWHERE)


_KEPT_NOWHERE: Mapping[str, str] = {"Cache-Control": "no-store"}
