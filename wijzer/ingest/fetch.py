"""`python -m wijzer fetch cbs|rivm|shapes`: figures and borders from the live services into data/.

Pages that came in are kept, so a run that breaks off goes on where it stopped. Nothing in data/
changes before everything is in and checked.
"""

import argparse
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tqdm import tqdm

from wijzer.catalog import DATA, CatalogError
from wijzer.ingest import cbs, landing, pdok, rivm, sources
from wijzer.ingest.http import Pages, ServiceError, pages
from wijzer.ingest.landing import Files, Home
from wijzer.ingest.odata import SchemaChanged
from wijzer.ingest.replace import replace
from wijzer.ingest.sources import Sources, SourcesError
from wijzer.ingest.tidy import NotValid, Origin, Row

_MUNICIPALITY = re.compile(r"GM\d{4}")
_UNTOUCHED = "Er is niets vervangen in data/."


def main(arguments: Sequence[str]) -> int:
    """Runs one fetch; returns 0 when the files stand, 1 when refused, with Dutch sentences why."""
    chosen = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], None] = chosen.run
    try:
        run(chosen)
    except (ServiceError, SchemaChanged, SourcesError, CatalogError) as error:
        return _refused([str(error)])
    except NotValid as error:
        return _refused(error.faults)
    except OSError as error:
        return _refused([f"Een bestand is niet te lezen of te schrijven: {error}."])
    except KeyboardInterrupt:
        return _refused(["Gestopt. De volgende keer gaat het verder waar het bleef."])
    return 0


def _refused(faults: Sequence[str]) -> int:
    print(f"Niet opgehaald. {_UNTOUCHED}", file=sys.stderr)
    for fault in faults:
        print(f"  {fault}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m wijzer fetch", description="Haal cijfers of grenzen op bij de bron."
    )
    commands = parser.add_subparsers(dest="source", required=True, metavar="bron")
    one = _command(commands.add_parser("cbs", help="Kerncijfers wijken en buurten"), _cbs)
    one.add_argument("--year", type=int, help="jaar; anders het nieuwste in data/sources.toml")
    one.add_argument("--service", choices=sorted(cbs.SERVICES), help="anders: eerst OData 4, dan 3")
    one.add_argument(
        "--sta-ontbrekende-toe", action="store_true", help="sla onderwerpen over die er niet zijn"
    )
    one = _command(commands.add_parser("rivm", help="Gezondheid per wijk en buurt"), _rivm)
    one.add_argument("--table", help="tabelnummer; anders alle tabellen in data/sources.toml")
    one.add_argument("--year", type=int, help="jaar; anders alle jaren van de tabel")
    one = _command(commands.add_parser("shapes", help="grenzen van wijken en buurten"), _shapes)
    one.add_argument("--year", type=int, help="jaar; anders dat van de nieuwste Kerncijfers")
    return parser


def _command(
    parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], None]
) -> argparse.ArgumentParser:
    text = "codes met komma's; anders die van data/neighbourhoods.toml"
    parser.add_argument("--gemeenten", type=_codes, default=(), help=text)
    parser.add_argument("--data", type=Path, default=DATA, help="map met de gegevens (data/)")
    parser.add_argument("--out", type=Path, help="andere map voor de bestanden")
    parser.add_argument("--cache", type=Path, help="map voor opgehaalde bladzijden (var/fetch/)")
    parser.add_argument("--opnieuw", action="store_true", help="gebruik niets van een vorige keer")
    parser.set_defaults(run=run)
    return parser


def _codes(text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(one.strip().upper() for one in text.split(",")))
    if wrong := [one for one in codes if not _MUNICIPALITY.fullmatch(one)]:
        raise argparse.ArgumentTypeError(f"{', '.join(wrong)} is geen code als GM0546")
    return codes


def _home(chosen: argparse.Namespace) -> Home:
    out, data = chosen.out, chosen.data
    home = Home(data, out or data / "tables", out or data / "shapes", chosen.gemeenten)
    ours = dict.fromkeys(one.municipality for one in home.neighbourhoods)
    return Home(home.data, home.tables, home.shapes, home.municipalities or tuple(ours))


@contextmanager
def _opened(chosen: argparse.Namespace, config: Sources, subject: str) -> Iterator[Pages]:
    """Pages with a progress bar (on a terminal only); what was kept goes when the run succeeds."""
    folder = (chosen.cache or chosen.data.parent / "var" / "fetch") / subject
    if chosen.opnieuw:
        shutil.rmtree(folder, ignore_errors=True)
    with (
        tqdm(desc=subject, unit=" bladzijden", disable=None, leave=False) as bar,
        pages(config.http, folder, bar.update) as opened,
    ):
        yield opened
    shutil.rmtree(folder, ignore_errors=True)


def _cbs(chosen: argparse.Namespace) -> None:
    config, home = sources.read(chosen.data / "sources.toml"), _home(chosen)
    chosen.year = year = chosen.year or max(config.kwb.tables)
    with _opened(chosen, config, f"cbs-{year}") as opened:
        found = _kerncijfers(chosen, config, home, opened)
        origin = Origin(config.kwb.source, found.table.id, config.kwb.licence, year)
        files, rows = landing.kerncijfers(home, found, origin)
        lost = landing.lost(home, rows)
        replace(landing.dated(home, files))
    _said(files, rows, lost)
    if found.absent:
        print(f"Overgeslagen, niet in de tabel: {', '.join(found.absent)}.")


def _kerncijfers(
    chosen: argparse.Namespace, config: Sources, home: Home, opened: Pages
) -> cbs.Kerncijfers:
    def by(service: str) -> cbs.Kerncijfers:
        where, absent = home.municipalities, chosen.sta_ontbrekende_toe
        return cbs.fetch(opened, config.kwb, chosen.year, where, service, absent)

    if chosen.service:
        return by(chosen.service)
    try:
        return by("odata4")
    except ServiceError as error:
        print(f"OData 4 lukt niet: {error}\nVerder met OData 3.", file=sys.stderr)
        return by("odata3")


def _rivm(chosen: argparse.Namespace) -> None:
    config, home = sources.read(chosen.data / "sources.toml"), _home(chosen)
    rows: list[Row] = []
    with _opened(chosen, config, "rivm") as opened, TemporaryDirectory() as folder:
        trial = landing.trial(home, Path(folder))
        for table, year in _tables(config.rivm, chosen):
            about, found = rivm.fetch(opened, config.rivm, table, year, home.municipalities)
            origin = Origin(config.rivm.source, about.id, config.rivm.licence, year)
            files, more = landing.survey(trial, found, origin)
            replace(files)
            rows += more
        files, lost = landing.changed(trial, home), landing.lost(home, rows)
        replace(landing.dated(home, files))
    _said(files, rows, lost)


def _tables(known: sources.Rivm, chosen: argparse.Namespace) -> list[tuple[sources.RivmTable, int]]:
    if chosen.year is not None:
        return [(rivm.table_of(known, chosen.year, chosen.table), chosen.year)]
    tables = [rivm.table_of(known, 0, chosen.table)] if chosen.table else known.tables.values()
    return [(table, year) for table in tables for year in table.years]


def _shapes(chosen: argparse.Namespace) -> None:
    config, home = sources.read(chosen.data / "sources.toml"), _home(chosen)
    year = chosen.year or max(config.kwb.tables)
    with _opened(chosen, config, f"shapes-{year}") as opened:
        found = pdok.fetch(opened, config.pdok, year, home.municipalities)
        table = config.pdok.table.format(year=year)
        origin = Origin(config.pdok.source, table, config.pdok.licence, year)
        files = landing.borders(home, found, config.pdok.tolerance, origin)
        replace(landing.dated(home, files))
    _said(files, [])
    for one in found:
        if one.inhabitants.value is None:
            print(f"{one.code} ({one.name}) heeft geen inwonertal: {one.inhabitants.note}")


def _said(files: Files, rows: Sequence[Row], lost: Sequence[str] = ()) -> None:
    """What stands now, in a few lines."""
    print(f"Klaar: {', '.join(file.name for file in sorted(files))}.")
    if rows:
        missing = sum(not row["value"] for row in rows)
        areas = len({row["area"] for row in rows})
        print(f"{len(rows)} cijfers over {areas} gebieden, {missing} daarvan zonder waarde.")
    if lost:
        print(f"Let op, de bron geeft niet meer (aantal: {len(lost)}): {_some(lost)}.")
    print("Maak nu het cijferbestand: python -m wijzer build")


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
