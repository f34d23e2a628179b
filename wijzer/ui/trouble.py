"""What a visitor reads when the register cannot be used; the figures go on without it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from wijzer import texts
from wijzer.store.register import RegisterBusy, RegisterDamaged, RegisterError, RegisterNewer

_SAID: dict[type[RegisterError], str] = {
    RegisterBusy: texts.REGISTER_BUSY,
    RegisterDamaged: texts.REGISTER_DAMAGED,
    RegisterNewer: texts.REGISTER_NEWER,
}


@contextmanager
def said() -> Iterator[None]:
    """A part of a page that reads the register: says what to do when that is not possible."""
    try:
        yield
    except RegisterError as error:
        st.error(_SAID.get(type(error), texts.REGISTER_FAILED))
