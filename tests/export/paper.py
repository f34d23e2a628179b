"""Reads a PDF back: what it says of itself, its structure, its text, and where each word stands."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pypdf import PageObject, PdfReader

A4 = (595, 842)
"""Points, rounded."""


@dataclass(frozen=True)
class Tag:
    """An element of the structure: its kind, its words for who does not see it, and its parts."""

    kind: str
    alt: str = ""
    title: str = ""
    parts: tuple["Tag", ...] = field(default=())

    def every(self, kind: str) -> list["Tag"]:
        """All elements of a kind, in order, this one and those below it."""
        below = [one for part in self.parts for one in part.every(kind)]
        return [self, *below] if self.kind == kind else below


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


@cache
def words(content: bytes) -> str:
    """All text without any space: where a line or a word breaks does not matter."""
    return compact("".join(page.extract_text() for page in read(content).pages))


def compact(text: str) -> str:
    """Without spaces. A hyphen at which a line breaks is written as a soft one: it is seen."""
    return "".join(text.split()).replace("\u200b", "").replace("\u00ad", "-")


@cache
def structure(content: bytes) -> Tag:
    return _tag(read(content).trailer["/Root"]["/StructTreeRoot"])


def _tag(node: Any) -> Tag:
    found = node.get_object()
    below = found.get("/K", [])
    below = below.get_object() if hasattr(below, "get_object") else below
    parts = [one.get_object() for one in (below if isinstance(below, list) else [below])]
    tags = tuple(_tag(one) for one in parts if isinstance(one, dict) and _is_element(one))
    return Tag(
        str(found.get("/S", "")).lstrip("/"),
        str(found.get("/Alt", "")),
        str(found.get("/T", "")),
        tags,
    )


def _is_element(part: Any) -> bool:
    return "/S" in part or "/K" in part


def fonts(content: bytes) -> list[Any]:
    """The fonts of all pages, those inside drawings too."""
    found = []
    for page in read(content).pages:
        for resources in _resources(page["/Resources"]):
            found += [one.get_object() for one in resources.get("/Font", {}).values()]
    return found


def _resources(resources: Any) -> Iterator[Any]:
    found = resources.get_object()
    yield found
    for one in found.get("/XObject", {}).values():
        if "/Resources" in one.get_object():
            yield from _resources(one.get_object()["/Resources"])


def embedded(font: Any) -> bool:
    """Whether the letters themselves are in the file."""
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    about = inner["/FontDescriptor"].get_object()
    return any(name in about for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def places(page: PageObject) -> list[tuple[float, float, str]]:
    """Where each piece of text begins, in points from the bottom left of the page."""
    found: list[tuple[float, float, str]] = []

    def seen(text: str, above: Any, own: Any, font: Any, size: Any) -> None:
        if text.strip():
            x, y = own[4], own[5]
            found.append(
                (
                    x * above[0] + y * above[2] + above[4],
                    x * above[1] + y * above[3] + above[5],
                    text,
                )
            )

    page.extract_text(visitor_text=seen)
    return found


def links(content: bytes) -> list[str]:
    """Where the links lead to."""
    marks = [one.get_object() for page in read(content).pages for one in page.get("/Annots", [])]
    return [str(one["/A"]["/URI"]) for one in marks if "/A" in one]
