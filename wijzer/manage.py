"""Commands for the register: migrate, backup, restore, example, import, erase; and templates.

Done here when the register is free; asked of the running app when that has it.
"""

import argparse
import json
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from wijzer import texts
from wijzer.ingest.chores import CHORES, KEY_HEADER, NOTE, Asked
from wijzer.ingest.monitor import examples, templates
from wijzer.store import content
from wijzer.store.register import (
    FILE,
    RegisterBusy,
    RegisterDamaged,
    RegisterError,
    RegisterNewer,
    put_back,
    register_folder,
)

_PATIENCE = 120


def main(words: Sequence[str]) -> int:
    """Runs one command; returns the exit code: 0 when done, 1 when refused."""
    asked = _parser().parse_args(words)
    what = asked.command
    if what == "example":
        what = "example-remove" if asked.remove else "example-add"
    path = Path(getattr(asked, "path", ".")).resolve()
    more = {name: getattr(asked, name, "") for name in ("subject", "number")}
    wish = Asked(str(path), trial=getattr(asked, "trial", False), **more)
    try:
        print(templates.write(path) if what == "templates" else _here(what, wish))
    except RegisterBusy:
        return _ask_the_app(what, wish)
    except (RegisterError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m wijzer", description="Wijzer in de Wijk")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    commands.add_parser("migrate", help="maak het register, of breng het bij")
    backup = commands.add_parser("backup", help="maak een reservekopie van het register")
    backup.add_argument("path", metavar="NAAR", help="nieuw bestand voor de kopie")
    restore = commands.add_parser("restore", help="zet een reservekopie terug")
    restore.add_argument("path", metavar="VAN", help="bestand met de kopie")
    example = commands.add_parser("example", help="voorbeelden weghalen of terugzetten")
    which = example.add_mutually_exclusive_group(required=True)
    which.add_argument("--remove", action="store_true", help="haal alle voorbeelden weg")
    which.add_argument("--add", action="store_true", help="zet de voorbeelden terug")
    _add_monitor(commands)
    return parser


def _add_monitor(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands for what the monitor counts and asks."""
    bring_in = commands.add_parser("import", help="lees een werkmap of CSV-bestand in")
    bring_in.add_argument("path", metavar="BESTAND", help="het bestand")
    bring_in.add_argument("--proef", dest="trial", action="store_true", help="alleen kijken")
    bring_in.add_argument("--onderwerp", dest="subject", default="", help="naam van het sjabloon")
    erase = commands.add_parser("erase", help="wis alles over een deelnemer")
    erase.add_argument("number", metavar="NUMMER", help="het deelnemernummer")
    made = commands.add_parser("templates", help="maak de sjablonen")
    made.add_argument("path", metavar="NAAR", help="map voor de sjablonen")


def _here(what: str, asked: Asked) -> str:
    try:
        register = content.open_register(more=examples.load)
    except (RegisterDamaged, RegisterNewer):
        if what != "restore":
            raise
        old = put_back(Path(asked.path), register_folder() / FILE)
        return texts.RESTORED.format(bestand=asked.path, oud=old)
    try:
        return CHORES[what](register, asked)
    finally:
        register.close()


def _ask_the_app(what: str, asked: Asked) -> int:
    """Let the running app do it, with the key that it left for the owner of this machine."""
    try:
        note = json.loads((register_folder() / NOTE).read_text("utf-8"))
        request = urllib.request.Request(
            f"{note['url']}/beheer/{what}",
            json.dumps(asked.told()).encode(),
            {KEY_HEADER: note["key"], "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            print(json.loads(answer.read())["said"])
        return 0
    except urllib.error.HTTPError as error:
        print(_said(error.read()), file=sys.stderr)
    except (OSError, ValueError, KeyError, TypeError):
        print(texts.REGISTER_BUSY, file=sys.stderr)
    return 1


def _said(answer: bytes) -> str:
    """What the app said when it refused; something else than the app says nothing of use."""
    try:
        return str(json.loads(answer)["said"])
    except (ValueError, KeyError, TypeError):
        return texts.REGISTER_BUSY
