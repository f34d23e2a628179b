"""Puts pip in an environment that was made without it, from PyPI, with nothing but Python."""

import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

ABOUT = os.environ.get("PIP_ABOUT_URL", "https://pypi.org/pypi/pip/json")


def wheel_url() -> str:
    """Address of the newest pip wheel."""
    with urllib.request.urlopen(ABOUT, timeout=60) as answer:
        files = json.load(answer)["urls"]
    return next(one["url"] for one in files if one["packagetype"] == "bdist_wheel")


def main() -> None:
    """Download the wheel and let it install itself in the environment that runs this."""
    url = wheel_url()
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder) / url.rsplit("/", 1)[1]
        urllib.request.urlretrieve(url, wheel)
        pip = [sys.executable, f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)]
        subprocess.run(pip, check=True)


if __name__ == "__main__":
    main()
