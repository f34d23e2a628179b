"""The vote on a phone: three plain pages without script, cookie or account.

A lost answer is no lost vote: every form carries a secret of its own, so a form that is sent again
is recognised and counted once.

A code is one of 31⁸ = 8.5 × 10¹¹. With 500 papers handed out and 1,000 guesses a second, day and
night, the first hit takes twenty days on average. So a right code is never refused or slowed: the
phones of a whole room may share one address, and a guesser there must not keep the others out.
Only the answer to a wrong code is held back, after the look-up (one millisecond).
"""

import asyncio
import re
import secrets
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from wijzer import texts
from wijzer.ui import vote_page
from wijzer.ui.limits import Window

if TYPE_CHECKING:  # Heavy: imported when the first voter comes, not before the server listens.
    from wijzer.store.register import Register
    from wijzer.store.votes import Round

Fields = Mapping[str, str]

LARGEST = 20_000
"""Bytes of a form; the largest ballot has about two thousand."""
WRONG_OF_ONE, WRONG_OF_ALL = 10, 100
"""Wrong codes in a minute, of one address and of all, that are answered as usual."""
PAUSE = 1.0
"""Seconds that a wrong code waits when there were too many of all."""


wrong = Window(most=1000)
"""The wrong codes."""


async def ask(request: Request) -> Response:
    """GET /stem: asks for the code, and sends whoever gives one to the ballot."""
    typed = _fields(request.url.query).get("code")
    if typed is None:
        return vote_page.ask()
    code = await run_in_threadpool(_tidy, typed)
    if not code:
        return vote_page.ask(texts.VOTE_NO_CODE)
    return RedirectResponse(f"/stem/{code}", 303, {"Cache-Control": "no-store"})


async def ballot(request: Request) -> Response:
    """GET and POST /stem/CODE: shows the ballot, and puts it in the box."""
    if request.method != "POST":
        return await _answered(request, _show)
    try:
        body = await _body(request)
    except ClientDisconnect:
        return Response(status_code=400)
    return vote_page.too_large() if body is None else await _answered(request, _cast, _fields(body))


ROUTES = [
    Route("/stem", ask),
    Route("/stem/", ask),
    Route("/stem/{code:path}", ballot, methods=["GET", "POST"]),
]


async def _body(request: Request) -> str | None:
    """The form as it was sent; None when it is too large."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return body.decode("utf-8", "replace")


def _fields(text: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=50))
    except ValueError:
        return {}


async def _answered(
    request: Request, work: Callable[..., Response | None], *given: object
) -> Response:
    """Let a thread do the work, for the register makes it wait. None: the code is unknown."""
    code = request.path_params["code"]
    answer = await run_in_threadpool(_safely, work, code, *given)
    if answer is not None:
        return answer
    of_one = wrong.add(request.client.host if request.client else "")
    if wrong.of_all > WRONG_OF_ALL:
        await asyncio.sleep(PAUSE)
    return vote_page.unknown(code, 404 if of_one <= WRONG_OF_ONE else 429)


def _safely(work: Callable[..., Response | None], *given: object) -> Response | None:
    from wijzer.store.register import RegisterError

    try:
        return work(*given)
    except RegisterError:
        return vote_page.busy()


def _tidy(typed: str) -> str:
    from wijzer.store import votes

    return votes.tidy(typed)


def _show(code: str) -> Response | None:
    """The empty ballot that belongs to a code."""
    return _ballot(code, {})


def _cast(code: str, fields: Fields) -> Response | None:
    """Put the ballot in the box and tell what became of it."""
    from wijzer.store import votes
    from wijzer.ui import data

    receipt = _receipt(fields)
    try:
        outcome = votes.cast(data.register(), code, _choices(fields), receipt)
    except votes.BadBallot as bad:
        return _ballot(code, {**fields, vote_page.RECEIPT: receipt}, bad.fault)
    after: dict[str, Response | None] = {
        votes.Outcome.COUNTED: vote_page.counted(),
        votes.Outcome.COUNTED_BEFORE: vote_page.counted(),
        votes.Outcome.USED: vote_page.used(),
        votes.Outcome.CLOSED: vote_page.unknown(code, 410),
    }
    return after.get(outcome)


def _ballot(code: str, fields: Fields, fault: str = "") -> Response | None:
    """The form of the round of a code, with what was chosen already."""
    from wijzer.store import votes
    from wijzer.ui import data

    register = data.register()
    one = votes.round_of(register, code)
    if one is None:
        return None
    if one.closed_at:
        return vote_page.unknown(code, 410)
    questions = vote_page.receipt(_receipt(fields))
    questions += _questions(one, _titles(register, register.version), fields)
    told = fault and _what_to_do(one, fields, fault)
    return vote_page.ballot(votes.tidy(code), one.title, _how(one), questions, told)


def _questions(one: "Round", titles: Mapping[str, str], fields: Fields) -> str:
    rank = one.method == "rank"
    unit = texts.VOTE_PLACE if rank else texts.VOTE_POINTS
    numbers = range(1, len(one.themes) + 1) if rank else range(one.points + 1)
    return "".join(
        vote_page.question(
            theme, titles.get(theme, theme), unit, numbers, fields.get(vote_page.CHOICE + theme, "")
        )
        for theme in one.themes
    )


@lru_cache(maxsize=1)
def _titles(register: "Register", version: str) -> dict[str, str]:
    """Theme → title. Kept: no vote changes it, and a hundred phones ask at once."""
    from wijzer.store import entries

    return {id: row["title"] or id for id, row in entries.state(register)["theme"].items()}


def _how(one: "Round") -> tuple[str, ...]:
    if one.method == "rank":
        return (texts.VOTE_RANK,)
    return (texts.vote_dots(one.points), *[texts.VOTE_DOTS_MORE] * (one.points > 1))


def _what_to_do(one: "Round", fields: Fields, fault: str) -> str:
    if fault == "too_many":
        return texts.vote_too_many(sum(_choices(fields).values()), one.points)
    return texts.VOTE_FAULTS[fault]


def _choices(fields: Fields) -> dict[str, int]:
    """What was chosen, by theme. What is no number becomes −1, which no ballot may hold."""
    return {
        name.removeprefix(vote_page.CHOICE): int(given) if _NUMBER.fullmatch(given) else -1
        for name, given in fields.items()
        if name.startswith(vote_page.CHOICE) and given
    }


_NUMBER = re.compile("[0-9]{1,3}")


def _receipt(fields: Fields) -> str:
    """The secret of the form, or a new one: an empty one would be everybody's."""
    given = fields.get(vote_page.RECEIPT, "")
    return given if _SECRET.fullmatch(given) else secrets.token_urlsafe(16)


_SECRET = re.compile("[A-Za-z0-9_-]{20,60}")
