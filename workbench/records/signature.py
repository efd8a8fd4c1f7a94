"""The settings string on every score and report, after sacrebleu's."""

from __future__ import annotations

import msgspec

from workbench import __version__


class Signature(msgspec.Struct, frozen=True):
    """Key and value pairs, in order: ``wb:0.1.0|stage:align|method:sparse``."""

    fields: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, **fields: object) -> Signature:
        """Build a signature that begins with the version of the workbench."""
        return cls((("wb", __version__), *((key, str(value)) for key, value in fields.items())))

    def __str__(self) -> str:
        return "|".join(f"{key}:{value}" for key, value in self.fields)
