"""The exception tree. Each error has a slug, a hint and an exit status of 2.

WorkbenchError
├── UsageError       the call's words are off                          usage
├── ConfigError      wb.toml or an environment variable                config
├── InputError       a file or a text that cannot be read              input
│   ├── EncodingError    no encoding fits                              encoding
│   ├── FormatError      not the format it claims to be                format
│   └── LanguageError    another language than the one asked for       language
├── OutputError      a place that cannot be written                    output
├── ModelError       a model that is missing, damaged or unfit         model
│   └── ChecksumError    a file differs from its checksum              checksum
└── MissingExtra     an optional package is not installed              extra
"""

from __future__ import annotations

from typing import ClassVar


class WorkbenchError(Exception):
    """Say what happened, where, and what to do next."""

    slug: ClassVar[str] = "error"

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}, {self.where}" if self.where else self.message


class UsageError(WorkbenchError):
    """Raise for a call whose words are off."""

    slug = "usage"


class ConfigError(WorkbenchError):
    """Raise for a setting that is unknown or has a wrong value."""

    slug = "config"


class InputError(WorkbenchError):
    """Raise for a file or text that cannot be read."""

    slug = "input"


class EncodingError(InputError):
    """Raise when no encoding fits the bytes."""

    slug = "encoding"


class FormatError(InputError):
    """Raise for a file that is not of the format it claims."""

    slug = "format"


class LanguageError(InputError):
    """Raise for a text in another language than the one asked for."""

    slug = "language"


class OutputError(WorkbenchError):
    """Raise for a place that cannot be written, or an existing file without --force."""

    slug = "output"


class ModelError(WorkbenchError):
    """Raise for a model that is missing, damaged or unfit."""

    slug = "model"


class ChecksumError(ModelError):
    """Raise for a model file that differs from its checksum."""

    slug = "checksum"


class MissingExtra(WorkbenchError):  # noqa: N818 - reads as what it is: an extra is missing
    """Raise when a command needs an optional package that is not installed."""

    slug = "extra"
