"""Names of what people enter to learn together: kinds, fields, and the lists to choose from."""

KIND = {
    "lesson": "Les",
    "learning_question": "Leervraag",
    "agenda_item": "Agendapunt",
    "meeting_group": "Aanwezigen van een rol",
    "decision": "Besluit",
    "action": "Actie",
    "presentation": "Presentatie",
    "slide": "Dia",
    "guide": "Item in de Wegwijzer",
}
FIELD = {
    "observation": "Wat zagen we",
    "insight": "Wat leren we hiervan",
    "scope": "Lokaal of voor alle wijken",
    "link": "Link naar het beeld",
    "answer": "Antwoord",
    "due": "Klaar op",
    "done_on": "Gedaan of vervallen op",
    "lesson": "Bij welke les",
    "presentation": "Presentatie",
    "layout": "Soort dia",
    "shelf": "Soort",
    "questions": "Bij welke vraag van de monitor",
    "steps": "Bij welke stap",
    "domains": "Over welk onderwerp",
    "readers": "Voor wie",
}
WORD = {
    "scope": {"local": "lokaal", "central": "centraal, voor alle wijken"},
    "inquiry": {
        "open": "open",
        "answered": "beantwoord",
        "dropped": "niet meer nodig",
    },
    "action": {"open": "open", "done": "gedaan", "dropped": "vervallen"},
    "layout": {
        "text": "eigen tekst",
        "view": "beeld van een pagina",
        "agenda": "agenda",
        "vote": "stemming",
        "actions": "acties",
    },
    "shelf": {"experience": "ervaring", "knowledge": "kennis", "tool": "instrument"},
    "road": {
        "picture": "stap 1: de wijk in beeld",
        "priorities": "stap 2: prioriteiten en doelen",
        "plan": "stap 3: plan met een mix",
        "carry_out": "stap 4: uitvoeren",
        "evaluate": "stap 5: monitoren en evalueren",
    },
    "domain": {
        "leefstijl": "leefstijl",
        "sociale-omgeving": "sociale omgeving",
        "participatie": "participatie",
        "fysieke-omgeving": "fysieke omgeving",
        "gezondheidsbeleving": "gezondheidsbeleving",
    },
    "readers": {
        "residents": "inwoners",
        "facilitators": "procesbegeleiders",
        "professionals": "beroepskrachten",
        "policymakers": "beleidsmakers",
        "researchers": "onderzoekers en GGD",
    },
}
