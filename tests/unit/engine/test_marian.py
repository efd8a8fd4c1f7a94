"""A tiny Marian checkpoint of random weights: what is tested is the way, not the translation."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from workbench.cli.app import run
from workbench.engine import ModelFolder, load_engine
from workbench.errors import ModelError

SENTENCES = [
    "Cầu Trà Lương thông xe vào sáng nay sau ba năm thi công.",
    "Chủ tịch tỉnh cho biết đường gom sẽ xong trước tháng mười một.",
    "Người dân bốn xã vùng cao đi lại dễ dàng hơn trong mùa mưa.",
    "The bridge opened to traffic this morning after three years of work.",
    "The chairman said the service road will be ready before November.",
    "People in four highland communes travel more easily in the rainy season.",
]


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import sentencepiece
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder = tmp_path_factory.mktemp("marian")
    text = folder / "text.txt"
    text.write_text("\n".join(SENTENCES), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(folder / "source"), vocab_size=90, minloglevel=2
    )
    shutil.copy(folder / "source.model", folder / "target.spm")
    (folder / "source.model").rename(folder / "source.spm")
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    names = ["</s>", "<unk>", *(pieces.id_to_piece(i) for i in range(3, len(pieces))), "<pad>"]
    vocabulary = {name: number for number, name in enumerate(names)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"source_lang": "vi", "target_lang": "en"}), encoding="utf-8"
    )
    torch.manual_seed(3)
    pad = vocabulary["<pad>"]
    sizes = dict.fromkeys(
        ("encoder_layers", "decoder_layers", "encoder_attention_heads", "decoder_attention_heads"),
        1,
    )
    config = MarianConfig(
        vocab_size=len(names), d_model=16, encoder_ffn_dim=16, decoder_ffn_dim=16,
        max_position_embeddings=64, pad_token_id=pad, decoder_start_token_id=pad,
        eos_token_id=0, forced_eos_token_id=0, init_std=0.5, **sizes,
    )  # fmt: skip
    MarianMTModel(config).save_pretrained(folder)
    return folder


@pytest.mark.model
def test_n_best_come_in_the_order_of_the_texts(checkpoint: Path) -> None:
    engine = load_engine(str(checkpoint))
    seen: list[tuple[int, int]] = []
    results = engine.translate(
        SENTENCES[:3], beam=2, nbest=2, progress=lambda *counts: seen.append(counts)
    )
    assert [len(each) for each in results] == [2, 2, 2]
    assert all(h.score is not None for each in results for h in each)
    assert all(each[0].score >= each[1].score for each in results)  # type: ignore[operator]
    alone = engine.translate([SENTENCES[1]], beam=2, nbest=2)[0]
    assert [h.text for h in alone] == [h.text for h in results[1]]
    assert seen[-1] == (3, 3)
    assert engine.max_pieces == 63
    assert engine.signature.endswith("/transformers")


@pytest.mark.model
def test_greedy_gives_one_hypothesis(checkpoint: Path) -> None:
    engine = load_engine(str(checkpoint))
    assert [len(each) for each in engine.translate(SENTENCES[:2], beam=1)] == [1, 1]
    assert engine.translate([], beam=4) == []


@pytest.mark.model
def test_another_family_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "t5"}', encoding="utf-8")
    with pytest.raises(ModelError, match="family 't5'"):
        load_engine(str(tmp_path))


@pytest.mark.model
def test_an_id_that_is_not_cached_is_told_without_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="neither a folder nor in the Hugging Face cache"):
        load_engine("no-such-owner/no-such-model")


@pytest.mark.model
def test_the_same_checkpoint_runs_in_ctranslate2(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkpoint / "README.md").write_text("---\nlicense: apache-2.0\n---\n", encoding="utf-8")
    monkeypatch.setenv("WB_MODELS", str(tmp_path))
    assert run(["models", "add", str(checkpoint), "--name", "tiny"]) == 0
    assert run(["models", "add", str(checkpoint), "--name", "tiny"]) == 2
    assert run(["models", "add", str(checkpoint), "--name", "../tiny"]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["tiny"]
    assert ModelFolder(tmp_path / "tiny").manifest.licence.name == "apache-2.0"
    ours = load_engine("tiny").translate(SENTENCES[:3], beam=1)
    theirs = load_engine(str(checkpoint)).translate(SENTENCES[:3], beam=1)
    begins = [[each[0].text[:3] for each in results] for results in (ours, theirs)]
    assert begins[0] == begins[1]
    assert len(set(begins[0])) == 3, "what comes out depends on what goes in"
    pairs = [(SENTENCES[0], SENTENCES[3]), (SENTENCES[0], SENTENCES[4]), ("", SENTENCES[3])]
    rated = [load_engine(name).likelihoods(pairs) for name in ("tiny", str(checkpoint))]
    assert rated[0] == pytest.approx(rated[1], rel=0.05)
