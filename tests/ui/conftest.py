"""What the tests of what is taken along share: the figures, and a register full of examples."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.along import figures


@pytest.fixture(scope="module")
def examples(
    real_folder: Path, monitor_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The figures of this test run, and a register of the module's own with every example."""
    folder = tmp_path_factory.mktemp("register")
    with figures(real_folder, shutil.copytree(monitor_folder, folder / "own")):
        yield
