"""The kinds of a plan: themes, goals, interventions, partners, and how they were chosen."""

from wijzer.kinds.fields import Field, Form, Kind

_NEIGHBOURHOOD = Field("neighbourhood", Form.NEIGHBOURHOOD, required=True)
_TITLE = Field("title", Form.LINE, required=True)
_TEXT = Field("text", Form.TEXT)
_RUNG = Field("rung", Form.CODE, "rung", more=True)
_SOURCE = (Field("source", Form.LINE, more=True), Field("url", Form.URL, more=True))
_WHEN = Field("period", Form.LINE)
_THEME = Field("theme", Form.REF, "theme", required=True)

PLAN = (
    Kind("theme", (
        _NEIGHBOURHOOD, _TITLE, Field("choice", Form.CODE, "choice", required=True),
        Field("why", Form.TEXT), Field("indicators", Form.INDICATORS),
        Field("decided_by", Form.LINE), _WHEN, _RUNG, Field("reason", Form.TEXT),
        Field("meeting", Form.REF, "meeting", more=True), Field("place", Form.COUNT, more=True),
        Field("owner", Form.LINE, more=True), *_SOURCE,
    )),
    Kind("quote", (
        _THEME, Field("text", Form.TEXT, required=True),
        Field("speaker", Form.CODE, "speaker", required=True),
        Field("consent", Form.CODE, "consent", required=True), *_SOURCE,
    )),
    Kind("meeting", (
        _NEIGHBOURHOOD, _TITLE, Field("day", Form.DATE), _WHEN, _RUNG,
        Field("residents", Form.COUNT), Field("professionals", Form.COUNT), _TEXT, *_SOURCE,
    )),
    Kind("theme_group", (
        _THEME, _TITLE, Field("residents", Form.COUNT), Field("professionals", Form.COUNT),
        Field("roles", Form.LINE), *_SOURCE,
    )),
    Kind("idea", (
        _THEME, _TITLE, Field("status", Form.CODE, "idea", required=True), _TEXT,
        Field("theme_group", Form.REF, "theme_group"), Field("reason", Form.TEXT), *_SOURCE,
    )),
    Kind("goal", (
        _THEME, _TITLE, Field("indicator", Form.INDICATOR, guarded=True),
        Field("measure", Form.LINE, guarded=True), Field("area", Form.AREA, guarded=True),
        Field("baseline", Form.NUMBER, guarded=True),
        Field("baseline_day", Form.DATE, guarded=True), Field("target", Form.NUMBER, guarded=True),
        Field("target_day", Form.DATE, guarded=True), Field("owner", Form.LINE),
        Field("unit", Form.LINE, more=True, guarded=True),
        Field("way", Form.CODE, "way", more=True, guarded=True),
        Field("version", Form.LINE, more=True, guarded=True),
        Field("question", Form.CODE, "question", more=True),
        Field("target_groups", Form.REFS, "target_group", more=True), *_SOURCE,
    )),
    Kind("reading", (
        Field("goal", Form.REF, "goal", required=True), Field("day", Form.DATE, required=True),
        Field("value", Form.NUMBER, required=True), Field("answers", Form.COUNT),
        Field("version", Form.LINE, more=True), Field("source", Form.LINE, required=True),
    )),
    Kind("target_group", (
        _NEIGHBOURHOOD, _TITLE, Field("method", Form.CODE, "size_method", required=True),
        Field("area", Form.AREA), Field("trait", Form.CODE, "trait"), Field("category", Form.LINE),
        Field("indicator", Form.INDICATOR), Field("size", Form.COUNT), Field("how", Form.TEXT),
        Field("priority", Form.YES), Field("hidden", Form.YES), *_SOURCE,
    )),
    Kind("library", (
        _TITLE, Field("audience", Form.LINE), Field("threads", Form.CODES, "thread"),
        Field("pillars", Form.CODES, "pillar"),
        Field("recognition", Form.CODE, "recognition", required=True),
        Field("recognised_on", Form.DATE), Field("checked_on", Form.DATE),
        Field("register_name", Form.LINE), Field("evidence", Form.CODE, "evidence", more=True),
        Field("note", Form.TEXT, more=True), *_SOURCE,
    )),
    Kind("intervention", (
        _NEIGHBOURHOOD, _TITLE, Field("themes", Form.REFS, "theme"),
        Field("pillars", Form.CODES, "pillar"), Field("run", Form.CODE, "run", required=True),
        Field("audience", Form.LINE), _TEXT, Field("goals", Form.REFS, "goal"),
        Field("library", Form.REF, "library"),
        Field("target_groups", Form.REFS, "target_group", more=True),
        Field("partners", Form.REFS, "partner", more=True),
        Field("lead", Form.REF, "partner", more=True), Field("starts", Form.DATE, more=True),
        Field("ends", Form.DATE, more=True), Field("period", Form.LINE, more=True), _RUNG,
        Field("hours", Form.NUMBER, more=True), Field("money", Form.NUMBER, more=True),
        Field("owner", Form.LINE, more=True), Field("pillar_by", Form.LINE, more=True), *_SOURCE,
    )),
    Kind("activity", (
        Field("intervention", Form.REF, "intervention", required=True), _TITLE,
        Field("run", Form.CODE, "run", required=True), Field("day", Form.DATE), _WHEN,
        Field("area", Form.AREA), Field("lead", Form.REF, "partner"), _RUNG,
        Field("target_groups", Form.REFS, "target_group", more=True), _TEXT, *_SOURCE,
    )),
    Kind("partner", (
        _TITLE, Field("neighbourhoods", Form.NEIGHBOURHOODS, required=True),
        Field("sector", Form.CODE, "sector", required=True),
        Field("roles", Form.CODES, "partner_role"), *_SOURCE,
    )),
    Kind("step", (
        _NEIGHBOURHOOD, Field("scheme", Form.CODE, "scheme", required=True),
        Field("number", Form.COUNT, required=True),
        Field("status", Form.CODE, "step_status", required=True),
        Field("text", Form.TEXT, required=True), _WHEN, *_SOURCE,
    )),
    Kind("factor", (
        _NEIGHBOURHOOD, Field("factor", Form.CODE, "factor", required=True),
        Field("status", Form.CODE, "factor_status", required=True), _TEXT,
        Field("invest", Form.YES), Field("judged_by", Form.LINE), Field("judged_on", Form.DATE),
        *_SOURCE,
    )),
    Kind("area_type", (
        Field("area", Form.AREA, required=True),
        Field("type", Form.CODE, "wijktype", required=True), _TEXT,
        Field("chosen_by", Form.LINE), Field("chosen_on", Form.DATE),
    )),
    Kind("plan", (
        _NEIGHBOURHOOD, _TITLE, _TEXT, _WHEN,
        Field("monitor", Form.CODE, "monitor", required=True), *_SOURCE,
    )),
    Kind("plan_version", (
        _NEIGHBOURHOOD, _TITLE, Field("reason", Form.TEXT, required=True),
    )),
)  # fmt: skip
