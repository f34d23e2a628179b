"""Published and hand-checked cases (data/reference/cases.json), each with its source.

One small function per topic turns the inputs into what the case expects; a topic without one,
and one without a case, fail.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.stats import cases_monitor, cases_scales, cases_suppression
from wijzer import catalog, texts
from wijzer.model import Change, Direction, Sign
from wijzer.stats import (
    benchmark,
    compare,
    plan,
    power,
    priority,
    proportion,
    rates,
    rounding,
    spread,
    trend,
)
from wijzer.stats.proportion import Interval

CASES = json.loads((catalog.DATA / "reference" / "cases.json").read_text(encoding="utf-8"))
Given = dict[str, Any]

DIRECTIONS = {
    "high": Direction.HIGHER,
    "higher_better": Direction.HIGHER,
    "low": Direction.LOWER,
    "lower_better": Direction.LOWER,
}
BETTER = {Sign.FAVOURABLE: "better", Sign.UNFAVOURABLE: "worse"}
PRINTED = {Sign.FAVOURABLE: "+", Sign.UNFAVOURABLE: "-", Sign.SIMILAR: "="}
GRADES = {
    (Sign.FAVOURABLE, True): "best",
    (Sign.FAVOURABLE, False): "better",
    (Sign.SIMILAR, False): "same",
    (Sign.UNFAVOURABLE, False): "worse",
    (Sign.UNFAVOURABLE, True): "worst",
}
CHANGES = {
    Change.INCREASING: "increasing",
    Change.DECREASING: "decreasing",
    Change.NO_CHANGE: "no change",
    Change.NOT_CALCULATED: "cannot be calculated",
}


def ends(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [interval.low, interval.high]


def named(interval: Interval | rates.Limits | None) -> Given | None:
    return None if interval is None else {"lo": interval.low, "hi": interval.high}


def label(sign: Sign, middle: str) -> str:
    return BETTER.get(sign, middle)


def wilson(given: Given) -> Any:
    return named(proportion.wilson(given["x"], given["n"], given["conf"]))


def proportion_ci(case: Given) -> Any:
    given = case["inputs"]
    method = proportion.logit if "logit" in case["quantity"] else proportion.wilson
    return ends(method(given["k"], given["n"], given.get("conf", 0.95)))


def difference(case: Given) -> Any:
    return DIFFERENCES[frozenset(case["inputs"])](case)


def two_groups(case: Given) -> Any:
    counts = [case["inputs"][key] for key in ("k1", "n1", "k2", "n2")]
    if "z-test" in case["quantity"]:
        return compare.z_test(*counts)._asdict()
    return ends(compare.newcombe(*counts).interval)


def part_of_whole(case: Given) -> Any:
    area, whole = case["inputs"]["area"], case["inputs"]["municipality_incl_area"]
    found = compare.against_rest(area["k"], area["n"], whole["k"], whole["n"])
    naive = compare.newcombe(area["k"], area["n"], whole["k"], whole["n"])
    return {
        "p_area": found.area,
        "p_mun": found.whole,
        "p_rest": found.rest,
        "diff_vs_mun": found.shown,
        "diff_vs_rest": found.difference.estimate,
        "ci_vs_rest": ends(found.difference.interval),
        "ci_naive_vs_mun": ends(naive.interval),
    }


def ggd(case: Given) -> Any:
    area, whole = case["inputs"]["wijk"], case["inputs"]["gemeente"]
    found = compare.ggd_rule(area["k"], area["n"], whole["k"], whole["n"], case["inputs"]["conf"])
    return {
        "ci_wijk": ends(found.area),
        "ci_gem": ends(found.reference),
        "significant": found.significant,
    }


def ggd_printed(case: Given) -> Any:
    given = case["inputs"]
    found = compare.ggd_significant(given["p_area"], given["p_ref"], given["ci_overlap"])
    return {"significant": found}


def ggd_few(case: Given) -> Any:
    n = case["inputs"]["n_vraag"]
    found = compare.ggd_rule(n // 2, n, 900, 3000)
    assert found.significant is None and found.area is None
    few = found.outcome is compare.GgdOutcome.TOO_FEW
    return {"value": found.share, "sign": "n<30" if few else "n>=30"}


DIFFERENCES: dict[frozenset[str], Callable[[Given], Any]] = {
    frozenset({"k1", "n1", "k2", "n2"}): two_groups,
    frozenset({"area", "municipality_incl_area"}): part_of_whole,
    frozenset({"wijk", "gemeente", "conf"}): ggd,
    frozenset({"p_area", "p_ref", "ci_overlap"}): ggd_printed,
    frozenset({"n_vraag"}): ggd_few,
}


def factsheet(case: Given) -> Any:
    given = case["inputs"]
    if "values" in given:
        return weighted_area(given)
    area, whole = given["area_pct"], given["municipality_pct"]
    direction = DIRECTIONS[given.get("direction", "higher_better")]
    found = {"sign": PRINTED[compare.sign(area, whole, direction, 0.5)]}
    if "diff_pp" in case["expected"]:
        found |= {"diff_pp": rounding.difference(area, whole)}
    return found


def weighted_area(given: Given) -> Any:
    if isinstance(given["values"], dict):
        return {"area_value": spread.weighted_mean(list(given["values"].values()), None)}
    return spread.weighted_mean(given["values"], given["weights"])


def rounded(case: Given) -> Any:
    given = case["inputs"]
    if isinstance(case["expected"], str):
        return texts.number(given["x"], given["decimals"])
    if "x" in given:
        return rounding.half_away(given["x"], given.get("decimals", 0))
    return {"diff_display": rounding.difference(given["a"], given["b"])}


def byar(given: Given) -> Any:
    return named(rates.byar(given["x"], given["conf"]))


def rate(given: Given) -> Any:
    found = rates.rate(given["x"], given["n"], level=given["conf"])
    method = "Exact" if found.exact else "Byars"
    return {"value": found.value, "method": method, **named(found.limits)}


def standardised(given: Given) -> Any:
    return {
        "crude": rates.standardise(given["stratum_rate"], given["own_share"]),
        "standardised": rates.standardise(given["stratum_rate"], given["standard_share"]),
    }


def weighted(given: Given) -> Any:
    found = proportion.kish(given["w"], given["y"])
    return {
        "p": found.share,
        "n_eff": found.n_eff,
        "deff": found.deff,
        "ci": ends(found.interval),
    }


def swing(given: Given) -> Any:
    found = proportion.swing_margin(
        given["weighted_num"], given["weighted_den"], given["sample_n"], given["z"]
    )
    return {"pct": 100 * found.share, "margin": 100 * found.half_width}


def mean(given: Given) -> Any:
    found = proportion.mean_t(given["values"], given["conf"])
    return {"mean": found.mean, "sd": found.sd, **named(found.interval)}


def zscore(given: Given) -> Any:
    value, areas = given["area_value"], given["areas"]
    return {
        "z_raw": spread.zscore(value, areas, Direction.NEUTRAL),
        "z_favourable": spread.zscore(value, areas, DIRECTIONS[given["direction"]]),
    }


def quantiles(given: Given) -> Any:
    groups = spread.quantile_groups(given["values"], given["n_groups"], given["highest_is_group_1"])
    return {"groups": groups}


def funnel(given: Given) -> Any:
    return named(benchmark.control_limits(given["baseline"], given["n"], 0.95))


def target(given: Given) -> Any:
    direction = DIRECTIONS[given["polarity"]]
    found = [
        benchmark.target_range(value, given["lower"], given["upper"], direction)
        for value in given["values"]
    ]
    return {"labels": [label(sign, "same") for sign in found]}


def one_interval(given: Given) -> Any:
    half, direction = given["half_width"], DIRECTIONS[given["polarity"]]
    found = [
        benchmark.single_overlap(Interval(area - half, area + half), other, direction)
        for area, other in zip(given["area"], given["benchmark"], strict=True)
    ]
    return {"labels": [label(sign, "similar") for sign in found]}


def two_levels(given: Given) -> Any:
    narrow, wide = Interval(*given["ci95"]), Interval(*given["ci998"])
    direction = DIRECTIONS[given["polarity"]]
    found = [benchmark.two_levels(narrow, wide, one, direction) for one in given["benchmarks"]]
    return {"labels": [GRADES[one] for one in found]}


def spc(given: Given) -> Any:
    shares = given["value_pct"] / 100, given["n"], given["benchmark_pct"] / 100
    direction = DIRECTIONS[given["polarity"]]
    return {
        name: label(benchmark.spc(*shares, direction, level), "similar")
        for name, level in (("95", 0.95), ("99.8", 0.998))
    }


def two_intervals(given: Given) -> Any:
    a, b = Interval(*given["ci_a"]), Interval(*given["ci_b"])
    same = benchmark.double_overlap(a, b, Direction.NEUTRAL) is Sign.SIMILAR
    return {"label": "same" if same else "different"}


def newcombe(given: Given) -> Any:
    found = compare.newcombe(given["x1"], given["n1"], given["x2"], given["n2"])
    return {"diff": found.estimate, **named(found.interval)}


def five_points(given: Given) -> Any:
    found = trend.five_points(given["values"], given["lo"], given["hi"])
    return {"chi2": found.chi2, "trend": CHANGES[found.change]}


def five_shares(case: Given) -> Any:
    found = trend.five_points_proportion(case["inputs"]["x"], case["inputs"]["n"])
    outcome = {"chi2": found.chi2, "trend": CHANGES[found.change]}
    return {key: outcome[key] for key in case["expected"]}


def two_points(given: Given) -> Any:
    # The newest first, on purpose: order is by year.
    series = [trend.Point(2024, *given["now"]), trend.Point(2020, *given["previous"])]
    return {"trend": CHANGES[trend.two_points(series)]}


def several_tests(given: Given) -> Any:
    adjusted = compare.benjamini_hochberg(given["p"])
    return {"n_rejected": sum(p <= 0.05 for p in adjusted), "adjusted": adjusted}


def goal(given: Given) -> Any:
    if "p0" in given:
        return {"n_per_wave": power.sample_size(given["p0"], given["p1"])}
    return {"progress": plan.progress(given["baseline"], given["target"], given["current"])}


def focus(given: Given) -> Any:
    if "hours" in given:
        hours = {None if theme == "none" else theme: h for theme, h in given["hours"].items()}
        return {"off_focus": plan.off_focus(hours)}
    running = [plan.Running((one["theme"],), one["pillars"]) for one in given["running"]]
    found = plan.coverage(given["prioritised"], running)
    return {
        "theme_coverage": found.theme_coverage,
        "pillars_covered": list(found.pillars_covered),
        "pillar_coverage": found.pillar_coverage,
        "uncovered": list(found.uncovered),
    }


def vote(given: Given) -> Any:
    if "points" in given:
        return {"rank": priority.ranks(given["points"])}
    if "dots" in given:
        tally = priority.dots(given["dots"].values())
        return {"points": tally.points, "voters": tally.voters, "n_voters": tally.n}
    options = "abcdefghijkl"[: len(given["ranks_by_voter"][0])]
    found = priority.ranking(
        [dict(zip(options, row, strict=True)) for row in given["ranks_by_voter"]]
    )
    return {
        "rank_sums": list(found.rank_sums.values()),
        "borda": list(found.borda.values()),
        "W": found.w,
        "chi2": found.chi2,
        "p": found.p,
    }


BY_INPUTS: dict[str, Callable[[Given], Any]] = {
    "wilson": wilson,
    "byar": byar,
    "rate_per_100000": rate,
    "standardisation": standardised,
    "weighting": weighted,
    "swing_margin_fpc": swing,
    "mean_t": mean,
    "zscore": zscore,
    "quantile_groups": quantiles,
    "control_limits_proportion_95": funnel,
    "target_range": target,
    "benchmark_single_overlap": one_interval,
    "benchmark_two_levels": two_levels,
    "benchmark_spc_proportion": spc,
    "double_overlap": two_intervals,
    "two_independent_proportions_newcombe": newcombe,
    "trend_5points_ci": five_points,
    "trend_2points_double_overlap": two_points,
    "multiple_testing": several_tests,
    "plan": goal,
    "focus": focus,
    "prioritisation": vote,
}
BY_CASE: dict[str, Callable[[Given], Any]] = {
    "proportion_ci": proportion_ci,
    "difference": difference,
    "factsheet": factsheet,
    "rounding": rounded,
    "trend_5points_proportion": five_shares,
}
MORE = (cases_scales, cases_monitor, cases_suppression)
for module in MORE:
    BY_CASE |= module.BY_CASE


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: Given) -> None:
    topic = case["topic"]
    found = BY_CASE[topic](case) if topic in BY_CASE else BY_INPUTS[topic](case["inputs"])
    assert_equal(found, case["expected"], case)


def test_every_topic_has_a_case() -> None:
    assert {case["topic"] for case in CASES} == BY_INPUTS.keys() | BY_CASE.keys()


def test_every_case_names_its_source() -> None:
    assert [case["id"] for case in CASES if not (case["source"] and case["evidence"])] == []


def assert_equal(found: Any, expected: Any, case: Given) -> None:
    """Same shape, same words, and numbers within the case's own tolerance."""
    if isinstance(expected, dict):
        assert found.keys() == expected.keys()
        for key, value in expected.items():
            assert_equal(found[key], value, case)
    elif isinstance(expected, list):
        assert len(found) == len(expected)
        for one, other in zip(found, expected, strict=True):
            assert_equal(one, other, case)
    elif isinstance(expected, float | int) and not isinstance(expected, bool):
        relative, absolute = case.get("relative_tolerance", 0), case.get("tolerance", 0)
        assert found == pytest.approx(expected, rel=relative, abs=max(absolute, 1e-12))
    else:
        assert found == expected
