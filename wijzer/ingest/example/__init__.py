"""Example data of the monitor: invented, marked, and the same each time they are made.

`python -m wijzer.ingest.example` writes data/example/monitor; the import reads it as it reads
the data of a neighbourhood. What it is made from stands in `assumptions`.
"""

from wijzer.ingest.example.make import FOLDER, files, write

__all__ = ["FOLDER", "files", "write"]
