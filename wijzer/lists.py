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
}
