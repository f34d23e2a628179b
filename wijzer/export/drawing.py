"""A drawing as SVG, outside a browser: the same specification with its rows inside.

Source Sans Pro goes along with the program (OFL), so that a machine without fonts draws the same.
"""

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
    own = drawing.spec
    data = {"name": own["data"]["name"], "values": drawing.rows.to_pylist()}
    fit = {"type": "fit-x" if height is None else "fit", "contains": "padding"}
    tall = {} if height is None else {"height": height}
    return own | {"data": data, "width": width, "autosize": fit} | tall


@cache
def warm() -> None:
    """The first drawing of a process takes a second: make it before somebody asks."""
    painter.svg({"data": {"values": [{}]}, "mark": "point"})
