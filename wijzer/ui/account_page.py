"""Can I trust this? Rules, methods, sources, licences and definitions, none typed here."""

from html import escape

import streamlit as st

from wijzer import catalog, texts, thresholds
from wijzer import methods as calculations
from wijzer.methods import Case, Method
from wijzer.model import Certainty, Missing, Role, Sign
from wijzer.ui import choice, data, said, tables


def opening() -> None:
    """What this page is for, and which build of the figures is shown."""
    st.title(texts.ACCOUNT_TITLE)
    built = data.build()
    said.lead(
        texts.ACCOUNT_LEAD,
        texts.ACCOUNT_BUILT.format(datum=texts.date(built["data_date"]), versie=built["version"]),
    )


def reading() -> None:
    """How to read a sign, how sure it is, and what the kinds of missing mean."""
    st.header(texts.READING_TITLE)
    st.markdown("\n".join(f"- {rule}" for rule in texts.READING_RULES))
    left, right = st.columns(2, gap="large")
    with left:
        tables.show(
            texts.SIGNS_TABLE,
            texts.SIGNS_HEADER,
            [
                [texts.SIGN_MARK[sign], texts.SIGN_WORD[sign], texts.SIGN_SENTENCE[sign]]
                for sign in Sign
            ],
        )
    with right:
        tables.show(
            texts.CERTAINTY_TABLE,
            texts.CERTAINTY_HEADER,
            [[texts.CERTAINTY_WORD[one], texts.CERTAINTY_SENTENCE[one]] for one in Certainty],
        )
    tables.show(
        texts.MISSING_TABLE,
        texts.MISSING_HEADER,
        [
            [texts.MISSING_MARK[one], texts.MISSING_WORD[one], texts.MISSING_SENTENCE[one]]
            for one in Missing
        ],
    )


def sources() -> None:
    """Every table at a source, with its licence, years and number of figures."""
    st.header(texts.SOURCES_TITLE)
    rows = data.sources()
    tables.show(
        texts.SOURCES_TITLE,
        texts.SOURCES_HEADER,
        [
            [
                row["source"],
                row["tbl"],
                texts.span(row["first_year"], row["last_year"]),
                texts.number(row["indicators"]),
                texts.number(row["rows"]),
                row["licence"],
            ]
            for row in rows
        ],
    )
    said.note(texts.SHAPES_SOURCE.format(licentie=data.shapes("buurten")["licence"].iloc[0]))


def methods() -> None:
    """How every kind of figure is made, and the cases that it was held against."""
    st.header(texts.METHODS_TITLE)
    found = calculations.methods()
    said.note(texts.METHODS_HELP.format(aantal=sum(len(one.cases) for one in found)))
    tables.show(
        texts.METHODS_TITLE,
        texts.METHODS_HEADER,
        [[one.name, one.used, one.formula, one.source, _cases(one)] for one in found],
    )
    with st.expander(texts.CASES_TITLE):
        tables.show(
            texts.CASES_TITLE,
            texts.CASES_HEADER,
            [[case.id, one.name, _cited(case)] for one in found for case in one.cases],
        )


def _cases(one: Method) -> str:
    """How many cases, and how many of them were published elsewhere."""
    published = sum(case.evidence == "published" for case in one.cases)
    return texts.METHOD_CASES.format(aantal=len(one.cases), elders=published)


def _cited(case: Case) -> tables.Made:
    """The source of a case in its own language, and said to be so for who listens."""
    return tables.Made(f'<cite lang="en">{escape(case.source)}</cite>')


def limits() -> None:
    """From how many people, answers or partners a number is shown, by role."""
    st.header(texts.THRESHOLDS_TITLE)
    rule = thresholds.now()
    day = texts.date(rule.since)
    said.note(texts.THRESHOLDS_HELP.format(dag=day, wie=rule.decided_by))
    public, team = rule.limits[Role.PUBLIC], rule.limits[Role.TEAM]
    tables.show(
        texts.THRESHOLDS_TITLE,
        texts.THRESHOLDS_HEADER,
        [
            [texts.THRESHOLD_PEOPLE, texts.number(public.people), texts.number(team.people)],
            [texts.THRESHOLD_ANSWERS, texts.number(public.answers), texts.number(team.answers)],
            [texts.THRESHOLD_PARTNERS, texts.number(public.partners), texts.number(team.partners)],
        ],
    )


def privacy() -> None:
    """What is kept about a visitor: nothing but what makes the page work."""
    st.header(texts.PRIVACY_TITLE)
    st.markdown("\n".join(f"- {rule}" for rule in texts.PRIVACY))


def definitions() -> None:
    """What every indicator means, by domain."""
    st.header(texts.DEFINITIONS_TITLE)
    names = catalog.domain_names()
    domain = choice.buttons("uitleg", texts.DOMAIN, names)
    tables.show(
        texts.DEFINITIONS_TABLE.format(domein=names[domain]),
        texts.DEFINITIONS_HEADER,
        [
            [
                one.name,
                one.question,
                one.unit,
                one.population,
                texts.DIRECTION_SENTENCE[one.direction],
                texts.METHOD_SENTENCE[one.method],
                f"{one.source}, {one.table} ({one.licence})",
                " ".join(
                    [
                        *(
                            texts.BREAK.format(jaar=stop.year, reden=stop.reason)
                            for stop in one.breaks
                        ),
                        one.note,
                    ]
                ),
            ]
            for one in catalog.of_domain(domain)
        ],
    )


def abbreviations() -> None:
    """What every abbreviation on the screen means."""
    st.header(texts.SHORT_TITLE)
    tables.show(texts.SHORT_TABLE, texts.SHORT_HEADER, texts.SHORT.items())
