"""CTranslate2 models: causal ones with a prompt, and encoder-decoders such as Marian."""

from __future__ import annotations

import math
import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from workbench.engine.base import Hypothesis, Progress
from workbench.engine.manifest import Limits, Manifest, ModelFolder, Prompt
from workbench.errors import ModelError

#: Seconds between looks at a batch that another thread decodes: Ctrl-C is heard this soon.
_LOOK = 0.005
#: Batches that each worker should get at least, so that all end at about the same time.
_TURNS = 2
#: Source pieces of all hypotheses of a batch: what is kept of each costs memory and time.
_PIECES = 1024
#: Texts to be rated that wait for each worker.
_AHEAD = 8


class Decoder(Protocol):
    """What differs between the architectures: how a batch is started."""

    def start(self, batch: Sequence[list[str]], **options: Any) -> list[Any]:
        """Give a batch of pieces to the workers and return a future for each text."""

    def score(self, source: list[str], target: list[str]) -> tuple[Any, int]:
        """Give a text and its translation to the workers.

        Returns the future of the scores, and how many of them, at the end, are the translation's.
        """


class CTranslate2Engine:
    """Texts sorted by length, decoded in small batches by several workers of one thread each."""

    def __init__(
        self,
        *,
        manifest: Manifest,
        signature: str,
        decoder: Decoder,
        source: Any,
        target: Any,
        batch: int,
        workers: int,
    ) -> None:
        """Take the parts; ``source`` and ``target`` are SentencePiece processors."""
        self.signature = signature
        self._limits: Limits = manifest.limits
        self._decoder = decoder
        self._source = source
        self._target = target
        self._batch = batch
        self._workers = workers

    @property
    def max_pieces(self) -> int:
        """Pieces of the longest text that the model was made for."""
        return self._limits.source

    def count_pieces(self, texts: Sequence[str]) -> list[int]:
        """Return the number of pieces of each text."""
        return [len(pieces) for pieces in self._source.encode(list(texts), out_type=str)]

    def translate(
        self,
        texts: Sequence[str],
        *,
        beam: int,
        nbest: int = 1,
        no_repeat: int = 0,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate texts of one line each; see ``Engine.translate``."""
        pieces: list[list[str]] = self._source.encode(list(texts), out_type=str)
        # longest first: the short ones fill the gap when a worker runs out of work
        order = sorted(range(len(texts)), key=lambda i: -len(pieces[i]))
        waiting = deque(self._batches(order, [len(each) for each in pieces], beam))
        running: deque[tuple[list[int], list[Any]]] = deque()
        results: list[list[Hypothesis]] = [[] for _ in texts]
        done = 0
        while waiting or running:
            # a batch more than workers, so that none waits for us; few, so that Ctrl-C ends soon
            while waiting and len(running) <= self._workers:
                batch = waiting.popleft()
                options = self._options(len(pieces[batch[0]]), beam=beam, nbest=nbest)
                futures = self._decoder.start(
                    [pieces[i] for i in batch], no_repeat_ngram_size=no_repeat, **options
                )
                running.append((batch, futures))
            batch, futures = running.popleft()
            for index, future in zip(batch, futures, strict=True):
                results[index] = self._hypotheses(_wait(future))
            done += len(batch)
            if progress is not None:
                progress(done, len(texts))
        return results

    def likelihoods(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Rate translations; see ``Engine.likelihoods``."""
        sources: list[list[str]] = self._source.encode([one for one, _ in pairs], out_type=str)
        targets: list[list[str]] = self._target.encode([two for _, two in pairs], out_type=str)
        most = self._limits.source
        longest = self._limits.output or int(most * self._limits.ratio) + self._limits.extra
        running: deque[tuple[Any, int]] = deque()
        found: list[float] = []

        def take() -> None:
            future, size = running.popleft()
            found.append(sum(_wait(future).log_probs[-size:]) / math.sqrt(size))

        for source, target in zip(sources, targets, strict=True):
            if len(running) > _AHEAD * self._workers:
                take()
            running.append(self._decoder.score(source[:most], target[:longest]))
        while running:
            take()
        return found

    def _batches(
        self, order: Sequence[int], sizes: Sequence[int], beam: int
    ) -> Iterator[list[int]]:
        """Cut texts, longest first, into batches that share the work and bound the memory."""
        share = -(-len(order) // (_TURNS * self._workers))
        at = 0
        while at < len(order):
            fit = _PIECES // (beam * max(1, sizes[order[at]]))
            step = max(1, min(self._batch // beam, share, fit))
            yield list(order[at : at + step])
            at += step

    def _options(self, longest: int, *, beam: int, nbest: int) -> dict[str, Any]:
        limits = self._limits
        most = int(longest * limits.ratio) + limits.extra
        return {
            "beam_size": beam,
            "num_hypotheses": min(nbest, beam),
            "return_scores": True,
            "longest": min(most, limits.output or most),
        }

    def _hypotheses(self, result: Any) -> list[Hypothesis]:
        sequences = getattr(result, "sequences", None) or result.hypotheses
        texts = [self._target.decode(sequence).strip() for sequence in sequences]
        return [Hypothesis(*pair) for pair in zip(texts, result.scores, strict=True)]


class _CausalDecoder:
    """The prompt's template around the pieces, decoding until the end token."""

    def __init__(self, generator: Any, prompt: Prompt) -> None:
        self._generator = generator
        self._prompt = prompt
        self._special = {piece for piece in prompt.template if piece != "{source}"} | {prompt.end}

    def start(self, batch: Sequence[list[str]], **options: Any) -> list[Any]:
        prompts = [self._fill(pieces) for pieces in batch]
        options["max_length"] = options.pop("longest")
        futures: list[Any] = self._generator.generate_batch(
            prompts,
            include_prompt_in_result=False,
            end_token=self._prompt.end,
            asynchronous=True,
            **options,
        )
        return futures

    def score(self, source: list[str], target: list[str]) -> tuple[Any, int]:
        spoken = [piece for piece in target if piece not in self._special]
        # one a batch: padding is not told from text in the scores of causal models
        text = [*self._fill(source), *spoken, self._prompt.end]
        return self._generator.score_batch([text], asynchronous=True)[0], len(spoken) + 1

    def _fill(self, pieces: Sequence[str]) -> list[str]:
        """Put pieces into the template; a text cannot speak in the prompt's own signs."""
        prompt: list[str] = []
        for slot in self._prompt.template:
            if slot == "{source}":
                prompt.extend(piece for piece in pieces if piece not in self._special)
            else:
                prompt.append(slot)
        return prompt


class _SequenceDecoder:
    """An encoder-decoder: the pieces and an end sign go in."""

    def __init__(self, translator: Any) -> None:
        self._translator = translator

    def start(self, batch: Sequence[list[str]], **options: Any) -> list[Any]:
        options["max_decoding_length"] = options.pop("longest")
        futures: list[Any] = self._translator.translate_batch(
            [[*pieces, "</s>"] for pieces in batch], asynchronous=True, **options
        )
        return futures

    def score(self, source: list[str], target: list[str]) -> tuple[Any, int]:
        futures = self._translator.score_batch([[*source, "</s>"]], [target], asynchronous=True)
        return futures[0], len(target) + 1


def _wait(future: Any) -> Any:
    """Wait for a result in steps, so that Ctrl-C is heard in between. Raises ModelError."""
    while not future.done():
        time.sleep(_LOOK)
    try:
        return future.result()
    except (RuntimeError, ValueError) as error:
        raise ModelError(f"the model failed ({error})") from error


def load(folder: ModelFolder, *, batch: int, workers: int) -> CTranslate2Engine:
    """Load a CTranslate2 model from a checked folder. Raises ModelError, ChecksumError."""
    import ctranslate2

    manifest, files = folder.manifest, folder.read()
    workers = workers or os.cpu_count() or 1
    source = _tokenizer(files, manifest.files.tokenizer, folder)
    second = manifest.files.target_tokenizer
    target = _tokenizer(files, second, folder) if second else source
    options = {"compute_type": manifest.compute, "inter_threads": workers, "intra_threads": 1}
    decoder: Decoder
    try:
        if manifest.architecture == "causal":
            if manifest.prompt is None:
                raise ModelError(
                    "the manifest of a causal model needs a table [prompt]", where=str(folder.path)
                )
            model = ctranslate2.Generator(manifest.name, files=files, **options)
            decoder = _CausalDecoder(model, manifest.prompt)
        else:
            model = ctranslate2.Translator(manifest.name, files=files, **options)
            decoder = _SequenceDecoder(model)
    except (RuntimeError, ValueError) as error:
        raise ModelError(
            f"CTranslate2 cannot load the model ({error})", where=str(folder.path)
        ) from error
    return CTranslate2Engine(
        manifest=manifest,
        signature=f"{manifest.name}@{folder.digest}/ctranslate2-{manifest.compute}",
        decoder=decoder,
        source=source,
        target=target,
        batch=batch,
        workers=workers,
    )


def _tokenizer(files: dict[str, bytes], name: str, folder: ModelFolder) -> Any:
    import sentencepiece

    if name not in files:
        raise ModelError(
            f"no tokeniser '{name}' among the checked files",
            where=str(folder.path),
            hint="[files] of the manifest names it, and the list of checksums must have it.",
        )
    processor = sentencepiece.SentencePieceProcessor()
    try:
        processor.LoadFromSerializedProto(files[name])
    except RuntimeError as error:
        raise ModelError(f"unfit tokeniser ({error})", where=str(folder.path / name)) from error
    return processor
