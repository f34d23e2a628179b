"""What is chosen: the only module that knows widget keys and the URL.

The URL carries codes, never labels, and every choice that changes what is shown. A choice is
looked up in the URL, then in what this session chose before (Streamlit empties the URL when the
page changes), then it is the default. An unknown code gives a visible sentence and the default.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

import streamlit as st

from wijzer import catalog, texts
from wijzer.model import Neighbourhood

_REMEMBERED = "_chosen"
WHOLE = "heel"
ALL = "alle"
"""Code of a filter that lets everything through."""


class Chooser(Protocol):
    """Who tells what is chosen: this module on a page, a wish for a tile. So both have the same
    options and the same default."""

    def asked(self, param: str) -> str:
        """The code that is asked for, whether it is known or not; empty for none."""

    def select(
        self,
        param: str,
        label: str,
        options: Mapping[str, str],
        default: str = "",
        elsewhere: Collection[str] = (),
    ) -> str:
        """The chosen code, one of `options`; without a default the first."""

    def buttons(
        self,
        param: str,
        label: str,
        options: Mapping[str, str],
        default: str = "",
        elsewhere: Collection[str] = (),
    ) -> str:
        """The same, as a row of buttons."""


def neighbourhood() -> Neighbourhood:
    """The neighbourhood in view."""
    return catalog.neighbourhood(current("wijk", list(catalog.neighbourhoods())))


def current(param: str, codes: list[str], default: str | None = None) -> str:
    """The chosen code, without a widget and without a word when it is unknown."""
    code = asked(param)
    return code if code in codes else default or codes[0]


def buttons(
    param: str,
    label: str,
    options: Mapping[str, str],
    default: str = "",
    elsewhere: Collection[str] = (),
) -> str:
    """A row of buttons, one of which is on. Returns the chosen code.

    `elsewhere` has codes that mean something on another page or for another area: here they give
    the default, without a word.
    """
    code = _resolve(param, label, options, default, elsewhere)
    st.segmented_control(label, **_widget(param, options, code), required=True, wrap=True)
    return code


def select(
    param: str,
    label: str,
    options: Mapping[str, str],
    default: str = "",
    elsewhere: Collection[str] = (),
) -> str:
    """A list to choose from, for more than a handful of options. As `buttons`."""
    code = _resolve(param, label, options, default, elsewhere)
    st.selectbox(label, **_widget(param, options, code))
    return code


def text(param: str, label: str, most: int = 100) -> str:
    """A line to type in, such as a question to search for. Returns it without blanks around it."""
    typed = " ".join(asked(param).split())[:most]
    if typed:
        align(param, typed)
    key = f"_{param}"
    st.session_state[key] = typed
    st.text_input(label, key=key, max_chars=most, on_change=_typed, args=(param,))
    return typed


def _typed(param: str) -> None:
    said = st.session_state[f"_{param}"].strip()
    if said:
        put(param, said)
    else:
        drop(param)


def asked(param: str) -> str:
    """The code in the URL, else the one chosen before; empty when there is neither."""
    return st.query_params.get(param) or _remembered().get(param, "")


def align(param: str, code: str) -> None:
    """Let a choice follow from another one, without touching what depends on it."""
    _remembered()[param] = code
    if st.query_params.get(param) != code:
        st.query_params[param] = code


def put(param: str, code: str) -> None:
    """Choose a code: from a click on a map or a button."""
    align(param, code)
    for dependent in _DEPENDENTS.get(param, ()):
        _remembered().pop(dependent, None)
        st.query_params.pop(dependent, None)


def drop(param: str) -> None:
    """Forget a choice: a form that is closed."""
    _remembered().pop(param, None)
    st.query_params.pop(param, None)


def query(**codes: str) -> dict[str, str]:
    """Codes for a link to another view: those in view of neighbourhood and part, and these."""
    shared = {name: asked(name) for name in ("wijk", "deel")}
    return {name: code for name, code in (shared | codes).items() if code}


def view(page: str) -> str:
    """The link to what is in view on this page: all of its codes, without those of an open form."""
    asked = st.query_params.to_dict().items()
    codes = {name: code for name, code in asked if name not in _FORM and not filling(name)}
    return f"/{page}?{urlencode(codes)}"


_FORM = ("bewerk", "typ", "voor")


def filling(param: str) -> bool:
    """Whether this code fills in a field of a new form: `vul-<field>`."""
    return param.startswith("vul-")


def drop_form() -> None:
    """Forget the open form, and what it was to begin with."""
    for param in (*_FORM, *filter(filling, st.query_params.to_dict())):
        drop(param)


def from_picture(param: str, key: str, read: Callable[[Any], str | None]) -> dict[str, Any]:
    """Arguments for a chart or map on which a click chooses.

    `read` finds the code in the selection. A callback, not the returned state: that state stays
    after the click, and would undo every later choice made elsewhere.
    """

    def taken_over() -> None:
        code = read(st.session_state[key].get("selection", {}))
        if code is not None:
            put(param, code)

    return {"key": key, "on_select": taken_over}


_DEPENDENTS = {
    "wijk": (
        *("deel", "thema", "doel", "interventie", "doelgroep", "stemming", "versie"),
        *("filter-thema", "filter-interventie", "periode", "ronde", "uitkomst", "partner"),
        *("les", "leervraag", "actie", "bijeenkomst", "presentatie", "dia"),
    ),
    "indicator": ("jaar",),
    "domein": ("indicator", "jaar"),
    "presentatie": ("dia",),
}
"""Choices that lose their meaning when another one changes."""


def _resolve(
    param: str,
    label: str,
    options: Mapping[str, str],
    default: str,
    elsewhere: Collection[str],
) -> str:
    in_link = st.query_params.get(param)
    if in_link and _remembered().get(param, in_link) != in_link:
        _forget_dependents(param)
    wanted = asked(param)
    code = wanted if wanted in options else default or next(iter(options))
    if in_link and in_link not in options and in_link not in elsewhere:
        st.warning(texts.unknown_code(label, in_link, texts.in_markdown(options[code])))
    align(param, code)
    return code


def _forget_dependents(param: str) -> None:
    """A link chose anew: what was chosen for the old one means nothing, but what the link says."""
    for dependent in _DEPENDENTS.get(param, ()):
        if dependent not in st.query_params:
            _remembered().pop(dependent, None)


def _widget(param: str, options: Mapping[str, str], code: str) -> dict[str, Any]:
    key = f"_{param}"
    st.session_state[key] = code
    return {
        "options": list(options),
        "format_func": options.__getitem__,
        "key": key,
        "on_change": _taken_over,
        "args": (param,),
    }


def _taken_over(param: str) -> None:
    put(param, st.session_state[f"_{param}"])


def _remembered() -> dict[str, str]:
    remembered: dict[str, str] = st.session_state.setdefault(_REMEMBERED, {})
    return remembered
