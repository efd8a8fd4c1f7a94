"""Vietnamese syllables: letters, tone and marks apart, so that two spellings can be compared.

A mark left out is a habit of English newspapers; a mark changed is another syllable, and often
another person: ``Phương`` and ``Phượng`` fold to one ASCII form and are two names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from workbench.language.text import fold

#: Combining tone marks: grave, acute, tilde, hook above, dot below.
_TONES = frozenset("̣̀́̃̉")

_ONSETS = "ngh|ng|gh|gi|kh|nh|ph|th|tr|ch|qu|[bcdghklmnprstvx]"
_RHYMES = (
    "oach|oanh|oang|oong|uyet|uyen|uych|uynh|uong|uoi|uou|uom|uon|uot|uoc|ieng|iem|iep|iet|ieu|"
    "yeu|yem|yen|yet|"
    "ien|iec|oai|oay|oan|oam|oac|oat|oap|oen|oet|oeo|uan|uat|uang|uay|uya|uyu|uyt|uynh|uec|uech|"
    "uenh|"
    "anh|ach|ang|eng|enh|ech|inh|ich|ong|ung|"
    "ai|ao|au|ay|ac|am|an|ap|at|eo|eu|ec|em|en|ep|et|ia|iu|ic|im|in|ip|it|"
    "oa|oe|oi|oc|om|on|op|ot|ua|ue|ui|uo|uu|uy|uc|um|un|up|ut|[aeiouy]"
)
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_RHYMES})")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Say whether a word, folded, could be a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


@lru_cache(maxsize=8192)
def spell(syllable: str) -> tuple[str, str]:
    """Return the letters of a syllable (quality marks kept, lower case) and its tone mark.

    Old and new places of the tone (``hoà``, ``hòa``) and final ``i`` for ``y`` (``Lí``, ``Lý``)
    come out alike.
    """
    letters: list[str] = []
    tone = ""
    for letter in unicodedata.normalize("NFD", syllable.lower()):
        if letter in _TONES:
            tone = letter
        else:
            letters.append(letter)
    plain = unicodedata.normalize("NFC", "".join(letters))
    if re.fullmatch("[hklmst]i|qui", plain):
        plain = plain[:-1] + "y"
    return plain, tone


def has_marks(text: str) -> bool:
    """Say whether a text is written with marks, Vietnamese or others."""
    return fold(text) != text.lower()


def same_marks(one: str, other: str) -> bool:
    """Say whether two syllables that fold alike are the same syllable with its marks."""
    return spell(one) == spell(other)


def split_name(name: str) -> list[str]:
    """Cut a name into words: at blanks, hyphens, dots and apostrophes inside.

    ``Kim Jong-un`` has three, ``J.K. Rowling`` too, ``O’Neil`` is one (``oneil``).
    """
    joined = re.sub(r"(?<=\w)['’ʼ`](?=\w)", "", re.sub(r"['’]s?(?!\w)", "", name))
    return re.findall(r"[^\W_]+(?:&[^\W_]+)*", joined)
