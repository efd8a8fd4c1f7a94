"""Transformers checkpoints: a local folder, or one that the Hugging Face cache already has.

Nothing is fetched. Marian (OPUS-MT) is supported; other families are refused by name.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workbench.engine.base import Hypothesis, Progress
from workbench.errors import ModelError

#: Pieces of the longest text: what OPUS-MT was trained on, less than its table of positions.
_MARIAN_PIECES = 200
_EXTRA_PIECES = 20
_LENGTH_RATIO = 1.5
#: OPUS-MT models of several targets are told which by a first word.
_TARGET = ">>eng<<"


class MarianEngine:
    """A Marian model in PyTorch: texts sorted by length, one batch after another."""

    def __init__(self, model: Any, tokenizer: Any, *, signature: str, batch: int) -> None:
        """Take a loaded model and its tokeniser."""
        self.signature = signature
        positions = int(model.config.max_position_embeddings) - 1
        self.max_pieces = min(_MARIAN_PIECES, positions)
        self._longest_output = positions
        self._model = model
        self._tokenizer = tokenizer
        self._batch = batch
        codes = getattr(tokenizer, "supported_language_codes", None) or ()
        self._prefix = f"{_TARGET} " if _TARGET in codes else ""

    def count_pieces(self, texts: Sequence[str]) -> list[int]:
        """Return the number of pieces of each text, end sign included."""
        if not texts:
            return []
        return [
            len(ids) for ids in self._tokenizer([self._prefix + text for text in texts]).input_ids
        ]

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
        sizes = self.count_pieces(texts)
        order = sorted(range(len(texts)), key=lambda i: -sizes[i])
        step = max(1, self._batch // beam)
        results: list[list[Hypothesis]] = [[] for _ in texts]
        for at in range(0, len(order), step):
            block = order[at : at + step]
            longest = int(sizes[block[0]] * _LENGTH_RATIO) + _EXTRA_PIECES
            answers = self._decode(
                [self._prefix + texts[i] for i in block],
                num_beams=beam,
                num_return_sequences=min(nbest, beam),
                no_repeat_ngram_size=no_repeat,
                max_new_tokens=min(longest, self._longest_output),
            )
            for index, answer in zip(block, answers, strict=True):
                results[index] = answer
            if progress is not None:
                progress(at + len(block), len(texts))
        return results

    def likelihoods(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Rate translations; see ``Engine.likelihoods``."""
        import torch

        found = []
        for one, two in pairs:
            inputs = self._tokenizer(
                [self._prefix + one], text_target=[two], return_tensors="pt",
                truncation=True, max_length=self.max_pieces,
            )  # fmt: skip
            with torch.inference_mode():
                # the mean over the pieces, end sign included
                loss = float(self._model(**inputs).loss)
            found.append(-loss * math.sqrt(inputs["labels"].shape[1]))
        return found

    def _decode(self, texts: list[str], **options: Any) -> list[list[Hypothesis]]:
        import torch

        inputs = self._tokenizer(texts, return_tensors="pt", padding=True)
        with torch.inference_mode():
            made = self._model.generate(
                **inputs, **options, do_sample=False, return_dict_in_generate=True,
                output_scores=True,
            )  # fmt: skip
        written = self._tokenizer.batch_decode(made.sequences, skip_special_tokens=True)
        scores = getattr(made, "sequences_scores", None)
        known = [None] * len(written) if scores is None else [float(each) for each in scores]
        several = options["num_return_sequences"]
        pairs = [
            Hypothesis(text.strip(), score) for text, score in zip(written, known, strict=True)
        ]
        return [pairs[at : at + several] for at in range(0, len(pairs), several)]


def load(model: str, *, batch: int, workers: int) -> MarianEngine:
    """Load a checkpoint from a folder or from the Hugging Face cache. Raises ModelError."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch
    import transformers

    folder = find_checkpoint(model)
    with told(folder):
        kind = read_family(folder)
        if kind != "marian":
            raise ModelError(
                f"checkpoints of the family '{kind}' cannot be run yet",
                where=str(folder),
                hint="Marian (OPUS-MT) checkpoints can, and CTranslate2 folders with a manifest.",
            )
        tokenizer = transformers.MarianTokenizer.from_pretrained(folder, local_files_only=True)
        network = transformers.MarianMTModel.from_pretrained(folder, local_files_only=True)
    network.requires_grad_(requires_grad=False).train(mode=False)
    torch.set_num_threads(workers or os.cpu_count() or 1)
    return MarianEngine(
        network,
        tokenizer,
        signature=f"{folder.name}@{_digest(folder)}/transformers",
        batch=batch,
    )


def read_family(folder: Path) -> str:
    """Return the family that a checkpoint's configuration names. Raises ModelError."""
    path = folder / "config.json"
    try:
        rows = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise ModelError(f"no configuration of a checkpoint ({error})", where=str(path)) from error
    return str(rows.get("model_type") if isinstance(rows, dict) else None)


def find_checkpoint(model: str) -> Path:
    """Return the folder of a checkpoint: a path, or an id that the cache holds. Raises ModelError."""
    path = Path(model).expanduser()
    if (path / "config.json").is_file():
        return path
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(model, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError) as error:
        raise ModelError(
            f"no checkpoint '{model}': neither a folder nor in the Hugging Face cache",
            hint=f"With a network: hf download {model}",
        ) from error


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn what transformers raises for an unfit folder into our error."""
    try:
        with warnings.catch_warnings():
            # sacremoses would only even out quotes and blanks, which ingest has done
            warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
            yield
    except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
        first = str(error).split("\n", 1)[0]
        raise ModelError(
            f"transformers cannot load the checkpoint ({first})", where=str(folder)
        ) from error


def _digest(folder: Path) -> str:
    """Return eight hex digits of the configuration and the weights' sizes and times."""
    state = hashlib.sha256((folder / "config.json").read_bytes())
    for path in sorted(folder.glob("*.safetensors")) + sorted(folder.glob("*.bin")):
        stat = path.stat()
        state.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return state.hexdigest()[:8]
