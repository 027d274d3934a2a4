"""Hand-made parses: `tree("Mayor/NOUN Ada/PROPN Quill/PROPN spoke/VERB")`, all words on the first verb."""

from __future__ import annotations

from variorum.model import Article, Section
from variorum.text.tree import Parse, Sentence, Token

TAGS = {"PROPN": "NNP", "NOUN": "NN", "VERB": "VBD", "ADJ": "JJ", "NUM": "CD"}
NO_SPACE_BEFORE = set(".,;:!?)'”") | {"'s", "’s"}


def tree(*sentences: str, published: str | None = None, **article: object) -> tuple[Article, Parse]:
    """An article and its parse; one section per sentence, tokens as `word/POS` with an optional `/TAG`."""
    text, tokens, spans, sections = "", [], [], []
    for number, sentence in enumerate(sentences):
        first, begin = len(tokens), len(text)
        quote = False
        for n, item in enumerate(sentence.split()):
            word, pos, *tag = item.rsplit("/", 2) if item.count("/") > 1 else item.rsplit("/", 1)
            glued = word in NO_SPACE_BEFORE or text.endswith(("“", "(")) or n == 0
            if word == '"':
                glued, quote = quote, not quote
            text += ("" if glued else " ") + word
            tokens.append((word, pos, tag[0] if tag else TAGS.get(pos, pos), len(text) - len(word), number))
        sections.append(Section("body", begin, len(text)))
        spans.append((first, len(tokens), begin, len(text)))
        text += "\n"
    made = [_token(i, t, tokens, spans) for i, t in enumerate(tokens)]
    parse = Parse(text, tuple(made), tuple(Sentence(n, *s, n, "body") for n, s in enumerate(spans)))
    return Article(id="a-test", text=text, sections=tuple(sections), published=published, **article), parse


def _token(i: int, token: tuple, tokens: list[tuple], spans: list[tuple]) -> Token:
    word, pos, tag, start, sentence = token
    first, last = spans[sentence][:2]
    root = next((j for j in range(first, last) if tokens[j][1] == "VERB"), first)
    return Token(
        i=i,
        start=start,
        end=start + len(word),
        text=word,
        lower=word.lower(),
        lemma={"said": "say", "told": "tell", "wrote": "write"}.get(word.lower(), word.lower()),
        pos=pos,
        tag=tag,
        dep="root" if i == root else "dep",
        head=root,
        sentence=sentence,
    )
