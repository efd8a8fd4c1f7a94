"""An engine for tests: answers from a table or a queue, and a record of what it was asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from workbench.engine.base import Hypothesis, Progress
from workbench.errors import ModelError

#: What one text is answered with: a translation, or several, best first.
Answer = str | Sequence[str]


class FakeEngine:
    """Answer from ``answers`` by text, then from ``queue`` in order, else with ``default``."""

    def __init__(
        self,
        answers: Mapping[str, Answer] | None = None,
        *,
        queue: Iterable[Answer] = (),
        default: str | None = None,
        max_pieces: int = 140,
        signature: str = "fake",
    ) -> None:
        """Take the answers; ``{}`` in ``default`` stands for the text."""
        self.signature = signature
        self.max_pieces = max_pieces
        #: each call's texts and options
        self.calls: list[tuple[tuple[str, ...], dict[str, int]]] = []
        self._answers = dict(answers or {})
        self._queue = deque(queue)
        self._default = default

    def count_pieces(self, texts: Sequence[str]) -> list[int]:
        """Count words: a word is a piece."""
        return [len(text.split()) for text in texts]

    def translate(
        self,
        texts: Sequence[str],
        *,
        beam: int,
        nbest: int = 1,
        no_repeat: int = 0,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Answer each text. Raises ModelError where no answer is left."""
        self.calls.append((tuple(texts), {"beam": beam, "nbest": nbest, "no_repeat": no_repeat}))
        results = []
        for done, text in enumerate(texts, 1):
            answer = self._answer(text)
            several = [answer] if isinstance(answer, str) else list(answer)
            results.append(
                [Hypothesis(each, -0.1 * rank) for rank, each in enumerate(several[:nbest], 1)]
            )
            if progress is not None:
                progress(done, len(texts))
        return results

    def likelihoods(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Rate by words: each word that the answer to the first text lacks costs one."""
        return [-float(len(set(two.split()) - self._words(one))) for one, two in pairs]

    def _words(self, text: str) -> set[str]:
        answer = self._answers.get(text, (self._default or "{}").format(text))
        return set((answer if isinstance(answer, str) else answer[0]).split())

    def _answer(self, text: str) -> Answer:
        if text in self._answers:
            return self._answers[text]
        if self._queue:
            return self._queue.popleft()
        if self._default is not None:
            return self._default.format(text)
        raise ModelError(f"the fake engine has no answer for: {text}")
