"""A drawing as SVG, outside a browser: the same specification with its rows inside.

Source Sans Pro goes along with the program (OFL), so that a machine without fonts draws the same.
"""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert

from wijzer.export.content import Drawing

FONTS = Path(__file__).parent / "fonts"

Spec = dict[str, Any]


def svg(drawing: Drawing, width: int, height: int | None = None) -> str:
    """The drawing as SVG, this wide in pixels; `height` replaces that of the specification."""
    _fonts()
    spec = filled(drawing, width, height)
    return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))


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
def _fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))
