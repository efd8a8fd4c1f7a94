"""The words of the report: what a verdict, a cause and a check are called in plain English."""

from __future__ import annotations

from workbench.records import Finding

SEVERITY_WORDS = {
    "critical": "Critical",
    "major": "Major",
    "minor": "Minor",
    "info": "Note",
    "none": "Agrees",
}
#: shapes stand beside the words, so that nothing is told by colour alone
SEVERITY_ICONS = {"critical": "⬣", "major": "▲", "minor": "◆", "info": "●", "none": "✓"}

VERDICT_WORDS = {
    "equal": "agrees",
    "rounded": "rounded",
    "variant": "accepted form",
    "comparator": "exactness differs",
    "scale": "wrong scale",
    "unlocalised": "separator copied",
    "unit": "wrong unit",
    "conflict": "differs",
    "missing": "missing",
    "added": "added",
    "ambiguous": "open reading",
    "other-matter": "another matter",
    "updated": "later count",
    "misspelt": "misspelt",
    "inconsistent": "inconsistent",
}
#: a coverage that says nothing of a figure is not at fault
SILENT_WORD = "not mentioned"

#: what two outlets say to one another
OUTLET_WORDS = {"conflict": "outlets disagree", "updated": "outlets at two times"}

CAUSE_WORDS = {
    "none": "Nobody",
    "translation": "Translation",
    "coverage": "Coverage",
    "both": "Translation and coverage",
    "unmatched": "Nothing to compare",
}

DIMENSION_WORDS = {"figure": "Figure", "name": "Name"}

SCORE_WORDS = {
    "figures.translation": "Figures that agree in the translation",
    "figures.translation.compared": "Source figures compared with the translation",
    "names.translation": "Names that agree in the translation",
    "names.translation.compared": "Source names compared with the translation",
    "figures.coverage": "Figures that agree with the coverage",
    "figures.coverage.compared": "Source figures that the coverage mentions",
    "names.coverage": "Names that agree with the coverage",
    "names.coverage.compared": "Source names that the coverage mentions",
    "penalty.translation": "Penalty points for 100 source words",
    "bleu.coverage": "BLEU against aligned coverage (no reference)",
    "chrf.coverage": "chrF against aligned coverage (no reference)",
    "ter.coverage": "TER against aligned coverage (no reference)",
    "bleu.reference": "BLEU against the reference translation",
    "chrf.reference": "chrF against the reference translation",
    "ter.reference": "TER against the reference translation",
}

SHORT_SCORES = {
    "figures.translation": "Figures, translation",
    "names.translation": "Names, translation",
    "figures.coverage": "Figures, coverage",
    "names.coverage": "Names, coverage",
}

MATCH_WORDS = {"same-event": "same event", "related": "related", "unrelated": "unrelated"}

FLAG_WORDS = {
    "empty": "no translation",
    "loop": "repeats itself",
    "copy": "copied, not translated",
    "language": "not English",
    "length": "length is off",
    "figures": "figures differ",
    "names": "names differ",
}


def score_words(name: str) -> str:
    """Say what a score counts."""
    if name in SCORE_WORDS:
        return SCORE_WORDS[name]
    kind, _, outlet = name.rstrip("]").partition(".coverage[")
    return f"{kind.capitalize()} that agree, {outlet}"


def is_share(name: str) -> bool:
    """Say whether the score is a share of its total."""
    return name.startswith(("figures.", "names."))


def verdict_words(finding: Finding) -> str:
    """Say what a finding found; an accepted form that is reported is named after its check."""
    if finding.severity != "none" and finding.verdict in {"equal", "rounded", "variant"}:
        return finding.check.replace("-", " ")
    return VERDICT_WORDS[finding.verdict]


def count_of(number: int, noun: str, plural: str | None = None) -> str:
    """Write a count with its noun: ``1 finding``, ``2 findings``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def moment(published: str | None) -> str:
    """Write a time of publication for reading: ``2025-08-05 10:26``."""
    return (published or "").replace("T", " ")


def number(value: float) -> str:
    """Write a count for reading: ``2,800``."""
    return f"{value:,.0f}"
