"""What an import did, would do or refuses, as lines to read."""

from collections.abc import Iterator, Sequence

from wijzer import texts
from wijzer.ingest.monitor.fault import MOST_SHOWN, Fault, shown
from wijzer.ingest.monitor.subjects import of_target
from wijzer.store.erasure import Proof
from wijzer.store.imports import Plan


def title(faults: Sequence[Fault]) -> str:
    """How many faults there are."""
    if len(faults) == 1:
        return texts.FAULT_ONE
    return texts.FAULTS_TITLE.format(aantal=texts.number(len(faults)))


def faults(found: Sequence[Fault]) -> Iterator[str]:
    """What is wrong, a line each, and how many there are in all."""
    yield title(found)
    for one in shown(found):
        if one.row:
            yield texts.FAULT_LINE.format(
                blad=one.sheet, rij=one.row, kolom=one.column or texts.WHOLE_SHEET, zin=one.said
            )
        else:
            yield texts.FAULT_SHEET_LINE.format(blad=one.sheet, zin=one.said).removeprefix(": ")
    if len(found) > MOST_SHOWN:
        yield texts.FAULTS_SOME.format(aantal=MOST_SHOWN)


def changes(plan: Plan, written: bool) -> Iterator[str]:
    """What is new, what changes and what stays, per sheet."""
    yield _said(plan, written)
    for row in counts(plan):
        told = zip(texts.DRY_RUN_HEADER[1:], row[1:], strict=True)
        yield f"  {row[0]}: " + ", ".join(f"{name.lower()} {count}" for name, count in told)


def _said(plan: Plan, written: bool) -> str:
    if plan.nothing:
        return texts.NOTHING_NEW
    if not written:
        return texts.DRY_RUN_GOOD
    return done(plan)


def done(plan: Plan) -> str:
    """What was written."""
    return texts.PUT_IN_DONE.format(
        nieuw=texts.number(plan.added), anders=texts.number(plan.changed)
    )


def counts(plan: Plan) -> list[list[str]]:
    """Per sheet how many rows are new, change and stay the same."""
    return [
        [
            of_target(target).sheet,
            *map(texts.number, (len(one.new), len(one.changed), one.same)),
        ]
        for target, one in plan.parts.items()
    ]


def erased(proof: Proof) -> Iterator[str]:
    """What was erased, and the proof of it."""
    yield texts.ERASED.format(aantal=texts.number(proof.rows), bewijs=proof.hash[:16])
    if proof.copies:
        yield texts.ERASED_COPIES.format(aantal=len(proof.copies))
    if proof.unread:
        yield texts.ERASED_UNREAD.format(namen=", ".join(proof.unread))
