"""Figures for other programs: `/api/figures.csv`, `/api/figures.json`, `/api/openapi.json`."""

from starlette.routing import Route

ROUTES: list[Route] = []
