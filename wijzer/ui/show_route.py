"""Presentations on the wall and on phones: `/toon`, and adding a slide: `/presentatie/dia`."""

from starlette.routing import Route

ROUTES: list[Route] = []
