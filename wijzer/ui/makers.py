"""Two threads make what is taken along: however many ask, the dashboard keeps answering."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request
from starlette.responses import Response

from wijzer.ui import plain_page
from wijzer.ui.limits import Window

_MAKERS = ThreadPoolExecutor(2, "makers")

Work = Callable[[Request], Response]


async def made(seen: Window, most: int, work: Work, request: Request) -> Response:
    """The answer that `work` makes, beside the server; refused when one address asks more than
    `most` times a minute.
    """
    if seen.add(request.client.host if request.client else "") > most:
        return plain_page.many()
    return await asyncio.get_running_loop().run_in_executor(_MAKERS, work, request)
