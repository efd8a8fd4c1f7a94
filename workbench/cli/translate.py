"""``wb translate``: articles side by side, or line for line."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.streams import Progress, check_target, note, write_file
from workbench.errors import InputError, LanguageError, UsageError
from workbench.records import Article, Signature, Translation, dump_lines

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.engine import Engine
    from workbench.language.glossary import Glossary
    from workbench.report.bilingual import Bitext

#: Formats by suffix of the output; those below stand for one article each.
_SUFFIXES = {
    ".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "jsonl", ".docx": "docx",
    ".xlsx": "xlsx", ".csv": "csv", ".tmx": "tmx", ".xliff": "xliff", ".xlf": "xliff",
}  # fmt: skip
_FORMATS = (*dict.fromkeys(_SUFFIXES.values()), "xliff2")
#: Columns of the text where no terminal says how wide it is.
_WIDTH = 100
_ENGLISH_HINT = "Give the Vietnamese article as the source; English articles go to --coverage."


def translate(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE… | -", help="Vietnamese articles; '-' is stdin."),
    ] = None,
    *,
    lines: Annotated[
        bool,
        typer.Option("--lines", help="One sentence or paragraph a line; one line out for each."),
    ] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to, by suffix.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(_FORMATS)}.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, as --format jsonl.")] = False,
    model: Annotated[
        str | None, typer.Option(metavar="NAME|PATH", help="Another model than the default.")
    ] = None,
    beam: Annotated[
        int | None,
        typer.Option(min=1, max=16, help="Width of the search: 1 is fastest, 4 the default."),
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="Names and terms: .tbx .csv .toml; repeatable."),
    ] = None,
    keep_all: Annotated[
        bool,
        typer.Option("--keep-all", help="Every line of a page, also what is no part of the body."),
    ] = False,
    memory: Annotated[
        bool,
        typer.Option("--memory/--no-memory", help="Reuse what the model said of a text before."),
    ] = True,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing output.")] = False,
) -> int:
    """Translate Vietnamese articles to English: side by side, or line for line.

    All work is done on this machine. Of the model's best guesses the one is taken whose figures
    and names agree with the source; what still differs is flagged, not repaired.
    """
    from workbench.config import load_settings, with_flags
    from workbench.language.glossary import read_glossaries
    from workbench.pipeline.model import open_engine

    if not files and not lines:
        raise UsageError("no file is named", hint="Name Vietnamese articles, or '-' for stdin.")
    shape = _format(form or ("jsonl" if json else None), output)
    if output is not None:
        check_target(output, force=force)
    settings = with_flags(load_settings(), model=model, beam=beam)
    named = [*settings.check.glossaries, *(glossary or ())]
    terms = read_glossaries(map(Path, named)) if named else None
    if lines:
        source = _line_source(files or ["-"], shape)
        with _opened(source) as descriptor:
            engine = open_engine(settings.translate, memory=memory, warn=note)
            _translate_lines(
                descriptor, engine, settings, terms, where=source, shape=shape, output=output
            )
        return 0
    articles = _read(files or [], shape, keep_all=keep_all)
    engine = open_engine(settings.translate, memory=memory, warn=note)
    _translate_articles(articles, engine, settings, terms, shape=shape, output=output)
    return 0


def _format(given: str | None, output: str | None) -> str:
    """Tell the format: as given, or by the suffix of the output, or text. Raises UsageError."""
    if given is not None:
        if given not in _FORMATS:
            raise UsageError(f"unknown format '{given}'", hint=f"One of {', '.join(_FORMATS)}.")
        return given
    if output is None or output == "-":
        return "text"
    suffix = PurePath(output).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(
            f"no format has the suffix '{suffix}'",
            hint=f"One of {', '.join(_SUFFIXES)}; or name it with --format.",
        )
    return _SUFFIXES[suffix]


def _read(files: Sequence[str], shape: str, *, keep_all: bool) -> list[Article]:
    """Read the articles. Raises InputError and its kinds before any work is done."""
    from workbench.ingest import read_articles
    from workbench.report.bilingual import FORMATS

    articles = [article for name in files for article in read_articles(name, keep_all=keep_all)]
    for article in articles:
        if article.lang == "en":
            raise LanguageError(
                "the source is English, not Vietnamese", where=article.path, hint=_ENGLISH_HINT
            )
    if len(articles) > 1 and shape not in FORMATS:
        raise UsageError(
            f"{shape} holds one article, and {len(articles)} were read",
            hint=f"One call for each, or --format {'|'.join(FORMATS)}.",
        )
    return articles


def _translate_articles(
    articles: Sequence[Article],
    engine: Engine,
    settings: Settings,
    terms: Glossary | None,
    *,
    shape: str,
    output: str | None,
) -> None:
    from workbench.pipeline.prepare import prepare_source
    from workbench.report.bilingual import Bitext

    bitexts = []
    for article in articles:
        told = Progress(f"translating {article.path}:")
        done = prepare_source(article, engine, settings=settings, glossary=terms, progress=told)
        bitexts.append(
            Bitext(article=article, segments=done.segments, translations=done.translations)
        )
    content = _render(bitexts, _signature(engine, settings), shape=shape, output=output)
    if output is None and isinstance(content, str):
        sys.stdout.write(content)
    else:
        write_file(output or "-", content)


def _render(
    bitexts: Sequence[Bitext], signature: Signature, *, shape: str, output: str | None
) -> str | bytes:
    from workbench.report import bilingual

    if shape == "text":
        on_terminal = output is None and sys.stdout.isatty()
        width = shutil.get_terminal_size().columns if on_terminal else _WIDTH
        return bilingual.render_text(bitexts, width=width)
    if shape == "html":
        return bilingual.render_html(bitexts, signature=str(signature))
    if shape == "jsonl":
        return bilingual.render_rows(bitexts, signature=str(signature))
    from workbench.exchange import FORMATS, export

    (bitext,) = bitexts
    (known,) = (name for name in FORMATS if name == shape)
    return export(
        article=bitext.article,
        segments=bitext.segments,
        translations=bitext.translations,
        format=known,
        signature=str(signature),
    )


def _signature(engine: Engine, settings: Settings) -> Signature:
    return Signature.of(stage="translate", model=engine.signature, beam=settings.translate.beam)


def _line_source(files: Sequence[str], shape: str) -> str:
    if len(files) > 1:
        raise UsageError(
            "--lines takes one file", hint="Join them: cat FILE… | wb translate --lines"
        )
    if shape not in ("text", "jsonl"):
        raise UsageError(f"--lines cannot be written as {shape}", hint="Use text or jsonl.")
    return files[0]


@contextmanager
def _opened(name: str) -> Iterator[int]:
    """Open a file, or stdin for ``-``, and give its descriptor. Raises InputError."""
    if name == "-":
        yield sys.stdin.fileno()
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below; opening alone may be refused here
    except OSError as error:
        raise InputError(
            f"cannot read {name}: {os.strerror(error.errno or 0)}",
            hint="Check the path, or give '-' to read stdin.",
        ) from error
    with file:
        yield file.fileno()


def _translate_lines(
    descriptor: int,
    engine: Engine,
    settings: Settings,
    terms: Glossary | None,
    *,
    where: str,
    shape: str,
    output: str | None,
) -> None:
    """Translate block by block; each block is printed as soon as it is ready."""
    from workbench.cli.lines import read_blocks
    from workbench.pipeline.prepare import translate_safely

    kept: list[str] = []
    if shape == "jsonl":
        kept.append(dump_lines([{"schema": 1, "signature": str(_signature(engine, settings))}]))
    told = Progress("translating lines:")
    flagged: list[str] = []
    first = 1
    for block in read_blocks(descriptor, where="stdin" if where == "-" else where):
        if first == 1:
            _require_vietnamese(block, where=where)
        made = translate_safely(block, engine, settings=settings, glossary=terms, progress=told)
        flagged += [f"{first + each.segment} ({each.flags[0]})" for each in made if each.flags]
        kept.append("".join(_line(each, first, shape) for each in made))
        first += len(block)
        if output in (None, "-"):
            sys.stdout.write("".join(kept))
            sys.stdout.flush()
            kept.clear()
    if output not in (None, "-"):
        assert output is not None
        write_file(output, "".join(kept))
    if flagged:
        note(f"look at {len(flagged)} of {first - 1} lines: {', '.join(flagged)}")


def _line(translation: Translation, first: int, shape: str) -> str:
    if shape == "text":
        return translation.text + "\n"
    row = {
        "line": first + translation.segment, "text": translation.text,
        "score": translation.score, "flags": translation.flags,
    }  # fmt: skip
    return dump_lines([row])


def _require_vietnamese(lines: Sequence[str], *, where: str) -> None:
    from workbench.language.identify import identify_language

    if identify_language("\n".join(lines)) == "en":
        raise LanguageError(
            "the source is English, not Vietnamese", where=where, hint=_ENGLISH_HINT
        )
