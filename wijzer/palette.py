"""The colours of everything that is drawn: charts, maps and pages read them here.

Favourable blue, unfavourable orange, no clear difference grey, each with its own shape, so that
no meaning hangs on colour alone. Marks have at least 3:1 contrast with white, text 4.5:1. Blue
and orange differ in lightness too, so a greyscale print keeps them apart. The ramp of the maps
is one hue that means neither good nor bad.
"""

from wijzer.model import Sign

INK = "#1f2933"
SOFT = "#56616d"
LINE = "#c9d0d7"
PALE = "#eef1f4"
PAPER = "#ffffff"
ACCENT = "#154a86"

SIGN_COLOUR = {
    Sign.FAVOURABLE: "#154a86",
    Sign.UNFAVOURABLE: "#bf5a0b",
    Sign.SIMILAR: "#818a94",
    Sign.HIGHER: "#4b5563",
    Sign.LOWER: "#4b5563",
    Sign.UNKNOWN: "#818a94",
}
SIGN_TEXT = {
    Sign.FAVOURABLE: "#154a86",
    Sign.UNFAVOURABLE: "#a84d06",
    Sign.SIMILAR: "#56616d",
    Sign.HIGHER: "#4b5563",
    Sign.LOWER: "#4b5563",
    Sign.UNKNOWN: "#56616d",
}
SIGN_SHAPE = {
    Sign.FAVOURABLE: "triangle-up",
    Sign.UNFAVOURABLE: "triangle-down",
    Sign.SIMILAR: "circle",
    Sign.HIGHER: "square",
    Sign.LOWER: "diamond",
    Sign.UNKNOWN: "cross",
}

MISSING = "#ffffff"
"""Fill of an area or mark without a figure: hollow, with a grey outline and a word."""

HUES = ("#00857c", "#5b2b6e", "#c56fbb", "#8a6d1f", "#2d6f9e")
"""One hue per neighbourhood, in catalogue order, the same in every picture."""

HUE_TEXT = ("#00766e", "#5b2b6e", "#96408f", "#7a6019", "#2d6f9e")
"""The same hues, dark enough for words."""

SECTORS = ("#00695c", "#7b3f00", "#6a1b9a", "#ad1457", "#4f6b00", "#455a64", "#0b6aa2")
"""Hues of sectors of partners, dark enough for white letters in them; shapes tell more apart."""

LIGHT = {"green": "#1b6e3c", "amber": "#a84d06", "red": "#a3171f", "grey": "#56616d"}
"""Colours of a traffic light, dark enough for words; its shape and letter tell it in grey too."""

RAMP = ("#efeaf6", "#cdbfe3", "#a38bcb", "#7858ac", "#482a7c")
"""Light to dark, for at most five classes of a map or heat table."""

_RAMPS = {1: (2,), 2: (1, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


def ramp(classes: int) -> tuple[str, ...]:
    """Colours for this number of classes (0 to 5), light to dark, as far apart as possible."""
    return tuple(RAMP[place] for place in _RAMPS[classes]) if classes else ()


def hue(position: int, text: bool = False) -> str:
    """The hue of the neighbourhood at this place in the catalogue; `text` for words in it."""
    colours = HUE_TEXT if text else HUES
    return colours[position % len(colours)]


def rgb(colour: str) -> tuple[int, int, int]:
    """'#rrggbb' as three numbers of 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
