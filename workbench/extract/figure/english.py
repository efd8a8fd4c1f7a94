"""English amounts, ordinals and fractions, and the words that only look like numbers."""

from __future__ import annotations

from decimal import Decimal

from workbench.extract.figure.amounts import Amounts, Part
from workbench.extract.figure.context import capitalised_name, comparator_before, noun_after
from workbench.extract.figure.dates import roman
from workbench.extract.figure.grammar import (
    AMOUNT,
    DIGITS,
    EN,
    FRACTION,
    ORDINAL,
    TIME,
    Found,
    Reader,
    Rule,
)
from workbench.extract.figure.identifiers import skipped
from workbench.extract.figure.measures import measure_at
from workbench.extract.figure.numbers import Number
from workbench.extract.figure.numerals_en import EnglishNumerals
from workbench.extract.figure.vietnamese import slash_figure
from workbench.values.types import Amount, Ratio

_NUMERALS = EnglishNumerals()
_DIGITS = EN.lexicon.values("digit")
_TENS = EN.lexicon.values("tens")
_SCALES = EN.lexicon.values("scale")
_PLURALS = EN.lexicon.values("plural-scale")
_ORDINALS = EN.lexicon.values("ordinal")
_FRACTIONS = EN.lexicon.values("fraction")
_MULTIPLES = EN.lexicon.values("multiple")
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_STOPS = EN.lexicon.words("noun-stop")
_SPANS = frozenset(
    ("day", "week", "month", "year", "decade", "century", "hour", "minute", "fortnight")
)
_SHIFTS = frozenset(("later", "ago", "after", "before", "earlier", "since", "from"))
_BEFORE_ORDINAL = frozenset("the its was is s ranked to or finished came placed".split())
#: what makes "first" an adjective: "they first met" counts nothing
_DETERMINERS = frozenset(
    "the its his her their our my your s a this that every each very only ’s and or for".split()
)
_PREFIXES = tuple(EN.lexicon.currency_before.firsts())
_ROMAN_LABELS = frozenset(
    "war congress part chapter volume article class grade stage session phase type category".split()
)

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
    Rule("en.ordinal.digits", ("The «17th» patient has recovered.",)),
    Rule("en.ordinal.word", ("This is the «third» time he has won.", "Her «second» child was born."),
         ("The second-hand shop reopened.", "First, it rained.", "It took a second.")),
    Rule("en.ordinal.label", ("Patient «59» went home.", "Under Article «5» it is banned.")),
    Rule("en.ordinal.roman", ("The Party Congress «XIII» closed.",)),
    Rule("en.fraction.slash", ("Only «1/3» of the pupils came.",)),
    Rule("en.fraction.words", ("More than «two-thirds» of the votes were cast.", "«Half» of the homes have it.", "About «one third» of the pupils go by bus.")),
    Rule("en.fraction.in", ("«One in five» children is tested.",)),
    Rule("en.ratio.slash", ("It set up «2,057/1,832» trade unions.",)),
)  # fmt: skip


def _counts(reader: Reader, part: Part) -> bool:
    """Say whether a numeral is a figure where it stands."""
    tokens, i, number = reader.tokens, part.start, part.number
    if number.digits:
        return not skipped(reader, i)
    if capitalised_name(reader, i):
        return False
    if number.value == 1 and not number.scaled and tokens.low[i] == "one":
        return _one_counts(reader, part)
    if tokens.low[i] == "zero":
        after = tokens.low[part.end]
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
        value = number.amount(unit=measure.unit, comparator=comparator_before(reader, i))
        return Found(i, measure.end + 3, "duration", value, "en.duration.plain")
    if measure.factor != 1:
        number = number.times(measure.factor, number.end)
    value = number.amount(unit=measure.unit, comparator=comparator_before(reader, i))
    return Found(i, measure.end, "duration", value, "en.duration.article")


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


def _ordinal(reader: Reader, start: int, end: int, value: Decimal, rule: str) -> Found:
    j = end + 1 if reader.tokens.low[end] == "-" else end
    figure = Amount(amount=value, noun=noun_after(reader, j), step=Decimal(1))
    return Found(start, end, "ordinal", figure, rule)


@EN.finder(ORDINAL, [DIGITS])
def ordinal_digits(reader: Reader, i: int) -> Found | None:
    """Find ``17th``."""
    tokens = reader.tokens
    value = tokens.low[i].replace(",", "")
    if (
        tokens.low[i + 1] not in _SUFFIXES
        or not tokens.glued(i + 1)
        or not value.isdigit()
        or len(value) > 9
    ):
        return _label(reader, i)
    if tokens.glued(i) and tokens.low[i - 1][-1:].isalpha():
        return None
    return _ordinal(reader, i, i + 2, Decimal(value), "en.ordinal.digits")


def _label(reader: Reader, i: int) -> Found | None:
    """Find numbers that are names of what stands before: ``Patient 59``, ``Article 5``."""
    tokens = reader.tokens
    value = tokens.integer(i)
    if (
        value is None
        or tokens.glued(i)
        or tokens.before(i) not in reader.lexicon.words("label.ordinal")
    ):
        return None
    if not (
        tokens.capital(i - 1)
        or tokens.before(i) in ("type", "grade", "phase", "stage", "level", "page", "patient")
    ):
        return None
    after = tokens.low[i + 1]
    if tokens.glued(i + 1) and after not in (".", ",", ";", ")", ":", '"', "”", "’", "'"):
        return None
    if (
        reader.lexicon.units.at(tokens, i + 1) and tokens.near(i + 1)
    ) or reader.lexicon.scale_follows(tokens, i + 1):
        return None
    figure = Amount(amount=Decimal(value), noun=tokens.words[i - 1], step=Decimal(1))
    return Found(i, i + 1, "ordinal", figure, "en.ordinal.label")


@EN.finder(ORDINAL, [*_ORDINALS, *_TENS])
def ordinal_word(reader: Reader, i: int) -> Found | None:
    """Find ``third``, ``twenty-first`` before a noun."""
    tokens = reader.tokens
    low = tokens.low
    value, end = _ORDINALS.get(low[i]), i + 1
    if value is None:
        if low[i + 1] != "-" or not tokens.glued(i + 1):
            return None
        unit = _ORDINALS.get(low[i + 2])
        if unit is None or unit > 9:
            return None
        value, end = _TENS[low[i]] + unit, i + 3
    before, after = tokens.before(i), low[end]
    if before == "-" and tokens.glued(i):
        return None
    if tokens.capital(i) and not tokens.opens(i):
        return None
    if after == "-" and tokens.glued(end):
        if low[end + 1] in ("hand", "guess", "class", "rate", "ever", "time") and low[i] in (
            "second",
            "first",
        ):
            return None
    elif (
        low[i] == "second"
        and (before in ("a", "per", "split", "every", "each", "one") or tokens.number(i - 1))
        and not _nounish(reader, end)
    ):
        return None
    elif not _nounish(reader, end):
        if not _listed(reader, i, end) and (before not in _BEFORE_ORDINAL or value == 1):
            return None
    if (
        value == 1
        and not tokens.opens(i)
        and before not in _DETERMINERS
        and not _listed(reader, i, end)
    ):
        return None
    if value == 1 and tokens.opens(i) and not _nounish(reader, end):
        return None
    return _ordinal(reader, i, end, value, "en.ordinal.word")


def _listed(reader: Reader, i: int, end: int) -> bool:
    """Say whether an ordinal stands in a row of ordinals, or begins a sentence as its subject."""
    tokens = reader.tokens
    if tokens.opens(i):
        return tokens.low[end] in ("is", "was", "are", "came", "comes", "place")
    j = end
    while tokens.low[j] in (",", "and", "or") and j < end + 2:
        j += 1
    k = i - 1
    while k > i - 3 and tokens.low[k] in (",", "and", "or"):
        k -= 1
    ahead = j > end and tokens.low[j] in _ORDINALS
    return ahead or (k < i - 1 and k >= 0 and tokens.low[k] in _ORDINALS)


def _nounish(reader: Reader, i: int) -> bool:
    tokens = reader.tokens
    word = tokens.low[i]
    if not word[:1].isalpha() or not tokens.near(i):
        return False
    return not (
        word in _STOPS
        or word.endswith("ly")
        or (
            word.endswith("ed")
            and word
            not in (
                "hundred",
                "confirmed",
                "related",
                "reported",
                "infected",
                "imported",
                "proposed",
                "united",
            )
        )
    )


@EN.finder(
    ORDINAL,
    [
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
        "xvii",
    ],
)
def roman_label(reader: Reader, i: int) -> Found | None:
    """Find Roman numerals after what they number: ``Congress XIII``."""
    tokens = reader.tokens
    value = roman(tokens.words[i])
    if value is None or tokens.before(i) not in _ROMAN_LABELS or tokens.glued(i):
        return None
    figure = Amount(amount=Decimal(value), noun=tokens.words[i - 1], step=Decimal(1))
    return Found(i, i + 1, "ordinal", figure, "en.ordinal.roman")


@EN.finder(FRACTION, [DIGITS])
def slash(reader: Reader, i: int) -> Found | None:
    """Find ``1/3`` and ``2,057/1,832``."""
    return slash_figure(reader, i, "en")


def _ratio(reader: Reader, i: int, end: int, top: Decimal, bottom: Decimal, rule: str) -> Found:
    low = reader.tokens.low
    j = end
    while low[j] in ("of", "the", "all", "its", "their", "these", "those") and j < end + 3:
        j += 1
    value = Ratio(
        numerator=top, denominator=bottom, noun=noun_after(reader, j) if j > end or low[end].isalpha() else None,
        comparator=comparator_before(reader, i),
    )  # fmt: skip
    return Found(i, end, "fraction", value, rule)


@EN.finder(FRACTION, [DIGITS, *_DIGITS, "a"])
def fraction_words(reader: Reader, i: int) -> Found | None:
    """Find ``two-thirds``, ``a quarter of``, ``one in five``."""
    tokens = reader.tokens
    low = tokens.low
    top = Decimal(1) if low[i] == "a" else _DIGITS.get(low[i])
    if top is None and (number := tokens.integer(i)) is not None and number < 100:
        top = Decimal(number)
    if not top:
        return None
    in_five = _one_in(reader, i, top)
    if in_five is not None:
        return in_five
    j = i + 2 if low[i + 1] == "-" and tokens.glued(i + 1) else i + 1
    bottom = _FRACTIONS.get(low[j])
    if bottom is None or bottom <= top:
        return None
    plural = low[j].endswith("s") and low[j] != "halves"
    if plural != (top > 1):
        return None
    if (
        top == 1
        and low[j + 1] != "of"
        and not (low[i] == "one" and low[j] in ("third", "half", "quarter", "fifth", "tenth"))
    ):
        return None
    if low[j] in ("quarter", "quarters") and low[j + 1] == "of" and years(low[j + 2]):
        return None
    return _ratio(reader, i, j + 1, top, bottom, "en.fraction.words")


def years(word: str) -> bool:
    """Say whether a token is a year."""
    return len(word) == 4 and word.isdigit()


def _one_in(reader: Reader, i: int, top: Decimal) -> Found | None:
    tokens = reader.tokens
    low = tokens.low
    j = i + 1
    if low[j : j + 2] == ["out", "of"]:
        if top > 9 or tokens.number(i):
            return None
        j += 2
    elif low[j] == "in" and low[j + 1] != "of":
        if top > 3 and low[j] == "in":
            return None
        j += 1
    else:
        return None
    if low[j] == "every":
        j += 1
    bottom = _DIGITS.get(low[j])
    if bottom is None:
        number = tokens.integer(j)
        bottom = Decimal(number) if number is not None and number <= 1000 else None
    if (
        bottom is None
        or bottom <= top
        or measure_at(reader, Number(bottom, Decimal(1), j + 1, digits=True))
    ):
        return None
    if not low[j + 1][:1].isalpha() and low[j + 1] not in (".", ","):
        return None
    return _ratio(reader, i, j + 1, top, bottom, "en.fraction.in")


@EN.finder(FRACTION, ["half", "quarter"])
def half(reader: Reader, i: int) -> Found | None:
    """Find ``half of``, ``half the``."""
    tokens = reader.tokens
    low = tokens.low
    if low[i] == "quarter" or low[i + 1] in ("a", "an", "-"):
        return None
    before = tokens.before(i)
    if (
        before
        in (
            "first",
            "second",
            "a",
            "and",
            "one",
            "other",
            "this",
            "latter",
            "-",
            "last",
            "half",
            "at",
        )
        or before in _ORDINALS
    ):
        return None
    whole = low[i + 1] in ("of", "the", "its", "their", "all", "his", "her", "that", "our")
    leads = before in ("by", "nearly", "almost", "about", "than", "over", "around", "in")
    if not whole and not (leads and (not low[i + 1].isalpha() or low[i + 1] in _STOPS)):
        return None
    return _ratio(reader, i, i + 1, Decimal(1), Decimal(2), "en.fraction.words")


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
    if not whose & {"his", "her", "their", "my", "your", "our"}:
        return None
    figure = Amount(amount=Decimal(value), unit="year", comparator="approx", step=Decimal(10))
    return Found(i, i + 2, "duration", figure, "en.duration.age")


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
