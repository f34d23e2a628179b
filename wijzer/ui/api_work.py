"""The work behind each address of the API."""

from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import Response

from wijzer import texts
from wijzer.store.database import StoreMissing
from wijzer.store.register import RegisterError
from wijzer.ui import api_answer, api_describe, api_page, api_question, plain_page
from wijzer.ui.api_question import Question, Refused
from wijzer.ui.api_reply import dumped, fresh, problem

JSON = "application/json"
CSV = "text/csv; charset=utf-8; header=present"
_MORE = '</api/openapi.json>; rel="service-desc", </api/>; rel="service-doc"'


def answer(work: str, request: Request) -> Response:
    """The answer of the address that does this work, or in Dutch why there is none."""
    try:
        return _WORKS[work](request)
    except Refused as why:
        wrong = {"parameter": why.name, "allowed": why.allowed} if why.name else {}
        return problem(request, why.status, why.detail, wrong)
    except (StoreMissing, RegisterError):
        return problem(request, 503)


def _csv(request: Request) -> Response:
    body, name = api_answer.csv(_question(request))
    told = f"/api/figures.json?{urlencode(_asked(request))}"
    return fresh(
        request,
        body,
        CSV,
        Content_Disposition=f'inline; filename="{name}"',
        Link=f'<{told}>; rel="describedby", {_MORE}',
    )


def _json(request: Request) -> Response:
    return fresh(request, dumped(api_answer.json(_question(request))), JSON, Link=_MORE)


def _question(request: Request) -> Question:
    return api_question.of(_asked(request))


def _asked(request: Request) -> list[tuple[str, str]]:
    """Names and codes in the address, in its order."""
    return parse_qsl(request.url.query, keep_blank_values=True)


def _description(request: Request) -> Response:
    return fresh(request, dumped(api_describe.document()), JSON, Link=_MORE)


def _page(request: Request) -> Response:
    return plain_page.page(texts.API_TITLE, api_page.html())


def _nowhere(request: Request) -> Response:
    return problem(request, 404, texts.API_NOWHERE)


_WORKS = {
    "csv": _csv,
    "json": _json,
    "description": _description,
    "page": _page,
    "nowhere": _nowhere,
}
