"""The weights of a CTranslate2 Gemma 3 model in PyTorch: the same model on another runtime.

Made for comparison: integer weights are multiplied by their scales, so both runtimes decode the
same network, one in int8, one in float32. The layout of ``model.bin`` is that of CTranslate2's
``model_spec.py`` (binary version 6).
"""

from __future__ import annotations

import io
import math
import struct
from collections.abc import Sequence
from typing import Any

from workbench.engine.base import Hypothesis, Progress
from workbench.engine.manifest import Manifest, ModelFolder
from workbench.errors import ModelError

_BINARY_VERSION = 6
_TYPES = ("float32", "int8", "int16", "int32", "float16")
_NORMS = {
    "input_layernorm": "input_layer_norm",
    "post_attention_layernorm": "post_attention_layer_norm",
    "pre_feedforward_layernorm": "pre_feedforward_layer_norm",
    "post_feedforward_layernorm": "post_feedforward_layer_norm",
    "self_attn.q_norm": "self_attention/q_norm",
    "self_attn.k_norm": "self_attention/k_norm",
}
_LINEAR = {"gate_proj": "linear_0", "up_proj": "linear_0_noact", "down_proj": "linear_1"}


class GemmaEngine:
    """A causal model in PyTorch with the manifest's prompt; texts sorted by length."""

    def __init__(
        self, model: Any, tokenizer: Any, *, manifest: Manifest, signature: str, batch: int
    ) -> None:
        """Take a loaded model and a SentencePiece processor."""
        self.signature = signature
        self.max_pieces = manifest.limits.source
        self._model = model
        self._tokenizer = tokenizer
        self._limits = manifest.limits
        assert manifest.prompt is not None
        self._template = manifest.prompt.template
        self._end = tokenizer.piece_to_id(manifest.prompt.end)
        self._batch = batch

    def count_pieces(self, texts: Sequence[str]) -> list[int]:
        """Return the number of pieces of each text."""
        return [len(ids) for ids in self._tokenizer.encode(list(texts))]

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
        import torch

        prompts = [self._fill(ids) for ids in self._tokenizer.encode(list(texts))]
        order = sorted(range(len(texts)), key=lambda i: -len(prompts[i]))
        step = max(1, self._batch // beam)
        results: list[list[Hypothesis]] = [[] for _ in texts]
        for at in range(0, len(order), step):
            block = order[at : at + step]
            width = len(prompts[block[0]])
            # padding stands before the prompt: what is generated follows it at once
            ids = torch.tensor([[0] * (width - len(prompts[i])) + prompts[i] for i in block])
            with torch.inference_mode():
                made = self._model.generate(
                    ids, attention_mask=(ids != 0).long(), num_beams=beam, do_sample=False,
                    num_return_sequences=min(nbest, beam), no_repeat_ngram_size=no_repeat,
                    max_new_tokens=int(width * self._limits.ratio) + self._limits.extra,
                    eos_token_id=self._end, pad_token_id=0,
                )  # fmt: skip
            several = min(nbest, beam)
            written = [self._read(row.tolist()) for row in made[:, width:]]
            for place, index in enumerate(block):
                results[index] = written[place * several : (place + 1) * several]
            if progress is not None:
                progress(at + len(block), len(texts))
        return results

    def likelihoods(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Rate translations; see ``Engine.likelihoods``."""
        import torch

        found = []
        for one, two in pairs:
            source, target = self._tokenizer.encode([one, two])
            said = [*target, self._end]
            ids = torch.tensor([[*self._fill(source[: self._limits.source]), *said]])
            with torch.inference_mode():
                scores = self._model(ids).logits[0, -len(said) - 1 : -1].log_softmax(dim=-1)
            total = scores.gather(1, torch.tensor(said)[:, None]).sum()
            found.append(float(total) / math.sqrt(len(said)))
        return found

    def _fill(self, ids: Sequence[int]) -> list[int]:
        prompt: list[int] = []
        for slot in self._template:
            prompt.extend(ids if slot == "{source}" else [self._tokenizer.piece_to_id(slot)])
        return prompt

    def _read(self, ids: list[int]) -> Hypothesis:
        end = ids.index(self._end) if self._end in ids else len(ids)
        return Hypothesis(self._tokenizer.decode([i for i in ids[:end] if i]).strip())


def load(folder: ModelFolder, *, batch: int, workers: int) -> GemmaEngine:
    """Rebuild a Gemma 3 model in PyTorch from its CTranslate2 files. Raises ModelError."""
    import sentencepiece
    import torch
    from transformers import Gemma3ForCausalLM, Gemma3TextConfig

    files = folder.read()
    try:
        shape, state = _convert(_read_variables(files["model.bin"]))
    except (KeyError, struct.error) as error:
        raise ModelError(
            f"no Gemma 3 model in CTranslate2's format ({error})", where=str(folder.path)
        ) from error
    torch.set_num_threads(workers)
    model = Gemma3ForCausalLM(Gemma3TextConfig(**shape, tie_word_embeddings=True))
    model.load_state_dict(state)
    model.tie_weights()
    model.requires_grad_(requires_grad=False).train(mode=False)
    processor = sentencepiece.SentencePieceProcessor()
    processor.LoadFromSerializedProto(files[folder.manifest.files.tokenizer])
    return GemmaEngine(
        model, processor, manifest=folder.manifest, batch=batch,
        signature=f"{folder.manifest.name}@{folder.digest}/transformers-float32",
    )  # fmt: skip


def _read_variables(data: bytes) -> dict[str, Any]:
    """Return the arrays of a ``model.bin`` by name, aliases included."""
    import numpy as np

    file = io.BytesIO(data)

    def number(kind: str) -> int:
        (value,) = struct.unpack(kind, file.read(struct.calcsize(kind)))
        return int(value)

    def text() -> str:
        return file.read(number("<H"))[:-1].decode()

    version = number("<I")
    if version != _BINARY_VERSION:
        raise ModelError(f"CTranslate2 binary version {version}, where {_BINARY_VERSION} is known")
    text()  # name of the specification
    number("<I")  # its revision
    variables = {}
    for _ in range(number("<I")):
        name = text()
        shape = [number("<I") for _ in range(number("<B"))]
        kind = _TYPES[number("<B")]
        variables[name] = np.frombuffer(file.read(number("<I")), dtype=kind).reshape(shape)
    for _ in range(number("<I")):
        alias = text()
        variables[alias] = variables[text()]
    return variables


def _convert(variables: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the configuration, read off the shapes, and the float32 state."""
    import torch

    def weight(name: str) -> Any:
        values = torch.from_numpy(variables[f"{name}/weight"].astype("float32"))
        scale = variables.get(f"{name}/weight_scale")
        if scale is None:
            return values
        return values / torch.from_numpy(scale.astype("float32"))[:, None]

    def gamma(name: str) -> Any:
        return torch.from_numpy(variables[f"{name}/gamma"].astype("float32"))

    layers = sum(name.endswith("/ffn/linear_0/weight") for name in variables)
    embeddings = weight("decoder/embeddings")
    state = {
        "model.embed_tokens.weight": embeddings,
        "lm_head.weight": embeddings,
        "model.norm.weight": gamma("decoder/layer_norm"),
    }
    head = gamma("decoder/layer_0/self_attention/q_norm").shape[0]
    queries = weight("decoder/layer_0/self_attention/linear_1").shape[1]
    keys = (weight("decoder/layer_0/self_attention/linear_0").shape[0] - queries) // 2
    for number in range(layers):
        theirs, ours = f"decoder/layer_{number}", f"model.layers.{number}"
        joined = weight(f"{theirs}/self_attention/linear_0").split([queries, keys, keys])
        for name, values in zip(("q_proj", "k_proj", "v_proj"), joined, strict=True):
            state[f"{ours}.self_attn.{name}.weight"] = values
        state[f"{ours}.self_attn.o_proj.weight"] = weight(f"{theirs}/self_attention/linear_1")
        for name, other in _LINEAR.items():
            state[f"{ours}.mlp.{name}.weight"] = weight(f"{theirs}/ffn/{other}")
        for name, other in _NORMS.items():
            state[f"{ours}.{name}.weight"] = gamma(f"{theirs}/{other}")
    shape = {
        "vocab_size": embeddings.shape[0], "hidden_size": embeddings.shape[1],
        "intermediate_size": weight("decoder/layer_0/ffn/linear_0").shape[0],
        "num_hidden_layers": layers, "num_attention_heads": queries // head,
        "num_key_value_heads": keys // head, "head_dim": head, "query_pre_attn_scalar": head,
        "pad_token_id": 0, "bos_token_id": 2, "eos_token_id": 1,
    }  # fmt: skip
    return shape, state
