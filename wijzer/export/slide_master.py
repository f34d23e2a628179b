"""An empty presentation on a plain master of our own: 16:9, no logo, our colours, in Dutch."""

from typing import Any, NamedTuple

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from wijzer import palette, texts

WIDTH, HEIGHT = 960.0, 540.0
"""Size of a slide in points: 13.333 by 7.5 inches."""
LANGUAGE = "nl-NL"
FONT = "Source Sans Pro"


class Box(NamedTuple):
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def inside(self) -> tuple[float, float]:
        """Width and height that are left for text."""
        return self.width - 2 * PADDING[0], self.height - 2 * PADDING[1]


PADDING = (7.2, 3.6)
"""What PowerPoint leaves free beside and above a text in its box."""
MARGIN = 43.0
WIDE = WIDTH - 2 * MARGIN
MARK = Box(0, 0, WIDTH, 28)
TITLE = Box(MARGIN, 34, WIDE, 84)
HEADING = Box(MARGIN, 118, WIDE, 32)
BODY = Box(MARGIN, 126, WIDE, 366)
BESIDE_CODE = BODY._replace(width=WIDE - 320)
CODE = Box(WIDTH - MARGIN - 300, 126, 300, 300)
PICTURE = Box(MARGIN, 150, WIDE, 292)
SOURCE = Box(MARGIN, 444, WIDE, 54)
FOOTER = Box(MARGIN, 504, WIDE - 100, 26)
NUMBER = Box(WIDTH - MARGIN - 90, 504, 90, 26)
OPENING = Box(MARGIN, 130, WIDE, 150)
SUBTITLE = Box(MARGIN, 290, WIDE, 150)

COVER, TEXT, BEHOLD = range(3)
"""Layouts: the first slide, a title with a list, and a title with a picture."""

_Colour: Any = RGBColor  # which has no types
_LAYOUTS = {
    "Title Slide": texts.SLIDE_TITLE,
    "Title and Content": texts.SLIDE_BODY,
    "Title Only": texts.SLIDE_PICTURE,
}
_PLACES = {"title": TITLE, "body": BODY, "ftr": FOOTER, "sldNum": NUMBER}
_COVER = {"ctrTitle": OPENING, "subTitle": SUBTITLE}


def empty() -> Any:
    """A presentation without slides: a `pptx.presentation.Presentation`."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(WIDTH), Pt(HEIGHT)
    made.element.sldSz.attrib.pop("type", None)  # it says 4:3
    master = made.slide_masters[0]
    for layout in list(made.slide_layouts):
        if layout.name not in _LAYOUTS:
            made.slide_layouts.remove(layout)
    _arrange(master, _PLACES)
    for layout in made.slide_layouts:
        layout.element.cSld.set("name", _LAYOUTS[layout.name])
        _arrange(layout, _COVER)
    _styles(master.element)
    _theme(master.part.part_related_by(RT.THEME))
    _tidy(made)
    return made


def _arrange(page: Any, places: dict[str, Box]) -> None:
    """Put the placeholders of a master or layout in their places, without that of a date."""
    for shape in list(page.placeholders):
        kind = shape.element.ph.get("type", "body")
        if kind == "dt":
            shape.element.getparent().remove(shape.element)
        elif kind in places:
            place(shape, places[kind])
    for run in page.element.iter(qn("a:r")):
        run.find(qn("a:t")).text = texts.SLIDE_TYPE_HERE


def place(shape: Any, box: Box) -> None:
    """Put a shape in its place."""
    shape.left, shape.top, shape.width, shape.height = map(Pt, box)


def rgb(colour: str) -> Any:
    """A colour of the palette ("#rrggbb") for PowerPoint."""
    return _Colour.from_string(colour.removeprefix("#").upper())


def _styles(master: Any) -> None:
    """Titles at the left, in our blue; lists from 24 points; small print of 12 points in grey."""
    styles = master.find(qn("p:txStyles"))
    _style(styles.find(qn("p:titleStyle")), size=28, align="l", colour="accent1", bold=True)
    for level, style in enumerate(styles.find(qn("p:bodyStyle"))[:5]):
        _level(style, size=24 - 2 * min(level, 2))


def _style(style: Any, size: int, align: str, colour: str, bold: bool) -> None:
    first = style[0]
    first.set("algn", align)
    look = _level(first, size)
    look.set("b", str(int(bold)))
    look.find(f".//{qn('a:schemeClr')}").set("val", colour)


def _level(level: Any, size: int) -> Any:
    look = level.find(qn("a:defRPr"))
    look.set("sz", str(size * 100))
    return look


_COLOURS = {
    "dk1": palette.INK,
    "lt1": palette.PAPER,
    "dk2": palette.SOFT,
    "lt2": palette.PALE,
    "accent1": palette.ACCENT,
    **{f"accent{place + 2}": hue for place, hue in enumerate(palette.HUES)},
    "hlink": palette.ACCENT,
    "folHlink": palette.SOFT,
}


def _theme(part: Any) -> None:
    """Our font and colours, so that what people add themselves looks the same."""
    theme = parse_xml(part.blob)
    theme.set("name", texts.APP)
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    for name, colour in _COLOURS.items():
        found = scheme.find(qn(f"a:{name}"))
        found.clear()
        own = OxmlElement("a:srgbClr")
        own.set("val", colour.removeprefix("#"))
        found.append(own)
    for font in theme.iter(qn("a:latin")):
        font.set("typeface", FONT)
        font.attrib.pop("panose", None)
    part._blob = serialize_part_xml(theme)


def _tidy(made: Any) -> None:
    """Without what the template of the library brings along: a picture, a printer, a program."""
    for holder, kind in (
        (made.part.package, RT.THUMBNAIL),
        (made.part.package, RT.EXTENDED_PROPERTIES),
        (made.part, RT.PRINTER_SETTINGS),
    ):
        holder.drop_rel(next(id for id, one in holder._rels.items() if one.reltype == kind))


def in_dutch(made: Any) -> None:
    """Every text is Dutch, so that it is read aloud and checked as Dutch."""
    for part in made.part.package.iter_parts():
        if isinstance(part, XmlPart):
            _dutch(part._element)


def _dutch(element: Any) -> None:
    for run in element.iter(qn("a:r"), qn("a:fld")):
        run.get_or_add_rPr()
    for look in element.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        look.set("lang", LANGUAGE)
