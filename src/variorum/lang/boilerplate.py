"""What stands around a story and is none of it: menus, tags, notes, credits, box headings; and how English looks."""

from __future__ import annotations

from msgspec import Struct


class Boilerplate(Struct, frozen=True, kw_only=True):
    """Lower-case openings or whole lines.

    `lines`: a paragraph that is one of these (without final punctuation); `openings`: one that begins so.
    `note_openings`, `note_words`: an editor's or correction note begins so, or is in parentheses and holds such a word.
    `caption_openings`: a picture's caption. `box_headings`: headings of a summary list. `credit_endings`: a final
    paragraph ending so credits reporters; `credit_openings`: one that begins so.
    `function_words`: the commonest words of the language.
    """

    lines: tuple[str, ...]
    openings: tuple[str, ...]
    note_openings: tuple[str, ...]
    note_words: tuple[str, ...]
    caption_openings: tuple[str, ...]
    box_headings: tuple[str, ...]
    credit_endings: tuple[str, ...]
    credit_openings: tuple[str, ...]
    function_words: tuple[str, ...]
