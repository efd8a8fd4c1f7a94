"""English amounts, ordinals and fractions, and the words that only look like numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.extract.figure.amounts import Amounts, Part
from workbench.extract.figure.context import capitalised_name, comparator_before, noun_after
from workbench.extract.figure.grammar import (
    AMOUNT,
    DATE,
    DIGITS,
    EN,
    TIME,
    Found,
    Reader,
    Rule,
)
from workbench.extract.figure.identifiers import skipped
from workbench.extract.figure.measures import measure_at
from workbench.extract.figure.numbers import Number
from workbench.extract.figure.numerals_en import EnglishNumerals
from workbench.values.types import Amount

_NUMERALS = EnglishNumerals()
_DIGITS = EN.lexicon.values("digit")
_TENS = EN.lexicon.values("tens")
_SCALES = EN.lexicon.values("scale")
_PLURALS = EN.lexicon.values("plural-scale")
_MULTIPLES = EN.lexicon.values("multiple")
_SPANS = frozenset(
    ("day", "week", "month", "year", "decade", "century", "hour", "minute", "fortnight")
)
_SHIFTS = frozenset(("later", "ago", "after", "before", "earlier", "since", "from"))
_SECONDS = re.compile(r"[0-5]\d\.\d\d?")
_PREFIXES = tuple(EN.lexicon.currency_before.firsts())

EN.declare(
    Rule("en.count.digits", ("The country recorded «24,396» new cases.", "Some «2.5 million» visitors came."),
         ("Covid-19 spread fast.", "The VN54 flight landed late.")),
    Rule("en.count.words", ("«Three» people were injured.", "Ties between the «two» countries grew.", "«One hundred and five» pupils came."),
         ("No one was hurt.", "The second-hand shop reopened.", "The Four Seasons reopened.", "That one is mine.")),
    Rule("en.count.vague", ("«Dozens» of residents left.", "«Tens of thousands» of fish died.", "«Several hundred» homes flooded.")),
    Rule("en.count.multiple", ("Output «doubled» in May.", "They met «twice» a week.")),
    Rule("en.percent.plain", ("The rate rose to «24.46%».", "Fees rise by «10 percent».", "It holds a «15-percent» share.", "Rates fell «0.5 percentage points».")),
    Rule("en.money.plain", ("The champions received «$20,000».", "Tickets cost «VND300,000» each.")),
    Rule("en.money.scale", ("The project costs more than «38 billion VND».", "It is a «VND6.83-trillion» project.", "Exports reached «$4.5 billion».", "The «£99m» switch was made.")),
    Rule("en.quantity.plain", ("He ran «42 km» at night.", "The plant has a capacity of «1,200 MW».", "It covers «120 hectares».")),
    Rule("en.quantity.scale", ("It needs «36 billion gallons» a year.",)),
    Rule("en.duration.plain", ("He ran for «four hours».", "A «12-hour» curfew was imposed.", "A «31-year-old» man came.", "The bridge opened «five years» later.", "He paid after «two and a half years».")),
    Rule("en.duration.scale", ("The rock is «2 million years old».",)),
    Rule("en.duration.article", ("The bridge opened «a year» later.",), ("They meet once a week.",)),
    Rule("en.duration.age", ("Chung, «53», was born here.",), ("On May 5, 12 boats sank.",)),
    Rule("en.range.quantity", ("It ranges from «34 to 37 degrees Celsius».", "Rainfall is «50-100 mm» today.")),
    Rule("en.range.money", ("They are fined «VND1-3 million» each.", "Tickets cost «VND300,000-500,000».")),
    Rule("en.range.percent", ("It has fallen «50-55 percent» since.",)),
    Rule("en.range.duration", ("They appear after «two to 14 days».",)),
    Rule("en.range.count", ("It sold «18,000-20,000» tickets.",)),
)  # fmt: skip


def _counts(reader: Reader, part: Part) -> bool:
    """Say whether a numeral is a figure where it stands."""
    tokens, i, number = reader.tokens, part.start, part.number
    if number.digits:
        return not skipped(reader, i)
    if number.end == i + 1 and capitalised_name(reader, i):
        return False
    if number.value == 1 and not number.scaled and tokens.low[i] == "one":
        return _one_counts(reader, part)
    if tokens.low[i] == "zero":
        after, last = tokens.low[part.end], reader.last
        if tokens.before(i) == "below" and last is not None and last.end == i - 1:
            return False  # 3 degrees below zero
        return after not in ("in", "-") or part.measure is not None
    return True


def _one_counts(reader: Reader, part: Part) -> bool:
    """Tell the numeral ``one`` from the pronoun."""
    tokens, i = reader.tokens, part.start
    table = reader.lexicon
    before, after = tokens.before(i), tokens.low[i + 1]
    if before in table.words("one-stop-after"):
        return False
    if part.measure is not None:
        return not (
            part.measure.unit == "day"
            and after == "day"
            and before not in ("for", "in", "within", "just", "only", "after")
        )
    if after == "-":
        return False
    return (
        after[:1].isalpha() and tokens.near(i + 1) and after not in table.words("one-stop-before")
    )


amounts = Amounts(_NUMERALS.at, counts=_counts, prefix="en")

EN.finder(AMOUNT, [DIGITS, *_DIGITS, *_TENS, *_PREFIXES])(amounts)


@EN.finder(AMOUNT, ["a", "an", "half"])
def article(reader: Reader, i: int) -> Found | None:
    """Find ``a hundred``, ``half a million``, ``half an hour``, ``a year later``."""
    tokens = reader.tokens
    low = tokens.low
    if low[i] != "half" and low[i + 1] == "half" and low[i + 2] != "of":
        return _half_unit(reader, i, i + 2)
    if low[i] == "half":
        found = _half_unit(reader, i, i + 2) if low[i + 1] in ("a", "an") else None
        if found is not None:
            return found
    if low[i] in ("a", "an") and low[i + 1] in _SPANS:
        return _article_span(reader, i)
    if low[i] == "half" and low[i + 1] not in ("a", "an"):
        return None
    if low[i] in ("a", "an") and low[i + 1] not in _SCALES:
        return None
    return amounts(reader, i)


def _half_unit(reader: Reader, i: int, j: int) -> Found | None:
    """Find ``half an hour``, ``a half year``."""
    number = Number(Decimal("0.5"), Decimal("0.5"), j, digits=False)
    measure = measure_at(reader, number)
    if measure is None or measure.kind not in ("duration", "quantity"):
        return None
    if measure.factor != 1:
        number = number.times(measure.factor, j)
    value = number.amount(unit=measure.unit, comparator=comparator_before(reader, i))
    return Found(i, measure.end, measure.kind, value, f"en.{measure.kind}.plain")


def _article_span(reader: Reader, i: int) -> Found | None:
    """Find ``a year later``: one unit of time where it is a distance, not a rate."""
    tokens = reader.tokens
    number = Number(Decimal(1), Decimal(1), i + 1, digits=False)
    measure = measure_at(reader, number)
    if measure is None:
        return None
    after = tokens.low[measure.end]
    before = tokens.before(i)
    if tokens.low[measure.end : measure.end + 3] != ["and", "a", "half"]:
        near = after in _SHIFTS or before in (
            "within",
            "after",
            "over",
            "than",
            "nearly",
            "almost",
            "about",
        )
        if not near or before in ("once", "twice", "times"):
            return None
    else:
        number = Number(Decimal("1.5"), Decimal("0.5"), measure.end + 3, digits=False)
        number = number.times(measure.factor, number.end)
        value = number.amount(unit=measure.unit, comparator=comparator_before(reader, i))
        return Found(i, measure.end + 3, "duration", value, "en.duration.plain")
    if measure.factor != 1:
        number = number.times(measure.factor, number.end)
    value = number.amount(unit=measure.unit, comparator=comparator_before(reader, i))
    return Found(i, measure.end, "duration", value, "en.duration.article")


@EN.finder(AMOUNT, ["fortnight"])
def fortnight(reader: Reader, i: int) -> Found | None:
    """Find ``the past fortnight``: two weeks without a number."""
    if reader.tokens.before(i) not in ("a", "past", "last", "next", "the", "coming"):
        return None
    figure = Amount(amount=Decimal(2), unit="week", step=Decimal(1))
    return Found(i, i + 1, "duration", figure, "en.duration.article")


@EN.finder(AMOUNT, [*_PLURALS, "several", "few"])
def vague(reader: Reader, i: int) -> Found | None:
    """Find ``dozens``, ``tens of thousands``, ``several hundred``: an order of size."""
    tokens = reader.tokens
    low = tokens.low
    start = i
    if low[i] in ("several", "few"):
        scale = Decimal(10) if low[i + 1] == "dozen" else _SCALES.get(low[i + 1])
        if scale is None:
            return None
        if low[i] == "few" and tokens.before(i) == "a" and i - 1 >= reader.taken:
            start = i - 1
        value, j = scale, i + 2
        more = _SCALES.get(low[j])
        if more is not None and more > scale:
            value, j = value * more, j + 1
    else:
        value, j = _PLURALS[low[i]], i + 1
        if low[i] == "tens" and low[j] != "of":
            return None
        while low[j] == "of" and low[j + 1] in _PLURALS and j < i + 5:
            value, j = value * _PLURALS[low[j + 1]], j + 2
        if (
            low[i] == "tens"
            and j == i + 1
            and low[j + 1] not in _PLURALS
            and not low[j + 1].isalpha()
        ):
            return None
    number = Number(value, value, j, digits=False, scaled=True, vague=True)
    k = j + 1 if low[j] == "of" else j
    measure = measure_at(reader, Number(value, value, k, digits=False, scaled=True))
    if measure is not None and measure.kind != "percent" and low[k] not in ("second", "m"):
        if measure.factor != 1:
            number = number.times(measure.factor, j)
        figure = number.amount(unit=measure.unit, comparator="approx")
        return Found(start, measure.end, measure.kind, figure, "en.count.vague")
    figure = number.amount(noun=noun_after(reader, k), comparator="approx")
    return Found(start, j, "count", figure, "en.count.vague")


@EN.finder(AMOUNT, _MULTIPLES)
def multiple(reader: Reader, i: int) -> Found | None:
    """Find ``twice``, ``doubled``, ``threefold``."""
    tokens = reader.tokens
    word = tokens.low[i]
    if word in ("double", "triple", "doubles") and (
        tokens.low[i + 1]
        in (
            "-",
            "standards",
            "standard",
            "agent",
            "check",
            "digit",
            "room",
            "bed",
            "jeopardy",
            "bill",
        )
        or tokens.before(i) in ("a", "women", "men", "mixed", "s")
    ):
        return None
    if tokens.capital(i) and not tokens.opens(i):
        return None
    figure = Amount(
        amount=_MULTIPLES[word], unit="times", noun="times", step=Decimal(1),
        comparator=comparator_before(reader, i),
    )  # fmt: skip
    return Found(i, i + 1, "count", figure, "en.count.multiple")


@EN.finder(TIME, [DIGITS])
def age_decade(reader: Reader, i: int) -> Found | None:
    """Find ``in his 20s``: an age, no decade of a century."""
    tokens = reader.tokens
    value = tokens.integer(i)
    if value is None or value % 10 or not 10 <= value <= 90:
        return None
    if tokens.low[i + 1] != "s" or not tokens.glued(i + 1):
        return None
    whose = {tokens.before(i), tokens.before(i, 2)}
    row = reader.last is not None and reader.last.rule == "en.duration.age"
    if row and tokens.before(i) in ("and", "or") and reader.last.end == i - 1:  # type: ignore[union-attr]
        whose.add("their")
    if not whose & {"his", "her", "their", "my", "your", "our"}:
        return None
    figure = Amount(amount=Decimal(value), unit="year", step=Decimal(10))
    return Found(i, i + 2, "duration", figure, "en.duration.age")


@EN.finder(DATE, [DIGITS])
def race_clock(reader: Reader, i: int) -> Found | None:
    """Find ``3:48.06``: minutes, seconds and hundredths of a race."""
    tokens = reader.tokens
    minutes, seconds = tokens.integer(i), tokens.low[i + 2]
    if minutes is None or tokens.low[i + 1] != ":" or not _SECONDS.fullmatch(seconds):
        return None
    if not (tokens.glued(i + 1) and tokens.glued(i + 2)) or tokens.before(i) == ":":
        return None
    total = Decimal(minutes * 60) + Decimal(seconds)
    figure = Amount(amount=total, unit="second", step=Decimal("0.01"))
    return Found(i, i + 3, "duration", figure, "en.duration.plain")


_AGE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip


@EN.finder(TIME, _AGE_WORDS)
def age_decade_in_words(reader: Reader, i: int) -> Found | None:
    """Find ``in her sixties``, ``in their late fifties``: an age."""
    tokens = reader.tokens
    whose = {tokens.before(i), tokens.before(i, 2)}
    if not whose & {"his", "her", "their", "my", "your", "our"}:
        return None
    value = Decimal(_AGE_WORDS[tokens.low[i]])
    figure = Amount(amount=value, unit="year", step=Decimal(10))
    return Found(i, i + 1, "duration", figure, "en.duration.age")


@EN.finder(TIME, [DIGITS])
def ages(reader: Reader, i: int) -> Found | None:
    """Find an age in apposition: ``Chung, 53, was born``, and after ``aged``."""
    tokens = reader.tokens
    value = tokens.integer(i)
    if (
        value is None
        or not 1 <= value <= 115
        or (tokens.glued(i + 1) and tokens.low[i + 1] not in (",", ".", ")", ";"))
    ):
        return None
    before, after = tokens.before(i), tokens.low[i + 1]
    aged = before in ("aged", "age") and after not in ("-", "to", "and", "or", "%")
    apposed = (
        before == ","
        and after in (",", ".")
        and tokens.words[i - 2][:1].isalpha()
        and _person_like(reader, i - 2)
    )
    if not (aged or apposed):
        return None
    figure = Amount(amount=Decimal(value), unit="year", step=Decimal(1))
    return Found(i, i + 1, "duration", figure, "en.duration.age")


def _person_like(reader: Reader, i: int) -> bool:
    """Say whether the word before the comma can end a person's name."""
    tokens = reader.tokens
    if tokens.low[i] in EN.lexicon.values("month-name") or not tokens.capital(i):
        return tokens.low[i] in (
            "man",
            "woman",
            "murderer",
            "suspect",
            "victim",
            "driver",
            "boy",
            "girl",
            "student",
            "patient",
            "mother",
            "father",
            "husband",
            "wife",
            "son",
            "daughter",
            "brother",
            "sister",
            "defendant",
            "singer",
            "actor",
            "actress",
            "model",
            "farmer",
        )
    if not tokens.capital(i - 1) and tokens.before(i) in ("in", "on", "at", "from", "of", "to"):
        return False
    return tokens.low[i] not in EN.lexicon.values("weekday")
