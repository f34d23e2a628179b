"""Plain pages around what is taken along: no script, nothing from elsewhere, for any screen."""

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape

from starlette.responses import HTMLResponse

from wijzer import palette, texts
from wijzer.ui import served
from wijzer.ui.limits import MINUTE


def page(title: str, body: str, status: int = 200, tab: str = "") -> HTMLResponse:
    """A page of this HTML; `tab` is the title of the document when it says more than the heading.

    The body brings its own heading of the first level.
    """
    named = tab or f"{title} · {texts.APP}"
    shell = f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="/icon.svg" type="image/svg+xml"><title>{escape(named)}</title>
<style>{_face()}{_STYLE}</style></head><body><main>{body}</main></body></html>"""
    return HTMLResponse(shell, status, _KEPT_NOWHERE)


def trouble(status: int, title: str, more: Iterable[str]) -> HTMLResponse:
    """Why there is nothing here, and what to do."""
    told = "".join(f"<p>{escape(one)}</p>" for one in more)
    way_out = f'<p><a href="/" target="_top">{escape(texts.ALONG_HOME)}</a></p>'
    answer = page(title, f"<h1>{escape(title)}</h1>{told}{way_out}", status)
    if status in (429, 503):
        answer.headers["Retry-After"] = str(MINUTE)
    return answer


def no_tile() -> HTMLResponse:
    """The link names a picture that does not exist."""
    return trouble(404, texts.ALONG_NO_TILE, texts.ALONG_NO_TILE_MORE)


def nothing() -> HTMLResponse:
    """There is nothing to show with these choices, or nothing that this visitor may see."""
    return trouble(404, texts.ALONG_NOTHING, texts.ALONG_NOTHING_MORE)


def many() -> HTMLResponse:
    """One address asks too much."""
    return trouble(429, texts.ALONG_MANY, texts.ALONG_MANY_MORE)


def busy() -> HTMLResponse:
    """The figures or the register cannot be used."""
    return trouble(503, texts.ALONG_BUSY, texts.ALONG_BUSY_MORE)


@cache
def _face() -> str:
    """The letters of the dashboard, for which the charts were measured."""
    return (
        '@font-face{font-family:"Source Sans";font-weight:200 900;font-display:swap;'
        f"src:url(/static/media/{served.font().name})}}\n"
    )


_KEPT_NOWHERE: Mapping[str, str] = {"Cache-Control": "private, no-store"}
_STYLE = f"""*{{box-sizing:border-box}}
body{{margin:0;background:{palette.PAPER};color:{palette.INK};
font:1.06rem/1.5 "Source Sans","Segoe UI","Liberation Sans",Arial,sans-serif}}
main{{max-width:46rem;margin:0 auto;padding:1rem 1rem 3rem;overflow-wrap:anywhere}}
h1{{font-size:1.6rem;line-height:1.25;margin:.6rem 0}}
h2{{font-size:1.25rem;line-height:1.3;margin:1.6rem 0 .4rem}}
p{{margin:.4rem 0}}
.lead{{font-size:1.15rem}}
.soft{{color:{palette.SOFT};font-size:.95rem}}
.mark{{border-left:8px solid {palette.hue(3, text=True)};background:{palette.PALE};
padding:.6rem .8rem;margin:0 0 .6rem;font-weight:bold}}
a,summary{{color:{palette.ACCENT}}}
summary{{cursor:pointer;padding:.5rem 0;width:fit-content}}
:focus-visible{{outline:3px solid {palette.ACCENT};outline-offset:2px}}
figure{{margin:1rem 0}}
svg{{display:block;width:100%;height:auto;overflow:visible;forced-color-adjust:none}}
.narrow{{display:none}}
@media (max-width:560px){{.narrow{{display:block}}.wide{{display:none}}}}
.wz-scroll{{position:relative;overflow-x:auto;overflow-wrap:break-word}}
.wz-unseen{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
table{{border-collapse:collapse;width:100%}}
caption{{text-align:left;font-weight:bold;padding:.3rem 0}}
th,td{{text-align:left;vertical-align:top;padding:.35rem .6rem;
border-bottom:1px solid {palette.LINE}}}
tbody th{{font-weight:normal}}
dl{{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.25rem 1rem;margin:0}}
dt{{color:{palette.SOFT}}}
dd{{margin:0}}
@media (max-width:480px){{dl{{grid-template-columns:1fr;gap:0}}dd{{margin-bottom:.5rem}}}}
ul{{margin:.4rem 0;padding-left:1.2rem}}
.files{{display:flex;flex-wrap:wrap;gap:0 1.4rem;list-style:none;padding:0}}
.files a{{display:inline-block;padding:.5rem 0}}
label{{display:block;font-weight:bold}}
textarea{{width:100%;font:.95rem/1.4 monospace;padding:.5rem;border:2px solid {palette.SOFT};
border-radius:4px;color:inherit;background:{palette.PAPER}}}
@media print{{.files,textarea,label{{display:none}}}}"""
