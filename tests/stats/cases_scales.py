"""Instruments and change in people: from a published case to what the program says, by topic."""

from collections.abc import Callable
from typing import Any

BY_CASE: dict[str, Callable[[dict[str, Any]], Any]] = {}
