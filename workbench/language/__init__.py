"""What is known of the two languages: tables with their sources, and text folding."""

from __future__ import annotations

from typing import Literal

#: The languages of the workbench, as ISO 639-1 codes.
Language = Literal["vi", "en"]
