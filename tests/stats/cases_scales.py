"""Instruments and change in people: from a published case to what the program says, by topic."""

from collections.abc import Callable, Sequence
from typing import Any

from wijzer.instruments import filled, instrument
from wijzer.model import Direction
from wijzer.stats import change, paired_share, reliability, response, rounding, scales
from wijzer.stats.proportion import mean_t

Given = dict[str, Any]

WAYS = {"higher_better": Direction.HIGHER, "lower_better": Direction.LOWER}
ZONES = {
    "gevarenzone": "danger",
    "werkzone": "work",
    "vooruitgang": "headway",
    "doel bereikt": "target",
}


def sheet(answers: Sequence[float | None] | Given) -> Given:
    """Answers by item id; a list is in the order of the form."""
    if isinstance(answers, dict):
        return answers
    return {str(place): answer for place, answer in enumerate(answers, 1)}


def ends(interval: Any) -> list[float] | None:
    return None if interval is None else [interval.low, interval.high]


def loneliness_6(case: Given) -> Any:
    one = instrument("dejonggierveld6")
    found = scales.score(one, sheet(case["inputs"]["answers"]))
    return {
        "emotional_0_3": found["emotioneel"],
        "social_0_3": found["sociaal"],
        "total_0_6": found["totaal"],
        "category": scales.category(one.scale("totaal"), found["totaal"]),
    }


def loneliness_11(case: Given) -> Any:
    one, given = instrument("dejonggierveld11"), case["inputs"]
    if "totals" in given:
        return {str(x): scales.category(one.scale("totaal"), x) for x in given["totals"]}
    if "missing_items" in given:
        answered = [item.id for item in one.items][given["missing_items"] :]
        return {"total": scales.score(one, dict.fromkeys(answered, "ja"))["totaal"]}
    found = scales.score(one, sheet(given["answers"]))
    flags = scales.flags(one, found)
    return {
        "emotional_0_6": found["emotioneel"],
        "social_0_5": found["sociaal"],
        "total_0_11": found["totaal"],
        "category": scales.category(one.scale("totaal"), found["totaal"]),
        "ggd_lonely": flags["eenzaam"],
        "ggd_severe": flags["ernstig_eenzaam"],
        "emotionally_lonely": flags["emotioneel_eenzaam"],
        "socially_lonely": flags["sociaal_eenzaam"],
    }


def mastery(case: Given) -> Any:
    one = instrument("regie")
    found = scales.score(one, sheet(case["inputs"]["answers"]))
    sufficient = scales.flags(one, found)["voldoende_regie"]
    return {"score": found["totaal"], "sufficient": sufficient}


def k10(case: Given) -> Any:
    one, given = instrument("k10"), case["inputs"]
    means = sheet(given["item_means"]) if given["item_means"] else None
    found = scales.score(one, sheet(given["answers_scored_1_5"]), means)["totaal"]
    return {"score": found, "class": scales.category(one.scale("totaal"), found)}


def who5(case: Given) -> Any:
    one, given = instrument("who5"), case["inputs"]
    if "t0" in given:
        (moved,) = change.turned([given["t0"]], [given["t1"]], one.scale("score").way)
        relevant = change.relevant(moved, one.scale("score").minimal)
        return {"change": moved, "relevant": relevant}
    found = scales.score(one, sheet(given["answers_0_5"]))
    poor = scales.flags(one, found)["slecht_welbevinden"]
    return {"raw": found["punten"], "score": found["score"], "poor": poor}


def cohesion(case: Given) -> Any:
    found = scales.score(instrument("cohesie"), sheet(case["inputs"]["answers_agree_1_5"]))
    return {"mean": found["gemiddelde"], "scale_0_10": found["cijfer"]}


def positive_health(case: Given) -> Any:
    given = case["inputs"]
    if "answers" in given:
        return web(given["answers"])
    if "scores" in given:
        found = mean_t(given["scores"])
        return {"mean": found.mean, "sd": found.sd, "ci": ends(found.interval)}
    short, long = instrument("ph17"), instrument("ph22")
    return {
        "PH17_items": short.size,
        "PH17_factors": len(factors(short)),
        "PH22_items": [one.size for one in factors(long)],
        "PH22_total": long.size,
    }


def factors(one: Any) -> list[Any]:
    return [scale for scale in one.scales if not scale.of]


def web(answers: dict[str, list[float | None]]) -> Any:
    """The spider web with as many aspects per dimension as the case has."""
    ids = {scale.name: scale.id for scale in factors(instrument("spinnenweb"))}
    items = {name: [f"{name} {i}" for i in range(len(row))] for name, row in answers.items()}
    one = filled(instrument("spinnenweb"), {ids[name]: row for name, row in items.items()})
    given = {
        id: answer
        for name, row in answers.items()
        for id, answer in zip(items[name], row, strict=True)
    }
    found = scales.score(one, given)
    return {"dimensions": {name: found[ids[name]] for name in answers}, "total": found["totaal"]}


def checklist(case: Given) -> Any:
    given = case["inputs"]
    answers = sheet(given["answers"])
    items = {id: [str(i) for i in numbers] for id, numbers in given["dimension_items"].items()}
    found = scales.score(filled(instrument("cac"), items | {"totaal": list(answers)}), answers)
    return {id: {"mean": found[id], "score_0_100": found[f"{id}_100"]} for id in items}


def synergy(case: Given) -> Any:
    one = instrument("psat_synergie")
    found = scales.score(one, sheet(case["inputs"]["answers"]))["synergie"]
    rounded = rounding.half_away(found, 1)
    return {
        "score": found,
        "rounded": rounded,
        "zone": ZONES[scales.category(one.scales[0], found)],
    }


def differences(given: Given) -> list[float | None]:
    """x - y, as the sources have it, or the differences themselves."""
    if "d" in given:
        return given["d"]
    return change.turned(given["y"], given["x"], Direction.NEUTRAL)


def paired(case: Given) -> Any:
    """Only what the case asks for, of all that can be said of its numbers."""
    given, expected = case["inputs"], case["expected"]
    if "table" in given or "both" in given:
        return {key: shares(case)[key] for key in expected}
    if any(word in case["quantity"] for word in ("Wilcoxon", "Hodges", "ties averaged")):
        found = ranks(given, alternative(case["quantity"]))
        return {key: found[key] for key in expected}
    return {key: means(given)[key] for key in expected}


def means(given: Given) -> Given:
    before = given.get("y", [0] * len(given.get("d", ())))
    found = change.paired(before, given.get("x", given.get("d")), Direction.NEUTRAL)
    interval = ends(found.interval)
    return {
        "mean": found.mean,
        "sd": found.sd,
        "sd_diff": found.sd,
        "ci": interval,
        "t": found.t,
        "df": found.df,
        "p": found.p,
        "d_z": found.d_z,
        "d_av": found.d_av,
        "r": found.r,
    }


def alternative(quantity: str) -> Any:
    sides = [side for side in ("greater", "less") if f"'{side}'" in quantity]
    return sides[0] if sides else "two-sided"


def ranks(given: Given, side: Any) -> Given:
    found = change.wilcoxon(differences(given), side)
    return {
        "V": found.statistic,
        "W": found.smaller,
        "p": found.p,
        "n_nonzero": found.n_nonzero,
        "hodges_lehmann": found.hodges_lehmann,
    }


def shares(case: Given) -> Given:
    """Of a table, the rows are before; exact where the case says so."""
    given = case["inputs"]
    if "table" in given:
        (both, only_before), (only_after, neither) = given["table"]
    else:
        both, neither = given["both"], given["neither"]
        only_after, only_before = given["only_T1"], given["only_T0"]
    found = paired_share.yes_no(both, only_after, only_before, neither)
    corrected = "corrected" in case["quantity"]
    p = found.p_corrected if corrected else found.p
    return {
        "chi2": found.chi2_corrected if corrected else found.chi2,
        "p": found.p_exact if "exact" in case["quantity"] else p,
        "diff": found.difference,
        "ci": ends(found.wald),
    }


def paired_shares(case: Given) -> Any:
    """Row yes - column yes: the row is what comes after."""
    n11, n12, n21, n22, level = (case["inputs"][k] for k in ("n11", "n12", "n21", "n22", "conf"))
    found = paired_share.yes_no(n11, n12, n21, n22, level)
    every = {
        "diff": found.difference,
        "newcombe_lo": found.newcombe.low,
        "newcombe_hi": found.newcombe.high,
        "tango_lo": found.tango.low,
        "tango_hi": found.tango.high,
        "p": found.p,
        "p_cc": found.p_corrected,
        "p_exact": found.p_exact,
        "p_mid": found.p_mid,
    }
    return {key: as_printed(every[key], value) for key, value in case["expected"].items()}


def as_printed(found: float, expected: float, least: int = 4) -> float:
    """Rounded as the source printed it: to its decimals, of which zeros at the end are lost."""
    return rounding.half_away(found, max(least, places(expected)))


def places(printed: float) -> int:
    """Decimals of a figure as it was printed."""
    return len(repr(printed).partition(".")[2])


def paired_t(case: Given) -> Any:
    given = case["inputs"]
    found = change.paired(given["y"], given["x"], Direction.NEUTRAL, given["conf"])
    return {"t": found.t, "p": found.p, "lo": found.interval.low, "hi": found.interval.high}


def signed_rank(case: Given) -> Any:
    found = change.wilcoxon(differences(case["inputs"]), case["inputs"]["alternative"])
    return {"V": found.statistic, "p": found.p}


def minimal_change(case: Given) -> Any:
    given = case["inputs"]
    if "sd_baseline" in given:
        found = change.minimal(given["sd_baseline"], given["reliability"])
        return {"half_sd": found.half_sd, "sem": found.sem, "rci95": found.rci95}
    moved = change.turned([0] * len(given["d"]), given["d"], WAYS[given["direction"]])
    count = change.responders(moved, given["mid"])
    return {"better": count.better, "same": count.same, "worse": count.worse, "n": count.n}


def alpha(case: Given) -> Any:
    found = reliability.cronbach(case["inputs"]["wide"])
    printed = zip(ends(found.interval), case["expected"]["ci"], strict=True)
    return {"alpha": found.alpha, "ci": [as_printed(end, other, 3) for end, other in printed]}


def flow(case: Given) -> Any:
    given = case["inputs"]
    steps = ("participants", "invited_T0", "valid_T0", "due_T1", "valid_T1", "paired")
    found = response.flow(*(given[step] for step in steps))
    return {
        "response_T0": found.response_t0,
        "coverage_T0": found.coverage_t0,
        "retention_T1": found.retention_t1,
        "paired_share_of_participants": found.paired_share,
    }


BY_CASE: dict[str, Callable[[dict[str, Any]], Any]] = {
    "loneliness_6": loneliness_6,
    "loneliness_11": loneliness_11,
    "mastery": mastery,
    "k10": k10,
    "who5": who5,
    "cohesion": cohesion,
    "positive_health": positive_health,
    "collaboration_checklist": checklist,
    "collaboration_psat": synergy,
    "paired_change": paired,
    "paired_proportions": paired_shares,
    "paired_t": paired_t,
    "wilcoxon_signed_rank_exact": signed_rank,
    "minimal_change": minimal_change,
    "reliability": alpha,
    "response": flow,
}
