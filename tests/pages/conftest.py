"""The pages as Streamlit runs them, on figures built from the project's own data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from wijzer.ui import data


@pytest.fixture(autouse=True, scope="session")
def _figures(real_folder: Path) -> Iterator[None]:
    """The pages read the figures of this test run, not those of whoever runs it."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WIJZER_STORE", str(real_folder))
        _forget()
        yield
    _forget()


def _forget() -> None:
    data.forget()
    st.cache_data.clear()
    st.cache_resource.clear()
