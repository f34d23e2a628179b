"""The pages as Streamlit runs them, on figures built from the project's own data."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.entering import showing


@pytest.fixture(autouse=True, scope="package")
def _here(real_folder: Path, monitor_held: Path) -> Iterator[None]:
    """The pages read what belongs to this test run, not what belongs to whoever runs it."""
    with showing(real_folder, monitor_held):
        yield
