"""Writes `lang/en/casing.toml`: the words English writes in lower case, counted in the training treebank.

    python common_words.py corpus/train.spacy ../../src/variorum/lang/en/casing.toml

A word is in when the treebank has it at least `TIMES` times and tags it a proper noun in less than `SHARE` of them.
Only frequencies enter, no sentence of the treebank does.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import spacy
from spacy.tokens import DocBin

TIMES = 3
SHARE = 0.4
ENDINGS = re.compile(r"\w{3,}(?:ed|ing|ly|ions?|ments?|ness|able|ous|ive|isms?|ity|ities)")
"""Words that `text/truecase.py` lowers by their ending, so the list can do without them."""
WIDTH = 150


def common(path: Path) -> list[str]:
    """The words in lower case, sorted."""
    seen: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab):
        for token in doc:
            if token.is_alpha and token.is_ascii and len(token) > 1:
                seen[token.lower_] += 1
                names[token.lower_] += token.pos_ == "PROPN"
    return sorted(w for w, n in seen.items() if n >= TIMES and names[w] < SHARE * n and not ENDINGS.fullmatch(w))


def wrapped(words: list[str]) -> list[str]:
    """The words in lines of at most `WIDTH` characters."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) >= WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def main() -> None:
    """Read the corpus named first, write the file named second."""
    corpus, target = Path(sys.argv[1]), Path(sys.argv[2])
    head = (
        "# Words that English writes in lower case; made by training/en/common_words.py from treebank frequencies.\n\n"
    )
    body = "\n".join(wrapped(common(corpus)))
    target.write_text(f'{head}common = """\n{body}\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
