"""What the rest of Variorum counts on the English reader for, on sentences written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

PIPELINE = Path(__file__).parents[2] / "models" / "en" / "pipeline"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(PIPELINE)


def word(doc: Doc, form: str) -> Token:
    """The first token that is written so."""
    return next(token for token in doc if token.text == form)


def arc(doc: Doc, form: str) -> tuple[str, str]:
    """The relation and the head of a token."""
    token = word(doc, form)
    return token.dep_, token.head.text


def test_passive_subject_and_agent(nlp: Language) -> None:
    doc = nlp("The old bridge was destroyed by the rebels on Tuesday.")
    assert arc(doc, "bridge") == ("nsubj:pass", "destroyed")
    assert arc(doc, "was") == ("aux:pass", "destroyed")
    assert arc(doc, "rebels") == ("obl:agent", "destroyed")
    assert arc(doc, "by") == ("case", "rebels")


def test_relative_clause(nlp: Language) -> None:
    doc = nlp("The minister praised the nurses who treated the wounded sailors.")
    assert arc(doc, "treated") == ("acl:relcl", "nurses")
    assert arc(doc, "who") == ("nsubj", "treated")


def test_possessor(nlp: Language) -> None:
    for mark in ("'", "’"):
        doc = nlp(f"The city{mark}s mayor resigned.")
        assert arc(doc, "city") == ("nmod:poss", "mayor")
        assert arc(doc, f"{mark}s") == ("case", "city")


@pytest.mark.parametrize("number", ["12", "4,500", "three", "27"])
def test_numbers_modify_what_they_count(nlp: Language, number: str) -> None:
    doc = nlp(f"The army said it had lost {number} tanks near the border.")
    assert arc(doc, number) == ("nummod", "tanks")
    assert word(doc, number).pos_ == "NUM"


def test_killing_at_least(nlp: Language) -> None:
    doc = nlp("A missile hit a market in the port on Friday, killing at least 12 people and wounding 30 others.")
    assert word(doc, "killing").dep_ == "advcl"
    assert word(doc, "killing").lemma_ == "kill"
    assert arc(doc, "people") == ("obj", "killing")
    assert arc(doc, "12") == ("nummod", "people")
    assert word(doc, "least").head.text == "12"
    assert arc(doc, "wounding") == ("conj", "killing")


def test_speaker_of_a_quotation(nlp: Language) -> None:
    doc = nlp("“The shelling has not stopped,” the governor said.")
    assert arc(doc, "governor") == ("nsubj", "said")
    assert word(doc, "said").dep_ == "ROOT"
    assert word(doc, "stopped").head.text == "said"


@pytest.mark.parametrize(
    ("text", "first", "last", "office", "verb"),
    [
        ("Oleh Synehubov, the regional governor, said two people died.", "Oleh", "Synehubov", "governor", "said"),
        ("John Smith, head of the rescue service, told reporters it was over.", "John", "Smith", "head", "told"),
    ],
)
def test_speaker_with_an_office(nlp: Language, text: str, first: str, last: str, office: str, verb: str) -> None:
    doc = nlp(text)
    assert arc(doc, first) == ("nsubj", verb)
    assert arc(doc, last) == ("flat", first)
    assert arc(doc, office) == ("appos", first)


def test_names_are_flat(nlp: Language) -> None:
    assert arc(nlp("The senator met David Johnson in Paris."), "Johnson") == ("flat", "David")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They cannot leave.", "They can not leave ."),
        ("It doesn’t matter.", "It does n’t matter ."),
        ("IT DOESN'T MATTER.", "IT DOES N'T MATTER ."),
        ("Ukraine’s allies", "Ukraine ’s allies"),
        ("$20m and 45% of £3,000", "$ 20 m and 45 % of £ 3,000"),
        ("at 7.40 a.m. on Monday", "at 7.40 a.m. on Monday"),
        ("No. 4 in the U.S. league", "No. 4 in the U.S. league"),
        ("a London-based 12-year-old", "a London - based 12 - year - old"),
        ("a pre-war, re-elected council", "a pre-war , re-elected council"),
        ("10–15 «boats»", "10 – 15 « boats »"),
    ],
)
def test_word_limits(nlp: Language, text: str, words: str) -> None:
    assert " ".join(token.text for token in nlp.make_doc(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "“Don’t go,” she said — ‘not yet’.\n\nThe crowd’s answer: «No!»  Then,\tsilence…",
        "  Leading spaces, a non-breaking\u00a0space, an emoji 🚢 and Zoë’s naïve café.\r\n",
        "",
    ],
)
def test_offsets_come_back(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)
    assert all(text[sent.start_char : sent.end_char] == sent.text for sent in doc.sents)


def test_sentences_end_at_paragraphs_too(nlp: Language) -> None:
    doc = nlp("Ferry sinks off coast\n\nA ferry sank off the coast on Sunday. Most passengers were saved.")
    starts = [next(token.text for token in sent if not token.is_space) for sent in doc.sents]
    assert starts == ["Ferry", "A", "Most"]


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Three women were injured.", "women", "woman"),
        ("Three women were injured.", "injured", "injure"),
        ("Three women were injured.", "were", "be"),
        ("Police controlled the crowd.", "controlled", "control"),
        ("The Syrian army withdrew its forces.", "Syrian", "Syrian"),
        ("The Syrian army withdrew its forces.", "withdrew", "withdraw"),
        ("He said bodies had been found.", "bodies", "body"),
        ("They haven’t replied.", "n’t", "not"),
    ],
)
def test_lemmas(nlp: Language, text: str, form: str, lemma: str) -> None:
    assert word(nlp(text), form).lemma_ == lemma


def test_same_text_same_analysis(nlp: Language) -> None:
    texts = ["Rescuers found two more bodies in the ruins on Monday.", "The toll rose to 31, the mayor said."] * 4
    alone = [nlp(text).to_json() for text in texts]
    batched = [doc.to_json() for doc in nlp.pipe(texts, batch_size=3)]
    assert alone == batched
    assert [doc.to_json() for doc in spacy.load(PIPELINE).pipe(texts)] == alone


def test_pipeline_needs_no_code_and_stays_small() -> None:
    meta = json.loads((PIPELINE / "meta.json").read_text(encoding="utf-8"))
    assert meta["pipeline"] == ["tok2vec", "tagger", "morphologizer", "parser", "lemmatizer"]
    assert sum(path.stat().st_size for path in PIPELINE.rglob("*") if path.is_file()) < 20_000_000
