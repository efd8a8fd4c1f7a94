from workbench.align.peers import align_bleu, align_lengths
from workbench.align.sides import AlignSide

MT = ["The port opened in June.", "It cost 62 billion.", "A hundred fishermen came to the pier."]


def test_lengths_alone_keep_equal_texts_in_step() -> None:
    texts = ["a" * 30, "b" * 90, "c" * 50]
    found = align_lengths(AlignSide(texts=texts), AlignSide(texts=texts))
    assert found == [((i,), (i,)) for i in range(3)]


def test_anchors_of_bleu_skip_what_is_strange() -> None:
    en = ["Quite another matter was discussed at length elsewhere.", *MT]
    found = align_bleu(AlignSide(texts=MT, english=MT), AlignSide(texts=en))
    assert {((0,), (1,)), ((1,), (2,)), ((2,), (3,))} <= set(found)
