"""Files and folders: what is read, and what format it has."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from workbench.errors import FormatError, InputError

#: Format by suffix; anything else is told by its content.
FORMATS = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text", ".text": "text", ".md": "markdown",
    ".markdown": "markdown", ".docx": "docx", ".pdf": "pdf", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_KNOWN = ".html .txt .md .docx .pdf .json .jsonl"


def read_bytes(name: str) -> bytes:
    """Read a file, or stdin for ``-``. Raises InputError, also for a file with nothing in it."""
    if name == "-":
        data = sys.stdin.buffer.read()
    else:
        path = Path(name)
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise InputError(
                f"no such file: {name}", hint="Check the path, or give '-' to read stdin."
            ) from error
        except IsADirectoryError as error:
            raise InputError(f"{name} is a folder", hint="Name the files in it.") from error
        except (OSError, ValueError) as error:
            raise InputError(
                f"cannot read {name}: {getattr(error, 'strerror', None) or error}"
            ) from error
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        place = "stdin" if name == "-" else name
        raise InputError(f"{place} is empty", hint="Give a file with an article in it.")
    return data


def expand(paths: Iterable[str]) -> list[str]:
    """Name the article files of a pool: files and ``-`` as they are, folders by what they hold.

    Folders are walked in order of names; hidden files and other formats are passed over. Raises
    InputError for a path that does not exist and for a folder without any article file.
    """
    found: list[str] = []
    for name in paths:
        path = Path(name)
        if name == "-" or path.is_file():
            found.append(name)
        elif path.is_dir():
            inside = sorted(str(p) for p in path.rglob("*") if _is_article(p, path))
            if not inside:
                raise InputError(
                    f"no article files in the folder {name}", hint=f"It must hold one of: {_KNOWN}"
                )
            found.extend(inside)
        else:
            raise InputError(
                f"no such file: {name}", hint="Check the path, or give '-' to read stdin."
            )
    return list(dict.fromkeys(found))


def _is_article(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return path.suffix.lower() in FORMATS and not hidden and path.is_file()


def find_format(name: str, data: bytes) -> str:
    """Name the format: by its first bytes where these are plain, else by suffix, else by content.

    Raises FormatError for formats that are known and not read, such as old Word files.
    """
    place = "stdin" if name == "-" else name
    suffix = Path(name).suffix.lower() if name != "-" else ""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        if b"word/" in data or suffix == ".docx":
            return "docx"
        raise FormatError(
            "this is a zip file, not an article", where=place, hint=f"Give one of: {_KNOWN}"
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise FormatError(
            "this is an old Word file (.doc) or an encrypted one",
            where=place,
            hint="Save it as .docx without a password.",
        )
    if suffix in FORMATS:
        return FORMATS[suffix]
    return _sniff(data)


def _sniff(data: bytes) -> str:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    lowered = head.lower()
    if lowered.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in lowered:
        return "html"
    if head.startswith(b"{"):
        first, _, rest = data.strip().partition(b"\n")
        return (
            "jsonl" if first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{") else "json"
        )
    if head.startswith(b"[") and head[1:].lstrip().startswith((b"{", b"]")):
        return "json"
    return "text"
