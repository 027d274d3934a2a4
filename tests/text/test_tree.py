"""What is looked up in a parse: words, offsets, and what stays in common when word classes are mended."""

from __future__ import annotations

from msgspec.structs import replace

from reading import tree

TEXT = "Two guards were hurt on Friday. The guard's brother wasn't, and three nurses slept."


def test_words_of_a_sentence_are_its_runs_of_letters_in_lower_case() -> None:
    parse = tree(TEXT)
    assert parse.said(parse.sentences[0]) == {"two", "guards", "were", "hurt", "on", "friday"}
    assert {"guard", "s", "wasn", "t"} <= parse.said(parse.sentences[1])


def test_tokens_are_found_by_text_or_lemma_in_text_order() -> None:
    parse = tree(TEXT)
    wanted = frozenset(("guard", "nurse", "two"))
    assert [t.i for t in parse.named(wanted)] == [t.i for t in parse.tokens if {t.lower, t.lemma} & wanted]
    assert parse.named(parse.words) == list(parse.tokens)
    assert parse.named(frozenset()) == []


def test_tokens_are_found_by_where_they_start() -> None:
    parse = tree(TEXT)
    assert all(parse.starting(t.start) is t for t in parse.tokens)
    assert parse.starting(1) is None
    assert parse.starting(len(TEXT)) is None


def test_other_word_classes_stand_in_the_tree_too() -> None:
    parse = tree(TEXT)
    hurt = next(t for t in parse.tokens if t.lower == "hurt")
    mended = parse.reclassed([replace(hurt, pos="X")])
    assert [t.i for t in mended.tokens if t.pos == "X"] == [hurt.i]
    assert all(c is mended.tokens[c.i] for t in mended.tokens for c in mended.children(t))
    assert mended.named(frozenset(("hurt",))) == [mended.tokens[hurt.i]]
    assert parse.tokens[hurt.i] is hurt
