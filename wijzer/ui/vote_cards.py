"""Cards with a code to print and cut, ten on a sheet, and the QR code for the beamer."""

from collections.abc import Sequence
from html import escape

from wijzer import texts
from wijzer.export.qr import qr as qr
from wijzer.store import votes

ON_A_SHEET = 10


def cards(codes: Sequence[str], address: str, title: str, group_label: str) -> bytes:
    """A page to print: a card per code, each with a QR code. It needs nothing from elsewhere.

    `address` is where phones find the app, such as http://192.168.1.20:8501.
    """
    every = [_card(code, address.rstrip("/"), title, group_label) for code in codes]
    sheets = [every[first : first + ON_A_SHEET] for first in range(0, len(every), ON_A_SHEET)]
    body = "\n".join(f"<section>{''.join(sheet)}</section>" for sheet in sheets)
    name = escape(texts.VOTE_CARDS.format(titel=title))
    page = f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{name}</title>
<style>{_STYLE}</style></head><body><main><h1>{name}</h1>
{body}</main></body></html>"""
    return page.encode()


def short(address: str) -> str:
    """The address as somebody types it: without http://."""
    return address.split("://", 1)[-1].rstrip("/") + "/stem"


def _card(code: str, address: str, title: str, group_label: str) -> str:
    return f"""<article>{qr(f"{address}/stem/{code}")}<div>
<p class="t">{escape(title)}</p><p>{escape(group_label)}</p><p>{texts.VOTE_CARD_SCAN}</p>
<p>{texts.VOTE_CARD_TYPE} <b>{escape(short(address))}</b></p><p>{texts.VOTE_CODE}:
<b class="c">{votes.written(code)}</b></p><p>{texts.VOTE_CARD_ONCE}</p></div></article>
"""


# A4 less margins of 8 mm is 194 by 281 mm: two by five cards.
_STYLE = """@page{size:A4;margin:8mm}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#000;font:10pt/1.3 sans-serif}
h1{font-size:14pt;margin:4mm}
section{display:flex;flex-wrap:wrap;align-content:flex-start;width:194mm;height:280mm;
page-break-after:always}
section:last-child{page-break-after:auto}
article{display:flex;align-items:center;width:97mm;height:56mm;padding:4mm;overflow:hidden;
border:1px dashed #767676}
article svg{flex:none;width:38mm;height:38mm}
article div{flex:1;min-width:0;padding-left:3mm}
p{margin:0 0 1mm;overflow-wrap:anywhere}
.t{font-weight:bold;max-height:2.6em;overflow:hidden}
.c{font:bold 14pt monospace;white-space:nowrap}
@media print{h1{display:none}}"""
