"""Glossaries in their three formats, and what is refused."""

from pathlib import Path

import pytest

from workbench.errors import FormatError, InputError
from workbench.language.glossary import Glossary, Term, read_glossaries, read_glossary

CSV = (
    "vi,en,kind,forbidden,note\n"
    "Sở Mây Trời|Sở MT,Department of Clouds|Clouds Department,organisation,Cloud Bureau,own\n"
    "Bến Nứa,Nua Wharf,place,,\n"
)
TOML = """
[[term]]
vi = ["Sở Mây Trời", "Sở MT"]
en = ["Department of Clouds", "Clouds Department"]
kind = "organisation"
forbidden = "Cloud Bureau"
note = "own"

[[term]]
vi = "Bến Nứa"
en = "Nua Wharf"
kind = "place"
"""
MARTIF = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id=""><descrip type="subjectField">organisation</descrip><note>own</note>
<langSet xml:lang="vi">
  <tig><term>Sở MT</term></tig>
  <tig><term>Sở Mây Trời</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
</langSet>
<langSet xml:lang="en-GB">
  <tig><term>Department of Clouds</term></tig><tig><term>Clouds Department</term></tig>
  <tig><term>Cloud Bureau</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
</langSet></termEntry>
<termEntry><descrip type="subjectField">place</descrip>
<langSet xml:lang="vi"><ntig><termGrp><term>Bến Nứa</term></termGrp></ntig></langSet>
<langSet xml:lang="en"><ntig><termGrp><term>Nua Wharf</term></termGrp></ntig></langSet></termEntry>
<termEntry><langSet xml:lang="fr"><tig><term>Quai</term></tig></langSet></termEntry>
</body></text></martif>"""
TBX = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" xml:lang="en"><text><body>
<conceptEntry id="c1"><langSec xml:lang="vi"><termSec><term>Bến Nứa</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>Nua Wharf</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""

CLOUDS = Term(
    vi=("Sở Mây Trời", "Sở MT"),
    en=("Department of Clouds", "Clouds Department"),
    forbidden_en=("Cloud Bureau",),
    kind="organisation",
)
WHARF = Term(vi=("Bến Nứa",), en=("Nua Wharf",), kind="place")


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [("t.csv", CSV), ("t.tsv", CSV.replace(",", "\t")), ("t.toml", TOML), ("t.tbx", MARTIF)],
)
def test_all_formats_give_the_same_terms(tmp_path: Path, name: str, text: str) -> None:
    clouds, wharf = read_glossary(_write(tmp_path, name, text)).terms
    assert (clouds.vi, clouds.en, clouds.forbidden_en, clouds.kind) == (
        CLOUDS.vi, CLOUDS.en, CLOUDS.forbidden_en, CLOUDS.kind,
    )  # fmt: skip
    assert (wharf.vi, wharf.en, wharf.kind) == (WHARF.vi, WHARF.en, WHARF.kind)


def test_the_second_dialect_of_tbx_is_read(tmp_path: Path) -> None:
    (term,) = read_glossary(_write(tmp_path, "t.tbx", TBX)).terms
    assert (term.id, term.vi, term.en, term.kind) == ("c1", ("Bến Nứa",), ("Nua Wharf",), "other")


def test_files_are_read_together(tmp_path: Path) -> None:
    paths = [_write(tmp_path, "a.csv", CSV), _write(tmp_path, "b.tbx", TBX)]
    assert len(read_glossaries(paths).terms) == 3


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    (term,) = read_glossary(_write(tmp_path, "t.csv", "vi,en\nBê\u0301n Nứa,Nua Wharf\n")).terms
    assert term.vi == ("Bến Nứa",)


def test_forbidden_forms_are_told_apart() -> None:
    text = "The Cloud Bureau joined the Department of Clouds; a cloud bureau did not."
    hits = [(text[a:b], forbidden) for a, b, _, forbidden in Glossary([CLOUDS]).hits(text, "en")]
    assert hits == [("Cloud Bureau", True), ("Department of Clouds", False)]


def test_the_longest_term_stands_and_only_whole_words() -> None:
    glossary = Glossary([Term(en=("Clouds",)), CLOUDS])
    text = "Department of Clouds, Cloudspotting"
    assert [text[a:b] for a, b, _ in glossary.find(text, "en")] == ["Department of Clouds"]
    assert list(glossary.find("x", "vi")) == []


@pytest.mark.parametrize(
    ("name", "text", "slug"),
    [
        ("t.csv", "name,term\na,b\n", "vi and en"),
        ("t.csv", "vi,en,kind\na,b,river\n", "unknown kind"),
        ("t.csv", "vi,en,note\n,,x\n", "without a form"),
        ("t.toml", "[[term]\n", "not TOML"),
        ("t.toml", "term = 3\n", r"\[\[term\]\]"),
        ("t.toml", "[[term]]\nvi = 3\n", "must be text"),
        ("t.tbx", "<martif>", "not XML"),
        ("t.tbx", "<martif/>", "no term entries"),
        ("t.doc", "", "not a glossary"),
    ],
)
def test_what_is_no_glossary_is_refused(tmp_path: Path, name: str, text: str, slug: str) -> None:
    with pytest.raises(FormatError, match=slug) as caught:
        read_glossary(_write(tmp_path, name, text))
    assert caught.value.hint


def test_a_missing_file_and_another_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_glossary(tmp_path / "none.csv")
    path = tmp_path / "t.csv"
    path.write_bytes("vi,en\nBến,Wharf\n".encode("utf-16"))
    with pytest.raises(FormatError, match="UTF-8"):
        read_glossary(path)
