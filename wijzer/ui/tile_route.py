"""One tile on a page of its own, to link to or to embed: `/tegel/<tile>`."""

from starlette.routing import Route

ROUTES: list[Route] = []
