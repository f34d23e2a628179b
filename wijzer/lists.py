"""The lists that people choose from when they enter something: codes; the words are in `texts`."""

CODES: dict[str, tuple[str, ...]] = {
    "rung": ("inform", "consult", "advise", "coproduce", "decide"),
    "pillar": ("education", "support", "environment", "regulation"),
    "choice": ("proposed", "chosen", "rejected"),
    "consent": ("given", "published", "none", "withdrawn"),
    "speaker": ("resident", "professional"),
    "idea": ("new", "worked_out", "in_plan", "dropped"),
    "run": ("idea", "planned", "running", "finished", "stopped", "unknown"),
    "recognition": (
        *("described", "founded", "first", "good", "strong"),
        *("level_unknown", "none", "unknown"),
    ),
    "evidence": ("cited", "known"),
    "thread": ("movement", "cohesion", "autonomy", "money"),
    "sector": (
        *("primary_care", "care", "surroundings", "education", "planning", "housing", "welfare"),
        *("sport", "municipality", "public_health", "insurer", "residents", "research", "other"),
    ),
    "partner_role": ("internal_lead", "external_lead", "executor", "funder", "participant"),
    "factor": ("participation", "support", "funding", "direction", "network", "benefit"),
    "factor_status": ("present", "partly", "absent", "unknown"),
    "scheme": ("gwa", "project", "amersfoort"),
    "step_status": ("done", "busy", "planned", "unknown"),
    "monitor": ("present", "absent", "unknown"),
    "size_method": ("population", "share", "own"),
    "trait": ("total", "age", "sex", "origin", "household"),
    "question": ("reach", "healthier", "cooperation", "focus"),
    "way": ("higher", "lower"),
    "wijktype": (
        *("city_centre", "village_centre", "prewar", "postwar_high", "small_city"),
        *("green_small_city", "green", "small_village", "countryside"),
    ),
    "session": ("held", "planned", "cancelled"),
    "head_trait": ("total", "area", "age", "sex", "origin", "target"),
    "group": (
        *("all", "0-15", "15-25", "25-45", "45-65", "65+", "men", "women", "other_sex"),
        *("netherlands", "europe", "outside_europe", "in_target", "not_in_target"),
        *("outside", "unknown"),
    ),
    "funnel": ("approached", "undetermined", "enrolled", "started", "followed", "finished"),
    "round": ("questionnaire", "network", "web"),
    "instrument": (
        *("ervaren_gezondheid", "who5", "dejonggierveld6", "dejonggierveld11", "regie", "k10"),
        *("cohesie", "ph17", "ph22", "spinnenweb"),
    ),
    "story": ("story", "focus_group", "web"),
    "light": ("green", "amber", "red", "grey"),
    "decision": ("go_on", "adjust", "stop", "scale_up"),
    "adaptation": ("planned", "reactive"),
    "scope": ("local", "central"),
    "inquiry": ("open", "answered", "dropped"),
    "action": ("open", "done", "dropped"),
    "layout": ("text", "view", "agenda", "vote", "actions"),
    "shelf": ("experience", "knowledge", "tool"),
    "road": ("picture", "priorities", "plan", "carry_out", "evaluate"),
    "domain": (
        *("leefstijl", "sociale-omgeving", "participatie", "fysieke-omgeving"),
        "gezondheidsbeleving",
    ),
    "readers": ("residents", "facilitators", "professionals", "policymakers", "researchers"),
}

GROUPS: dict[str, tuple[str, ...]] = {
    "total": ("all",),
    "area": ("all", "outside", "unknown"),
    "age": ("0-15", "15-25", "25-45", "45-65", "65+", "unknown"),
    "sex": ("men", "women", "other_sex", "unknown"),
    "origin": ("netherlands", "europe", "outside_europe", "unknown"),
    "target": ("in_target", "not_in_target", "unknown"),
}
"""By trait of participants, its groups; the ages are those of the population figures."""

TALK = frozenset({"spinnenweb"})
"""Instruments for a conversation: never an outcome."""

PERSON: dict[str, tuple[str, ...]] = {
    "ended": ("finished", "stopped"),
    "dropout": (
        *("no_time", "not_fitting", "moved", "illness", "caring", "costs", "other", "unknown"),
    ),
    "answered": ("answered", "no_answer", "refused", "left"),
}
"""What is told of one participant or one questionnaire."""
