"""Frozen records that the stages exchange. Import them from here."""

from variorum.model.article import AgencyMention, Article, DateCandidate, Dropped, Section, SectionKind
from variorum.model.claim import ANOTHER_TIME, Claim, Modifier, Number, Quantity, Scope, Source, Value
from variorum.model.discrepancy import Discrepancy, DiscrepancyType, Severity
from variorum.model.entity import Entity, EntityType, GeoPoint, Mention, TimeMention
from variorum.model.extraction import Extraction
from variorum.model.figure import Figure, Status, Step, TimelinePoint
from variorum.model.ids import content_id, corpus_id, id_of, number_of
from variorum.model.lineage import AlignedPassage, Derivation, Lineage, Origin, Relation
from variorum.model.span import Span, holding, number_holding
from variorum.model.speech import (
    Attribution,
    Drift,
    Quotation,
    Quote,
    QuoteVariant,
    SpeechKind,
    covering,
    sources_of,
)
from variorum.model.story import Batch, DateRange, Event, EventPlace, Story, StoryRecords

__all__ = [
    "ANOTHER_TIME",
    "AgencyMention",
    "AlignedPassage",
    "Article",
    "Attribution",
    "Batch",
    "Claim",
    "DateCandidate",
    "DateRange",
    "Derivation",
    "Discrepancy",
    "DiscrepancyType",
    "Drift",
    "Dropped",
    "Entity",
    "EntityType",
    "Event",
    "EventPlace",
    "Extraction",
    "Figure",
    "GeoPoint",
    "Lineage",
    "Mention",
    "Modifier",
    "Number",
    "Origin",
    "Quantity",
    "Quotation",
    "Quote",
    "QuoteVariant",
    "Relation",
    "Scope",
    "Section",
    "SectionKind",
    "Severity",
    "Source",
    "Span",
    "SpeechKind",
    "Status",
    "Step",
    "Story",
    "StoryRecords",
    "TimeMention",
    "TimelinePoint",
    "Value",
    "content_id",
    "corpus_id",
    "covering",
    "holding",
    "id_of",
    "number_holding",
    "number_of",
    "sources_of",
]
