"""The learning log, the questions to learn about, and what residents and professionals say."""

from html import escape

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.lists import CODES
from wijzer.publish import Row, learning
from wijzer.ui import choice, learn_page, links, said, tables, take, things
from wijzer.ui.choice import Chooser
from wijzer.ui.learn_page import closely
from wijzer.ui.things import Scene


def log(scene: Scene) -> None:
    """The lessons that the filters ask for, and one of them in full."""
    every = learning.lessons(scene.seen, scene.id)
    st.header(texts.LESSONS_TITLE)
    if not every:
        said.note(texts.NO_LESSONS)
        things.new_button(scene, "lesson")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        codes = filters(scene, choice)
    rows = wanted(scene, codes)
    learn_page.ribbon(scene, [*rows, *scene.of("theme")])
    said.note(texts.LESSONS_FOUND.format(aantal=len(rows), totaal=len(every)))
    if not rows:
        said.note(texts.NO_LESSONS_FOUND)
    else:
        st.html("".join(lesson(scene, row) for row in rows))
        title = texts.LESSONS_TABLE.format(wijk=scene.name)
        learn_page.along(
            take.of("leren-lessen", scene.place, {"leerdeel": "logboek"} | codes), title
        )
    things.new_button(scene, "lesson")
    if rows:
        closely(scene, "lesson", rows, "les", texts.LESSON_CHOICE)


def filters(scene: Scene, by: Chooser) -> dict[str, str]:
    """Question, theme, and local or central, as they stand in a link."""
    words = texts.WORD
    questions = {choice.ALL: texts.ALL_QUESTIONS} | {
        one: words["question"][one] for one in CODES["question"]
    }
    themes = {choice.ALL: texts.first_upper(texts.ALL_THEMES)} | {
        row["id"]: things.name(row) for row in scene.of("theme")
    }
    scopes = {choice.ALL: texts.ALL_SCOPES} | {
        one: texts.first_upper(words["scope"][one]) for one in CODES["scope"]
    }
    elsewhere = list(scene.seen["theme"])
    return {
        "vraag": by.select("vraag", texts.FILTER_QUESTION, questions, choice.ALL),
        "filter-thema": by.select(
            "filter-thema", texts.FILTER_THEME, themes, choice.ALL, elsewhere
        ),
        "niveau": by.select("niveau", texts.FILTER_SCOPE, scopes, choice.ALL),
    }


def wanted(scene: Scene, codes: dict[str, str]) -> list[Row]:
    """The lessons that the filters ask for."""
    asked = ["" if one == choice.ALL else one for one in codes.values()]
    return learning.lessons(scene.seen, scene.id, *asked)


def lesson(scene: Scene, row: Row) -> str:
    """One lesson as HTML: what was seen, what is learned, what is next, and its links."""
    told = (
        (texts.LESSON_SAW, row["observation"]),
        (texts.LESSON_LEARNED, row["insight"]),
        (texts.LESSON_NEXT, row["next_step"]),
    )
    pairs = "".join(_pair(label, escape(text)) for label, text in told if text)
    about = " · ".join(_about(scene, row))
    pairs += _pair(texts.LESSON_ABOUT, about) if about else ""
    source = f'<p class="wz-source">{said.source_html(row)}</p>' if row["source"] else ""
    return (
        f'<div class="wz-card"><h3>{links.to("lesson", row)}</h3>'
        f'<p class="wz-source">{escape(_when(scene, row))}</p>'
        f'<dl class="wz-pairs">{pairs}</dl>{source}</div>'
    )


def _pair(label: str, html: str) -> str:
    return f"<dt>{escape(label)}</dt><dd>{html}</dd>"


def _when(scene: Scene, row: Row) -> str:
    """The day, local or central, from where, and the question of the monitor."""
    scope = texts.WORD["scope"][row["scope"]]
    elsewhere = row["neighbourhood"] != scene.id
    names = (
        [texts.LESSON_FROM.format(wijk=catalog.neighbourhood(row["neighbourhood"]).name)]
        if elsewhere
        else []
    )
    question = texts.WORD["question"].get(row["question"] or "")
    return " · ".join(filter(None, [texts.date(row["day"]), scope, *names, question]))


def _about(scene: Scene, row: Row) -> list[str]:
    """Links to the theme, the figure, the view and the meeting of a lesson."""
    found = []
    for kind in ("theme", "meeting"):
        if thing := scene.seen[kind].get(row[kind] or ""):
            found.append(links.to(kind, thing, wijk=row["neighbourhood"]))
    if row["indicator"]:
        found += links.indicators([row["indicator"]])
    if row["link"]:
        found.append(links.to_view(row["link"]))
    return found


def questions(scene: Scene) -> None:
    """What this neighbourhood, and all of them together, want to learn."""
    rows = learning.learning_questions(scene.seen, scene.id)
    learn_page.ribbon(scene, rows)
    st.header(texts.INQUIRIES_TITLE)
    said.note(texts.INQUIRIES_HELP)
    if rows:
        caption = texts.INQUIRIES_TABLE.format(wijk=scene.name)
        caption = texts.marked(caption, publish.examples(rows))
        tables.show(caption, texts.INQUIRIES_HEADER, [_question(scene, row) for row in rows])
    else:
        said.note(texts.NO_INQUIRIES)
    things.new_button(scene, "learning_question")
    if rows:
        closely(scene, "learning_question", rows, "leervraag", texts.INQUIRY_CHOICE)


def _question(scene: Scene, row: Row) -> list[tables.Shown]:
    words, status = texts.WORD, row["status"]
    theme = scene.seen["theme"].get(row["theme"] or "")
    return [
        tables.Made(links.to("learning_question", row)),
        f"{texts.INQUIRY_MARK[status]}\u00a0{words['inquiry'][status]}",
        row["answer"] or texts.NO_ANSWER_YET,
        words["scope"][row["scope"]],
        words["question"].get(row["question"] or "", texts.LEARN_NO_QUESTION),
        tables.Made(links.to("theme", theme, wijk=theme["neighbourhood"])) if theme else "",
    ]


def voices(scene: Scene) -> None:
    """Quotes and stories with consent, each with its theme."""
    quotes, stories = scene.of("quote"), scene.of("story")
    learn_page.ribbon(scene, [*quotes, *stories])
    st.header(texts.VOICES_TITLE)
    said.note(texts.VOICES_HELP if quotes or stories else texts.NO_VOICES)
    if quotes:
        st.html("".join(_voice(scene, row, _by(row)) for row in quotes))
    things.edit_list(scene, "quote", quotes)
    if stories:
        st.header(texts.VOICES_STORIES)
        st.html("".join(_voice(scene, row, _teller(row)) for row in stories))
    things.edit_list(scene, "story", stories)


def _voice(scene: Scene, row: Row, by: str) -> str:
    theme = scene.seen["theme"].get(row["theme"] or "")
    about = f"<p>{escape(texts.VOICE_THEME)}{links.to('theme', theme)}</p>" if theme else ""
    source = said.source_html(row) if row.get("source") else ""
    return (
        f'<blockquote class="wz-quote"><p>{escape(row["text"])}</p>'
        f"<footer>{escape(by)}{about}{source}</footer></blockquote>"
    )


def _by(row: Row) -> str:
    who, consent = texts.WORD["speaker"][row["speaker"]], texts.WORD["consent"][row["consent"]]
    return texts.QUOTE_BY.format(wie=who, toestemming=consent)


def _teller(row: Row) -> str:
    kind = texts.first_upper(texts.WORD["story"][row["form"]])
    day = f", {texts.date(row['day'])}" if row["day"] else ""
    return f"{kind} · {_by(row)}{day}"
