"""Where something was said: the network, broadcast, letter or call named beside the reporting verb."""

from __future__ import annotations

from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report
from variorum.text.tree import Token

AHEAD = 9
WINDOW = 26


def medium_of(reading: Reading, report: Report) -> str | None:
    """The medium in the article's words, lower case but for names; None where none is given."""
    verb = reading.tokens[report.at]
    own: str | None = reading.media.verbs.get(verb.lemma)
    if own is not None:
        return own
    for token in _prepositions(reading, report, verb):
        found = _after(reading, token.i + 1)
        if found is not None:
            return found
    return _channel(reading, verb)


def _prepositions(reading: Reading, report: Report, verb: Token) -> list[Token]:
    """Those of the sentence that are not content: behind the verb first, then what is fronted."""
    sentence = reading.sentence(verb)
    behind = reading.tokens[verb.i : min(sentence.last, verb.i + WINDOW)]
    front = reading.tokens[max(sentence.first, verb.i - WINDOW) : verb.i]
    return [
        t
        for t in (*behind, *front)
        if t.lower in reading.media.prepositions
        and reading.inside[t.i] == report.inside
        and not any(s <= t.start < e for s, e in report.content)
    ]


def _after(reading: Reading, i: int) -> str | None:
    """The medium in the phrase that begins at token `i`."""
    words: list[str] = []
    for token in reading.tokens[i : i + AHEAD]:
        platform = _platform(reading, token)
        if platform is not None and (not words or words[-1] not in reading.media.qualifiers):
            noun = reading.tokens[platform[1]] if platform[1] < len(reading.tokens) else None
            if noun is not None and noun.lemma in reading.media.nouns and noun.lemma not in ("media", "network"):
                return f"{platform[0]} {noun.lemma}"
            return platform[0]
        if token.lower in reading.media.nouns or token.lemma in reading.media.nouns:
            following = reading.tokens[token.i + 1] if token.i + 1 < len(reading.tokens) else token
            if following.lemma in reading.media.nouns and following.sentence == token.sentence:
                words.append(token.lower)
                continue
            nested = _nested(reading, token.i + 1)
            name = reading.media.clipped.get(token.lemma, token.lemma)
            return nested or " ".join(
                [w for w in words if w in reading.media.qualifiers or w in reading.media.nouns] + [name]
            )
        if token.lower in reading.media.qualifiers:
            words.append(token.lower)
        elif (
            token.lower != "of" and token.pos not in ("DET", "ADJ", "PROPN", "NOUN", "PRON", "PART", "VERB")
        ) or token.tag in ("VBD", "VBZ"):
            return None
    return None


def _nested(reading: Reading, i: int) -> str | None:
    """ "a post on X": the network is the medium."""
    tokens = reading.tokens[i : i + 4]
    if tokens and tokens[0].lower in ("on", "to", "via"):
        for token in tokens[1:]:
            platform = _platform(reading, token)
            if platform is not None:
                return platform[0]
    return None


def _platform(reading: Reading, token: Token) -> tuple[str, int] | None:
    """The network whose name begins here, and the index behind it."""
    if not token.text[:1].isupper():
        return None
    if token.i + 1 < len(reading.tokens):
        two = f"{token.text} {reading.tokens[token.i + 1].text}"
        if two in reading.media.platforms:
            return two, token.i + 2
    return (token.text, token.i + 1) if token.text in reading.media.platforms else None


def _channel(reading: Reading, verb: Token) -> str | None:
    """ "told state television", "told a news conference"."""
    if verb.lemma not in reading.saying.told:
        return None
    words: list[str] = []
    for token in reading.tokens[verb.i + 1 : verb.i + 6]:
        if token.lemma in reading.media.channels:
            return " ".join([*words, reading.media.clipped.get(token.lemma, token.lemma)])
        if token.lower in reading.media.qualifiers:
            words.append(token.lower)
        elif token.pos not in ("DET", "ADJ"):
            return None
    return None
