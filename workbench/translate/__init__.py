"""Translate texts: cut, batch, choose among the n-best, retry what cannot be a translation.

Nothing is repaired: what a reader should look at carries a flag.
"""

from __future__ import annotations

from workbench.translate.stage import Judge, Memory, translate_texts

__all__ = ["Judge", "Memory", "translate_texts"]
