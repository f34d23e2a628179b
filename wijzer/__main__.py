"""The command line: `python -m wijzer build`, `fetch …`, and for the register `backup …`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from wijzer.catalog import DATA
from wijzer.store.database import store_folder
from wijzer.store.fresh import is_stale


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one subcommand; returns the exit code: 0 when done, 1 when refused."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["fetch"]:
        return _fetch(words[1:])
    if words[0:1] and words[0] in REGISTER:
        return _manage(words)
    chosen = _parser().parse_args(words)
    return _build(chosen.data, chosen.out or store_folder(), chosen.if_needed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m wijzer", description="Wijzer in de Wijk")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    build = commands.add_parser("build", help="maak het cijferbestand uit data/")
    build.add_argument("--data", type=Path, default=DATA, help="map met de gegevens (data/)")
    build.add_argument("--out", type=Path, help="map voor het cijferbestand (var/)")
    build.add_argument("--if-needed", action="store_true", help="alleen als data/ anders is")
    commands.add_parser("fetch", help="haal cijfers of vormen op bij de bron", add_help=False)
    for name in REGISTER:
        commands.add_parser(name, help=f"register: zie {name} --help", add_help=False)
    return parser


REGISTER = ("migrate", "backup", "restore", "example", "import", "erase", "templates")


def _manage(words: list[str]) -> int:
    from wijzer.manage import main as manage

    return manage(words)


def _build(data: Path, folder: Path, if_needed: bool) -> int:
    if if_needed and not is_stale(data, folder):
        print(f"Het cijferbestand in {folder} is bij.")
        return 0
    # Reading and checking needs libraries that take a second to load: not before it is needed.
    from wijzer.ingest.build import BuildFailed, Refused, build

    try:
        print(f"Klaar: {build(data, folder)}")
    except Refused as error:
        print(f"Niet gemaakt: {len(error.faults)} fout(en) in {data}.", file=sys.stderr)
        for fault in error.faults:
            print(f"  {fault}", file=sys.stderr)
        return 1
    except BuildFailed as error:
        print(f"Niet gemaakt: {error}. Het vorige bestand blijft in gebruik.", file=sys.stderr)
        return 1
    return 0


def _fetch(arguments: list[str]) -> int:
    from wijzer.ingest.fetch import main as fetch

    return fetch(arguments)


if __name__ == "__main__":
    sys.exit(main())
