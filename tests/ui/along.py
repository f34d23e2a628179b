"""Asks for what can be taken along, as the team at its machine and as the public."""

from itertools import count
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.middleware import Middleware

from tests.ui.asgi import Answer, ask
from wijzer.access import PUBLIC, TEAM, Visitor
from wijzer.export.content import Codes, Tile
from wijzer.ui import take_route, tile_route, tiles
from wijzer.ui.limits import MINUTE, Window
from wijzer.ui.served import Served

HOME = {TEAM: "127.0.0.1:8501", PUBLIC: "wijzer.example"}
"""By visitor, the name of the server in the request: at the machine itself, or from elsewhere."""
PLACES: tuple[Codes, ...] = (
    (("wijk", "stevenshof"), ("deel", "heel")),
    (("wijk", "alphen-noord"), ("deel", "WK048402")),
    (("wijk", "zuidwest"), ("deel", "heel")),
)
"""One place in each neighbourhood."""
VISITORS = (TEAM, PUBLIC)


def app(seen: Window | None = None) -> Starlette:
    """The routes behind what guards them. Without a window each question comes a minute later."""
    minutes = count(step=2 * MINUTE)
    window = seen or Window(lambda: float(next(minutes)))
    return Starlette(
        routes=[*take_route.routes(window), *tile_route.routes(window)],
        middleware=[Middleware(Served)],
    )


def get(path: str, who: Visitor = PUBLIC, codes: Codes = PLACES[0], method: str = "GET") -> Answer:
    """One question of this visitor."""
    return ask(app(), path, method, urlencode(codes), host=HOME[who])


def shown(who: Visitor, id: str, codes: Codes) -> Tile | None:
    """What this visitor may see of a tile."""
    return tiles.made(who, id, codes)


def turn(id: str) -> int:
    """A number of a tile, by which places and visitors take turns."""
    return list(tiles.TILES).index(id)
