"""Tell words that look like Vietnamese syllables, with marks or without."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.language.text import fold

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx]"
_RHYME = (
    # with a final consonant
    "(?:a|e|i|o|u|y|ie|ye|uo|oa|oe|ua|ue|uy|uye|oo)(?:ng|nh|ch|c|m|n|p|t)"
    # open, or with a glide
    "|a[iouy]?|e[ou]?|i[au]?|ieu|o[aei]?|oa[iyo]|oeo|u[aeiouy]?|uo[iu]|ua[iy]|uy[au]|uyu|uơ|y|yeu|ia|ya"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_RHYME})")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Say whether a word could be a Vietnamese syllable: ``Tuyến``, ``tuyen``, but not ``Trump``."""
    return _SYLLABLE.fullmatch(fold(word)) is not None
