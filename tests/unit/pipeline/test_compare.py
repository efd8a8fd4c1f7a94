from workbench.engine.fake import FakeEngine
from workbench.pipeline.compare import BLOCK, ask_likelihood


def test_pairs_are_asked_about_in_blocks_and_the_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    engine = FakeEngine({"một": "one"})
    ask = ask_likelihood(["một"], ["one", "two"], engine, progress=lambda *at: seen.append(at))
    pairs = [(0, 0), (0, 1)] * BLOCK
    assert ask(pairs) == [0.0, -1.0] * BLOCK
    assert ask([(None, 1)]) == [-1.0]
    assert seen == [(BLOCK, 2 * BLOCK), (2 * BLOCK, 2 * BLOCK), (1, 1)]
