"""What the tests of what is taken along share: the figures, and a register full of examples."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.entering import showing


@pytest.fixture(scope="module")
def examples(real_folder: Path, monitor_held: Path) -> Iterator[None]:
    """The figures of this test run, and a register with every example. Look, do not change."""
    with showing(real_folder, monitor_held):
        yield
