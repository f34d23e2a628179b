"""The last number that the public saw in a cell, so that two versions tell nothing together."""

from collections.abc import Mapping
from datetime import UTC, datetime

from wijzer.access import MACHINE
from wijzer.store.register import Register

_TOLD = "SELECT cell, count FROM register.told WHERE starts_with(cell, $about)"
_TELL = """
INSERT OR REPLACE INTO told
SELECT unnest($cells), unnest($counts), $now
"""


def told(register: Register, about: str) -> dict[str, int]:
    """By cell the count that was published last; cells that begin with `about`."""
    return {row["cell"]: row["count"] for row in register.rows(_TOLD, about=about)}


def tell(register: Register, counts: Mapping[str, int]) -> None:
    """Remember what is published now. Nothing that is shown changes by it."""
    if not counts:
        return
    now = datetime.now(UTC).replace(tzinfo=None)
    with register.change(MACHINE, quiet=True) as change:
        change.run(_TELL, cells=list(counts), counts=list(counts.values()), now=now)
