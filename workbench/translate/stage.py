"""The stage itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from workbench.config import TranslateSettings
from workbench.engine import Engine, Hypothesis, Progress
from workbench.errors import InputError
from workbench.language.text import nfc
from workbench.records import Translation
from workbench.records.translation import Flag
from workbench.translate.cut import cut
from workbench.translate.flaw import flaws, left_over

#: Told a source and a hypothesis, names each disagreement: ``["figures", "figures", "names"]``.
Judge: TypeAlias = Callable[[str, str], Sequence[Literal["figures", "names"]]]

#: Characters of the longest text that is taken: a page of news has 5,000.
LONGEST = 100_000
#: No run of this many pieces may come twice in a retry: names of bodies are shorter.
_NO_REPEAT = 8
#: Texts of more pieces are cut in two for the last retry.
_LONG = 40
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]")
_ORDER: tuple[Flag, ...] = ("empty", "loop", "copy", "language", "length", "figures", "names")


class Memory(Protocol):
    """Translations that people approved."""

    def get(self, text: str) -> str | None:
        """Return the approved translation of a text, if there is one."""


@dataclass(frozen=True)
class _Choice:
    """A hypothesis with what was found wrong in it."""

    hypothesis: Hypothesis
    flags: tuple[Flag, ...]
    disagreements: int
    #: words left in Vietnamese
    left: int

    @property
    def cost(self) -> tuple[int, int, int]:
        """Order choices: form first, then figures and names, then words left in Vietnamese."""
        form = sum(flag not in ("figures", "names") for flag in self.flags)
        return form, self.disagreements, self.left

    @property
    def is_broken(self) -> bool:
        return self.cost[0] > 0


def translate_texts(
    texts: Sequence[str],
    engine: Engine,
    *,
    settings: TranslateSettings,
    judge: Judge | None = None,
    memory: Memory | None = None,
    progress: Progress | None = None,
) -> list[Translation]:
    """Translate texts; the result has one translation for each, ``segment`` is its place.

    A text may have several lines: each stays a line, a blank one blank. Texts that come twice are
    translated once. Raises InputError for a text beyond ``LONGEST``, ModelError.
    """
    for number, text in enumerate(texts):
        if len(text) > LONGEST:
            raise InputError(
                f"a text of {len(text):,} characters, where {LONGEST:,} is the most",
                where=f"segment {number + 1}",
                hint="Break it into lines or paragraphs.",
            )
    lines = [[_BLANKS.sub(" ", line).strip() for line in nfc(text).split("\n")] for text in texts]
    approved = _recall(lines, memory)
    wanted = dict.fromkeys(
        line for block in lines for line in block if _WORD.search(line) and line not in approved
    )
    parts = _cut_all(list(wanted), engine)
    chosen = _Run(engine, settings.beam, judge).translate(
        list(dict.fromkeys(part for cuts in parts.values() for part in cuts)), progress
    )
    model = f"{engine.signature}|beam:{settings.beam}|judge:{'yes' if judge else 'no'}"
    made = {line: [chosen[part] for part in cuts] for line, cuts in parts.items()}
    return [
        _assemble(number, block, made, approved, model=model) for number, block in enumerate(lines)
    ]


def _recall(lines: Iterable[Iterable[str]], memory: Memory | None) -> dict[str, str]:
    """Return the approved translations of the lines that have one."""
    if memory is None:
        return {}
    every = dict.fromkeys(line for block in lines for line in block if line)
    found = ((line, memory.get(line)) for line in every)
    return {line: text for line, text in found if text is not None}


def _cut_all(lines: Sequence[str], engine: Engine) -> dict[str, list[str]]:
    """Return the parts of each line that the engine takes: most often the line itself."""
    limit = engine.max_pieces
    return {
        line: [line] if size <= limit else cut(line, limit=limit, count=engine.count_pieces)
        for line, size in zip(lines, engine.count_pieces(lines), strict=True)
    }


class _Run:
    """One pass over the parts, and the retries."""

    def __init__(self, engine: Engine, beam: int, judge: Judge | None) -> None:
        self._engine = engine
        self._beam = beam
        self._judge = judge

    def translate(self, parts: list[str], progress: Progress | None) -> dict[str, _Choice]:
        """Return the choice for each part."""
        if not parts:
            return {}
        answers = self._engine.translate(
            parts, beam=self._beam, nbest=self._beam, progress=progress
        )
        chosen = {
            part: self._choose(part, answer) for part, answer in zip(parts, answers, strict=True)
        }
        self._retry(chosen)
        return chosen

    def _retry(self, chosen: dict[str, _Choice]) -> None:
        """Decode what is broken again, another way, then in halves; keep what is better."""
        broken = [part for part, choice in chosen.items() if choice.is_broken]
        for way in (self._without_repeats, self._greedily, self._in_halves):
            if broken:
                for part, again in zip(broken, way(broken), strict=True):
                    if again is not None and again.cost < chosen[part].cost:
                        chosen[part] = again
                broken = [part for part in broken if chosen[part].is_broken]

    def _without_repeats(self, parts: Sequence[str]) -> list[_Choice | None]:
        answers = self._engine.translate(
            parts, beam=self._beam, nbest=self._beam, no_repeat=_NO_REPEAT
        )
        return [self._choose(*pair) for pair in zip(parts, answers, strict=True)]

    def _greedily(self, parts: Sequence[str]) -> list[_Choice | None]:
        beam = 1 if self._beam > 1 else 4
        answers = self._engine.translate(parts, beam=beam, nbest=beam, no_repeat=_NO_REPEAT)
        return [self._choose(*pair) for pair in zip(parts, answers, strict=True)]

    def _in_halves(self, parts: Sequence[str]) -> list[_Choice | None]:
        halves = [self._halve(part) for part in parts]
        every = list(dict.fromkeys(half for pair in halves for half in pair))
        if not every:
            return [None] * len(parts)
        answers = dict(
            zip(
                every,
                self._engine.translate(every, beam=self._beam, nbest=self._beam),
                strict=True,
            )
        )
        return [
            self._join(part, [self._choose(half, answers[half]).hypothesis for half in pair])
            if pair
            else None
            for part, pair in zip(parts, halves, strict=True)
        ]

    def _halve(self, part: str) -> list[str]:
        (size,) = self._engine.count_pieces([part])
        if size <= _LONG:
            return []
        halves = cut(part, limit=size // 2 + _LONG // 4, count=self._engine.count_pieces)
        return halves if len(halves) > 1 else []

    def _join(self, part: str, halves: Sequence[Hypothesis]) -> _Choice:
        scores = [half.score for half in halves if half.score is not None]
        mean = sum(scores) / len(scores) if scores else None
        return self._look(part, Hypothesis(" ".join(half.text for half in halves), mean))

    def _choose(self, source: str, hypotheses: Sequence[Hypothesis]) -> _Choice:
        """Take the first of the hypotheses with the fewest faults; most often the very first."""
        best: _Choice | None = None
        for hypothesis in hypotheses:
            choice = self._look(source, hypothesis)
            if best is None or choice.cost < best.cost:
                best = choice
            if not any(best.cost):
                break
        assert best is not None, "an engine gives a hypothesis for every text"
        return best

    def _look(self, source: str, hypothesis: Hypothesis) -> _Choice:
        form = flaws(source, hypothesis.text)
        content = self._judge(source, hypothesis.text) if self._judge and not form else ()
        found = {*form, *content}
        return _Choice(
            hypothesis,
            flags=tuple(flag for flag in _ORDER if flag in found),
            disagreements=len(content),
            left=left_over(hypothesis.text),
        )


def _assemble(
    number: int,
    block: Sequence[str],
    made: dict[str, list[_Choice]],
    approved: dict[str, str],
    *,
    model: str,
) -> Translation:
    """Put the parts of a text together again."""
    choices = [choice for line in block for choice in made.get(line, ())]
    text = "\n".join(
        " ".join(each.hypothesis.text for each in made[line])
        if line in made
        else approved.get(line, line)  # a line without a letter or digit stays as it is
        for line in block
    )
    scores = [each.hypothesis.score for each in choices if each.hypothesis.score is not None]
    from_memory = bool(approved) and not choices and any(block)
    return Translation(
        segment=number,
        text=text,
        model="human" if from_memory else model,
        origin="memory" if from_memory else "machine",
        score=sum(scores) / len(scores) if scores else None,
        flags=tuple(flag for flag in _ORDER if any(flag in each.flags for each in choices)),
    )
