"""The invented data of the monitor: brought in like anybody's own, but marked as an example."""

import hashlib
from pathlib import Path

from wijzer import texts
from wijzer.access import MACHINE
from wijzer.catalog import DATA
from wijzer.ingest.monitor import intake, workbook
from wijzer.store.register import Register, RegisterError

FOLDER = DATA / "example" / "monitor"


class BadExample(RegisterError):
    """The example data do not fit what stands in the register; the message tells where."""


def load(register: Register, folder: Path = FOLDER) -> int:
    """Add the examples of a folder with one CSV per subject. Returns how many rows are new.

    Raises BadExample; then nothing is written.
    """
    files = sorted(folder.glob("*.csv"))
    if not files:
        return 0
    bodies = [file.read_bytes() for file in files]
    pairs = zip(files, bodies, strict=True)
    sheets = [one for file, body in pairs for one in workbook.read(file.name, body)]
    sha256 = hashlib.sha256(b"".join(bodies)).hexdigest()
    done = intake.bring_in_sheets(register, MACHINE, sheets, sha256, example=True)
    if done.checked.plan is None:
        first = done.checked.faults[0]
        where = f"{first.sheet}, {first.row}, {first.column}: {first.said}"
        raise BadExample(texts.EXAMPLES_NO_FIT.format(waar=where))
    return done.checked.plan.added
