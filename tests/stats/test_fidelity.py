"""Fidelity and its light: by hand, what is refused, and what always holds."""

from datetime import date
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.stats.fidelity import (
    Adherence,
    BadFidelity,
    Element,
    Light,
    NoReason,
    Session,
    Signal,
    adherence,
    dose,
    dose_to_date,
    duration,
    exposure,
    light,
    mean_exposure,
    overrule,
    planned_reach,
    quality,
)
from wijzer.stats.proportion import BadCounts
from wijzer.stats.reach import Intensity

GREENNESS = [Light.GREY, Light.RED, Light.AMBER, Light.GREEN]
scores = st.none() | st.integers(0, 150).map(lambda percent: percent / 100)
components = st.dictionaries(st.sampled_from("abcdef"), scores)


def greenness(components: dict[str, float | None]) -> int:
    return GREENNESS.index(light(components).light)


@pytest.mark.parametrize("ratio", [dose, planned_reach])
def test_of_what_was_planned(ratio) -> None:  # type: ignore[no-untyped-def]
    assert ratio(9, 12) == 0.75
    assert ratio(15, 12) == 1.25  # shown as it is
    assert ratio(0, 12) == 0
    assert ratio(0, 0) is None
    assert ratio(None, 12) is None
    assert ratio(9, None) is None
    assert ratio(nan, 12) is None
    with pytest.raises(BadCounts):
        ratio(-1, 12)
    with pytest.raises(BadCounts):
        ratio(1, -12)


def test_a_dose_to_date() -> None:
    sessions = [
        Session(date(2026, 3, 2), held=True),
        Session(date(2026, 3, 9), held=False),  # cancelled
        Session(date(2026, 3, 16), held=True),
        Session(date(2026, 3, 23), held=False),  # still to come
    ]
    assert dose_to_date(sessions, date(2026, 3, 16)) == pytest.approx(2 / 3)
    assert dose_to_date(sessions, date(2026, 3, 15)) == 0.5
    assert dose_to_date(sessions, date(2026, 3, 1)) is None
    assert dose_to_date([], date(2026, 3, 1)) is None


def test_duration_by_hand() -> None:
    assert duration([40, None, 50, nan], 60) == 0.75
    assert duration([90], 60) == 1.5
    assert duration([], 60) is None
    assert duration([None], 60) is None
    assert duration([40], None) is None
    assert duration([40], 0) is None
    with pytest.raises(BadCounts):
        duration([40, -1], 60)


def test_adherence_by_hand() -> None:
    # 3 whole and 2 half of 6 that count.
    found = adherence(
        [Element.DELIVERED] * 3
        + [Element.PARTLY] * 2
        + [Element.NOT, Element.ADAPTED, Element.UNKNOWN, Element.UNKNOWN]
    )
    assert found == Adherence(pytest.approx(4 / 6), 6, 1, 2)
    assert adherence([]) == Adherence(None, 0, 0, 0)
    assert adherence([Element.ADAPTED, Element.UNKNOWN]) == Adherence(None, 0, 1, 1)


@given(st.lists(st.sampled_from(Element)), st.sampled_from([Element.ADAPTED, Element.UNKNOWN]))
def test_adapted_and_unknown_leave_the_denominator(found: list[Element], more: Element) -> None:
    one, other = adherence(found), adherence([*found, more])
    assert (one.share, one.counted) == (other.share, other.counted)
    assert one.adapted + one.unknown + 1 == other.adapted + other.unknown
    assert one.counted + one.adapted + one.unknown == len(found)
    assert one.share is None or 0 <= one.share <= 1


@given(st.lists(st.sampled_from(Element)))
def test_partly_lies_between(found: list[Element]) -> None:
    less, half, whole = (
        adherence([*found, one]).share for one in (Element.NOT, Element.PARTLY, Element.DELIVERED)
    )
    assert less is not None and half is not None and whole is not None
    assert less < half < whole
    assert half == pytest.approx((less + whole) / 2)


def test_exposure_by_hand() -> None:
    assert exposure([(1, 4), (6, 8), (10, 10), (0, 0)]) == Intensity(0.75, 3, 1)
    assert mean_exposure(6.3, 9) == pytest.approx(0.7)
    assert mean_exposure(0, 0) is None
    assert mean_exposure(None, 9) is None
    assert mean_exposure(6.3, None) is None
    with pytest.raises(BadCounts):
        mean_exposure(9.1, 9)


def test_quality_by_hand() -> None:
    found = quality([3, 4, None, 5, nan])
    assert found is not None
    assert (found.mean.mean, found.n, found.fraction) == (4, 3, 0.75)
    assert quality([]) is None
    assert quality([None]) is None
    for outside in (0, 6):
        with pytest.raises(BadFidelity):
            quality([3, outside])


@pytest.mark.parametrize(
    ("worst", "expected"),
    [
        (1.3, Light.GREEN),
        (0.80, Light.GREEN),  # a limit is reached by what equals it
        (0.1 + 0.7, Light.GREEN),  # a hair below 0.8 in floats
        (0.79, Light.AMBER),
        (0.60, Light.AMBER),
        (0.59, Light.RED),
        (0, Light.RED),
    ],
)
def test_a_light_by_hand(worst: float, expected: Light) -> None:
    assert 0.1 + 0.7 < 0.8
    assert light({"dose": 1.4, "adherence": worst}).light is expected
    assert light({"adherence": worst, "dose": 1}).light is expected


def test_the_worst_is_named_and_the_unknown_told() -> None:
    found = light({"dose": 0.9, "adherence": 0.7, "duration": None, "quality": nan})
    assert found == Signal(Light.AMBER, True, "adherence", Light.AMBER)
    assert light({"dose": 0.9, "adherence": 0.7}).incomplete is False
    assert light({"dose": 1.2, "adherence": 1.0}).worst == "dose"  # both count as 1


def test_nothing_known_is_grey() -> None:
    nothing = Signal(Light.GREY, True, None, Light.GREY)
    assert light({}) == nothing
    assert light({"dose": None, "adherence": nan}) == nothing


def test_more_than_planned_does_not_hide_what_is_worse() -> None:
    assert light({"dose": 3.0, "adherence": 0.5}) == light({"dose": 1.0, "adherence": 0.5})


def test_other_limits() -> None:
    assert light({"dose": 0.85}, green=0.9).light is Light.AMBER
    assert light({"dose": 0.55}, amber=0.5).light is Light.AMBER
    assert light({"dose": 0.85}, green=0.9, amber=0.9).light is Light.RED
    for green, amber in ((0.6, 0.8), (1.1, 0.6), (0.8, -0.1), (nan, 0.6)):
        with pytest.raises(BadFidelity):
            light({"dose": 0.85}, green, amber)
    with pytest.raises(BadFidelity):
        light({"dose": -0.1, "adherence": 1})


@given(components)
def test_never_greener_than_the_worst_part(found: dict[str, float | None]) -> None:
    signal, known = light(found), {k: v for k, v in found.items() if v is not None}
    if not known:
        assert signal.light is Light.GREY
        return
    assert greenness(found) == min(greenness({name: score}) for name, score in known.items())
    assert signal.worst is not None
    assert light({signal.worst: known[signal.worst]}).light is signal.light
    assert signal.incomplete == (len(known) < len(found))


@given(components)
def test_unknown_never_makes_it_greener(found: dict[str, float | None]) -> None:
    more = light({**found, "more": None})
    assert more.light is light(found).light
    assert more.incomplete


@given(components, scores)
def test_another_component_never_makes_it_greener(found, score: float | None) -> None:  # type: ignore[no-untyped-def]
    if light(found).light is not Light.GREY:
        assert greenness({**found, "more": score}) <= greenness(found)


@given(components, st.sampled_from(Light))
def test_a_person_overrules_with_a_reason(found: dict[str, float | None], by: Light) -> None:
    before = light(found)
    after = overrule(before, by, " trainer was ill ")
    assert (after.light, after.reason) == (by, "trainer was ill")
    assert after.computed is before.light
    assert (after.worst, after.incomplete) == (before.worst, before.incomplete)
    assert overrule(after, Light.RED, "again").computed is before.light


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_no_overruling_without_a_reason(reason: str) -> None:
    with pytest.raises(NoReason):
        overrule(light({"dose": 0.5}), Light.GREEN, reason)
