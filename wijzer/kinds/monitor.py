"""The kinds of the monitor: what was done, for whom, how well, and what people say of it."""

from wijzer.kinds.fields import Field, Form, Kind

_NEIGHBOURHOOD = Field("neighbourhood", Form.NEIGHBOURHOOD, required=True)
_INTERVENTION = Field("intervention", Form.REF, "intervention", required=True)
_TITLE = Field("title", Form.LINE, required=True)
_TEXT = Field("text", Form.TEXT)
_DAY = Field("day", Form.DATE, required=True)
_PERIOD = (
    Field("starts", Form.DATE, required=True),
    Field("ends", Form.DATE, required=True),
)

MONITOR = (
    Kind("monitor_plan", (
        _NEIGHBOURHOOD, _TITLE, Field("instruments", Form.CODES, "instrument"),
        Field("green", Form.NUMBER, more=True), Field("amber", Form.NUMBER, more=True),
        Field("low", Form.NUMBER, more=True), Field("high", Form.NUMBER, more=True), _TEXT,
    )),
    Kind("delivery_plan", (
        _INTERVENTION, Field("starts", Form.DATE), Field("ends", Form.DATE),
        Field("sessions", Form.COUNT), Field("minutes", Form.COUNT), Field("people", Form.COUNT),
    )),
    Kind("session", (
        _INTERVENTION, _DAY, Field("state", Form.CODE, "session", required=True),
        Field("people", Form.COUNT), Field("minutes", Form.COUNT), Field("reason", Form.LINE),
        Field("planned_minutes", Form.COUNT, more=True), Field("area", Form.AREA, more=True),
        Field("code", Form.LINE, more=True),
    )),
    Kind("head_count", (
        _INTERVENTION, *_PERIOD, Field("trait", Form.CODE, "head_trait", required=True),
        Field("group", Form.CODE, "group", required=True), Field("area", Form.AREA),
        Field("people", Form.COUNT, required=True), Field("contacts", Form.COUNT),
    )),
    Kind("step_count", (
        _INTERVENTION, *_PERIOD, Field("step", Form.CODE, "funnel", required=True),
        Field("people", Form.COUNT, required=True),
    )),
    Kind("indirect", (
        _INTERVENTION, _DAY, _TITLE, Field("people", Form.COUNT, required=True),
    )),
    Kind("survey_round", (
        _NEIGHBOURHOOD, _TITLE, Field("subject", Form.CODE, "round", required=True),
        Field("number", Form.COUNT, required=True), _DAY, Field("ends", Form.DATE),
    )),
    Kind("story", (
        _NEIGHBOURHOOD, Field("form", Form.CODE, "story", required=True),
        Field("text", Form.TEXT, required=True),
        Field("speaker", Form.CODE, "speaker", required=True),
        Field("consent", Form.CODE, "consent", required=True), Field("day", Form.DATE),
        Field("theme", Form.REF, "theme"), Field("intervention", Form.REF, "intervention"),
    )),
    Kind("referral", (
        _NEIGHBOURHOOD, Field("sender", Form.REF, "partner", required=True),
        Field("receiver", Form.REF, "partner", required=True), *_PERIOD,
        Field("sent", Form.COUNT, required=True), Field("received", Form.COUNT),
        Field("begun", Form.COUNT), Field("days", Form.NUMBER, more=True),
    )),
    Kind("core_element", (
        _INTERVENTION, _TITLE, Field("essential", Form.YES), _TEXT,
    )),
    Kind("focus_review", (
        _INTERVENTION, _DAY, Field("delivered", Form.REFS, "core_element"),
        Field("partly", Form.REFS, "core_element"), Field("missed", Form.REFS, "core_element"),
        Field("quality", Form.NUMBER), Field("quality_answers", Form.COUNT),
        Field("computed", Form.CODE, "light", computed=True),
        Field("light", Form.CODE, "light", required=True), Field("reason", Form.TEXT),
        Field("next_step", Form.LINE), Field("decision", Form.CODE, "decision"),
        Field("decided_by", Form.LINE),
    )),
    Kind("adaptation", (
        _INTERVENTION, _DAY, _TITLE, Field("why", Form.TEXT),
        Field("kind", Form.CODE, "adaptation", required=True), Field("core_kept", Form.YES),
        Field("approved", Form.YES), Field("core_element", Form.REF, "core_element"),
        Field("decided_by", Form.LINE),
    )),
)  # fmt: skip
