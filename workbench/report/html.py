"""The report as one HTML file: opens from disk, needs no network, readable without scripts."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from workbench import __version__
from workbench.records import SCHEMA
from workbench.report import plots, words
from workbench.report.facts import Facts
from workbench.report.page import ArticlePage, cards
from workbench.report.text import faults, headline

#: articles from which the plot over articles says something
_ENOUGH = 3
_PLOT = (270, 90)
#: segments or findings from which a browser is told to lay out what is seen only
_LONG = 400


def render_html(facts: Facts) -> str:
    """Write the page."""
    style, script = asset("report.css"), asset("report.js")
    pages = [ArticlePage(article) for article in facts.articles]
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            facts=facts,
            pages=pages,
            cards=cards(facts.open),
            aside=cards(found for found in facts.findings if found.standing.state != "open"),
            headline=headline(facts),
            faults=faults(facts),
            bars=plots.bars(facts),
            plots=_plots(facts),
            plot_size=_PLOT,
            style=style,
            script=script,
            policy=policy(style=style, script=script),
            data=data_block(_data(facts)),
            words=words,
            long=_is_long(facts),
            version=__version__,
            checks=sorted(facts.checks),
        )
    )


def policy(*, style: str, script: str) -> str:
    """Return a policy that lets only this style and this script in, by their hashes."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )


def data_block(data: Any) -> Markup:
    """Write data for a script element: no character in it can end the element or open a comment."""
    text = msgspec.json.encode(data).decode()
    for character, escape in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"),
                              ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):  # fmt: skip
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704 - escaped above, and JSON has no other way out


@cache
def asset(name: str) -> str:
    """Read a style or script of the package."""
    return files("workbench.report").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Return the templates, with escaping on and undefined names refused."""
    return Environment(
        loader=PackageLoader("workbench.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _is_long(facts: Facts) -> bool:
    segments = sum(len(article.report.segments) for article in facts.articles)
    return max(segments, len(facts.findings)) >= _LONG


def _plots(facts: Facts) -> list[tuple[str, list[plots.Dot]]]:
    if len(facts.articles) < _ENOUGH:
        return []
    width, height = _PLOT
    names = ("figures.translation", "names.translation", "figures.coverage", "names.coverage")
    drawn = [
        (words.SHORT_SCORES[n], plots.dots(facts, n, width=width, height=height)) for n in names
    ]
    return [(title, dots) for title, dots in drawn if len(dots) >= _ENOUGH]


def _data(facts: Facts) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "signature": facts.signature,
        "title": facts.title,
        "findings": [
            {
                "key": found.key,
                "id": found.finding.id,
                "article": found.article.path,
                "segment": found.finding.pair,
                "check": found.finding.check,
                "severity": found.finding.severity,
                "verdict": found.finding.verdict,
                "dimension": found.finding.dimension,
                "cause": found.cause,
                "state": found.standing.state,
            }
            for found in facts.findings
        ],
    }
