"""The kinds of learning together: what was learned and agreed, meetings, slides, and the guide."""

from wijzer.kinds.fields import Field, Form, Kind

_NEIGHBOURHOOD = Field("neighbourhood", Form.NEIGHBOURHOOD, required=True)
_TITLE = Field("title", Form.LINE, required=True)
_TEXT = Field("text", Form.TEXT)
_QUESTION = Field("question", Form.CODE, "question")
_THEME = Field("theme", Form.REF, "theme")
_SCOPE = Field("scope", Form.CODE, "scope", required=True)
_OF_MEETING = Field("meeting", Form.REF, "meeting", required=True)
_MEETING = Field("meeting", Form.REF, "meeting")
_RUNG = Field("rung", Form.CODE, "rung")
_SOURCE = (Field("source", Form.LINE, more=True), Field("url", Form.URL, more=True))

LEARN = (
    Kind("lesson", (
        _NEIGHBOURHOOD, _TITLE, Field("observation", Form.TEXT), Field("insight", Form.TEXT),
        Field("next_step", Form.LINE), Field("day", Form.DATE, required=True), _SCOPE, _QUESTION,
        _THEME, Field("indicator", Form.INDICATOR), Field("link", Form.TEXT, more=True),
        Field("meeting", Form.REF, "meeting", more=True), *_SOURCE,
    )),
    Kind("learning_question", (
        _NEIGHBOURHOOD, _TITLE, _SCOPE, Field("status", Form.CODE, "inquiry", required=True),
        Field("answer", Form.TEXT), _QUESTION, _THEME, *_SOURCE,
    )),
    Kind("agenda_item", (
        _OF_MEETING, _TITLE, Field("place", Form.COUNT), Field("minutes", Form.COUNT),
        Field("owner", Form.LINE), _TEXT,
    )),
    Kind("meeting_group", (
        _OF_MEETING, Field("sector", Form.CODE, "sector", required=True), _RUNG,
        Field("people", Form.COUNT),
    )),
    Kind("decision", (
        _OF_MEETING, _TITLE, _TEXT, Field("decided_by", Form.LINE), _RUNG, _THEME, *_SOURCE,
    )),
    Kind("action", (
        _NEIGHBOURHOOD, _TITLE, Field("owner", Form.LINE, required=True),
        Field("due", Form.DATE, required=True),
        Field("status", Form.CODE, "action", required=True), Field("reason", Form.TEXT),
        Field("done_on", Form.DATE), _MEETING, Field("lesson", Form.REF, "lesson", more=True),
        Field("question", Form.CODE, "question", more=True),
        Field("theme", Form.REF, "theme", more=True),
    )),
    Kind("presentation", (
        _NEIGHBOURHOOD, _TITLE, Field("day", Form.DATE), _MEETING,
    )),
    Kind("slide", (
        Field("presentation", Form.REF, "presentation", required=True), _TITLE,
        Field("layout", Form.CODE, "layout", required=True), _TEXT,
        Field("link", Form.TEXT, more=True), Field("place", Form.NUMBER, more=True),
    )),
    Kind("guide", (
        _TITLE, Field("shelf", Form.CODE, "shelf", required=True),
        Field("questions", Form.CODES, "question"), Field("steps", Form.CODES, "road"),
        Field("domains", Form.CODES, "domain"), Field("readers", Form.CODES, "readers"),
        Field("neighbourhoods", Form.NEIGHBOURHOODS), _TEXT, *_SOURCE,
    )),
)  # fmt: skip
