"""The records of the account format; they live in `variorum.model.account`, because exporters read them too."""

from variorum.model.account import (
    FORMAT,
    Account,
    ArticleEntry,
    AttributionEntry,
    Sentence,
    Spans,
    StoryAccount,
    decode,
)

__all__ = ["FORMAT", "Account", "ArticleEntry", "AttributionEntry", "Sentence", "Spans", "StoryAccount", "decode"]
