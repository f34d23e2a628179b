"""A drawing as SVG, outside a browser: the same specification with its rows inside.

Source Sans Pro goes along with the program (OFL), so that a machine without fonts draws the same.
"""

from copy import deepcopy
from functools import cache
from typing import Any

from wijzer.export import painter
from wijzer.export.content import Drawing

FONTS = painter.FONTS

Spec = dict[str, Any]


def svg(drawing: Drawing, width: int, height: int | None = None) -> str:
    """The drawing as SVG, this wide in pixels; `height` replaces that of the specification."""
    return painter.svg(filled(drawing, width, height))


def filled(drawing: Drawing, width: int, height: int | None = None) -> Spec:
    """The specification with its rows, of a fixed width instead of that of its container."""
    spec = deepcopy(drawing.spec)
    rows = drawing.rows.to_pylist()
    spec |= {"data": {"name": spec["data"]["name"], "values": rows}, "width": width}
    spec["autosize"] = {"type": "fit-x", "contains": "padding"}
    if height is not None:
        spec |= {"height": height, "autosize": {"type": "fit", "contains": "padding"}}
    return spec


@cache
def warm() -> None:
    """The first drawing of a process takes a second: make it before somebody asks."""
    painter.svg({"data": {"values": [{}]}, "mark": "point"})
