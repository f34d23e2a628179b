"""Files to take along: `/neem-mee/<tile>.<ending>` and whole presentations and factsheets."""

from starlette.routing import Route

ROUTES: list[Route] = []
