"""A QR code as SVG: an address that a phone can read from the wall."""

import segno

from wijzer import texts


def qr(url: str) -> str:
    """A QR code as SVG of no fixed size, with the address as its name for who does not see it."""
    drawn = segno.make(url, error="m", micro=False).svg_inline(
        title=texts.VOTE_QR.format(adres=url), omitsize=True, svgclass=None, lineclass=None,
        light="#fff",
    )  # fmt: skip
    return drawn.replace("<svg ", '<svg role="img" shape-rendering="crispEdges" ', 1)
