"""One entity for all renderings of a name in a story's articles.

Names as each article gives them in full are joined pair by pair, the most alike first; a join is refused when it
would put
two names into one entity that one article keeps apart, or names that cannot be one (other given name, other number).
A surname alone joins the one bearer it can mean; with two possible bearers it stays by itself. Nothing depends on the
articles' order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from variorum.align.alike import is_full, likeness, owned, parts_alike, sex
from variorum.align.letters import abbreviates, acronyms, reordered, unexplained
from variorum.align.near import near_pairs
from variorum.align.points import agreed
from variorum.align.sites import with_sites
from variorum.align.told_names import Told, told_names, translated
from variorum.lang.base import read
from variorum.lang.names import Names
from variorum.lang.titles import Titles
from variorum.model import Article, Entity, EntityType, Extraction, GeoPoint, Lineage, Mention, Span, content_id
from variorum.text.translit import fold, similar_names

Node = tuple[EntityType, str]
_RETYPE = 0.86
"""Likeness at which one of two names of different types takes the other's type."""
_ONE_ARTICLE = 0.93
"""Two full names of one article are one only when this alike: an article spells its own names alike, but for slips."""


class _Name:
    """A name (folded) with all its mentions."""

    def __init__(self) -> None:
        self.spellings: Counter[str] = Counter()
        self.surfaces: Counter[str] = Counter()
        self.mentions: list[Mention] = []
        self.articles: set[str] = set()

    def add(self, mention: Mention, surfaces: Iterable[str]) -> None:
        self.spellings[mention.name] += 1
        self.surfaces.update(surfaces)
        self.mentions.append(mention)
        self.articles.add(mention.span.article)

    @property
    def spelling(self) -> str:
        """The most frequent, mixed case first."""
        return min(self.spellings, key=lambda s: (s.isupper(), -self.spellings[s], s))


def resolve(
    articles: Sequence[Article], extractions: Sequence[Extraction], lineage: Lineage | None = None
) -> tuple[Entity, ...]:
    """The entities of one story, sorted by type and name.

    Every mention of the extractions is in exactly one entity; `names` holds every rendering as it stands in the
    texts, with the titles that stand before it.
    """
    texts = {a.id: a.text for a in articles}
    nodes = _nodes(texts, agreed([m for e in sorted(extractions, key=lambda e: e.article) for m in e.mentions]))
    lineage = lineage or Lineage()
    clusters = _join(nodes, told_names(articles, extractions, lineage))
    shared, foreign = _shared_surnames(clusters), translated(lineage)
    entities = [_entity(kind, [nodes[kind, name] for name in names], shared, foreign) for kind, names in clusters]
    return tuple(sorted(with_sites(_unique(entities)), key=lambda e: (e.type, e.name, e.id)))


def _nodes(texts: dict[str, str], mentions: list[Mention]) -> dict[Node, _Name]:
    """Names by type and folded form; a name has the type that most articles give it."""
    told: dict[tuple[str, EntityType, str], int] = {}
    for mention in mentions:
        key = (fold(mention.name), mention.type, mention.span.article)
        told[key] = max(told.get(key, 0), _sureness(mention))
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for (name, kind, _), weight in told.items():
        votes[name][kind] += weight
    rank: tuple[EntityType, ...] = ("person", "place", "organization")
    types = {name: min(rank, key=lambda t: (-count[t], rank.index(t))) for name, count in votes.items()}
    nodes: dict[Node, _Name] = defaultdict(_Name)
    for mention in mentions:
        name = fold(mention.name)
        nodes[types[name], name].add(mention, _surfaces(mention, texts.get(mention.span.article, "")))
    return _retype(dict(sorted(nodes.items())))


def _sureness(mention: Mention) -> int:
    """How much a mention's type may be trusted: two capitalised words pass for a person without further sign."""
    if mention.point or mention.role or mention.gender:
        return 4
    return 1 if mention.type == "person" else 2


def _retype(nodes: dict[Node, _Name]) -> dict[Node, _Name]:
    """A name takes the type of a much alike name of another type that the texts say more about.

    Articles differ in what they tell beside a name; a copy in another spelling should not become another kind of thing.
    """
    keys = list(nodes)
    said = {key: sum(_sureness(m) for m in node.mentions) for key, node in nodes.items()}
    better: dict[Node, list[Node]] = defaultdict(list)
    for i, j in near_pairs([name for _, name in keys], 0.7):
        for weak, strong in ((keys[i], keys[j]), (keys[j], keys[i])):
            if weak[0] != strong[0] and said[strong] > said[weak] and _same_thing(weak[1], strong):
                better[weak].append(strong)
    moved: dict[Node, _Name] = defaultdict(_Name)
    for key, node in nodes.items():
        placed = any(m.point for m in node.mentions)
        kind = min(better[key], key=lambda k: (-said[k], k))[0] if better[key] and not placed else key[0]
        for mention in node.mentions:
            moved[kind, key[1]].add(mention, ())
        moved[kind, key[1]].surfaces.update(node.surfaces)
    return dict(sorted(moved.items()))


def _same_thing(name: str, other: Node) -> bool:
    kind, full = other
    if len(name) < 5 or abs(len(name.split()) - len(full.split())) > 1:
        return False
    if kind == "person" and " " not in name and " " in full:
        return similar_names(name, full.split()[-1], _RETYPE) > 0
    return name.count(" ") == full.count(" ") and similar_names(name, full, _RETYPE) > 0


def _surfaces(mention: Mention, text: str) -> list[str]:
    """The mention as written, and with the capitalised titles before it."""
    out = [mention.span.text]
    if mention.type != "person":
        return out
    titles, at = _titles(), mention.span.start
    while True:
        before = text[max(0, at - 24) : at].rpartition("\n")[2]
        word = before.split(" ")[-2] if before.endswith(" ") and len(before.split(" ")) > 1 else ""
        if not word[:1].isupper() or word.lower().strip(".") not in titles:
            return out
        at -= len(word) + 1
        out.append(text[at : mention.span.end])


def _with_surnames(surfaces: Counter[str], shared: frozenset[str]) -> Counter[str]:
    """The renderings, and the surname of each full one: it stands in the text as well and is how papers go on."""
    out = Counter(surfaces)
    for surface in surfaces:
        last = surface.split()[-1]
        alone = last != surface and len(last) > 2 and fold(last) not in shared
        if alone and last.strip(".").lower() not in _suffixes():
            out[last] += 0
    return out


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(read("en", "names", Names).suffixes)


@cache
def _titles() -> frozenset[str]:
    titles = read("en", "titles", Titles)
    return frozenset((*titles.female, *titles.male, *titles.neutral, *titles.offices))


def _join(nodes: dict[Node, _Name], told: Told) -> list[tuple[EntityType, list[str]]]:
    out: list[tuple[EntityType, list[str]]] = []
    for kind in ("person", "organization", "place"):
        names = {name: node for (type_, name), node in nodes.items() if type_ == kind}
        one = {pair for type_, pair in told if type_ == kind and pair <= names.keys()}
        out.extend((kind, cluster) for cluster in _clusters(kind, names, one))
    return out


def _clusters(kind: EntityType, names: dict[str, _Name], one: AbstractSet[frozenset[str]]) -> list[list[str]]:
    """Greedy joins, the most alike pair first; ties by the names themselves."""
    short = {n for n in names if kind == "person" and not is_full(n)}
    found = [*_pairs(kind, names), *((1.0, min(pair), max(pair)) for pair in sorted(one, key=sorted) if len(pair) == 2)]
    pairs = sorted(found, key=lambda p: (p[1] in short or p[2] in short, -p[0], p[1], p[2]))
    bearers = _bearers(pairs, short)
    owner = {name: [name] for name in names}
    for alike, a, b in pairs:
        left, right = owner[a], owner[b]
        if left is right or _parted(kind, left, right, names, alike, one):
            continue
        if (a in short) != (b in short):
            lone, target = (a, right) if a in short else (b, left)
            if _ambiguous(lone, target, bearers[lone], names):
                continue
        merged = sorted(left + right)
        for name in merged:
            owner[name] = merged
    return sorted({tuple(c): c for c in owner.values()}.values())


def _pairs(kind: EntityType, names: dict[str, _Name]) -> list[tuple[float, str, str]]:
    """Pairs of names that may be one, with their likeness."""
    listed = list(names)
    spelled = [names[n].spelling for n in listed]
    looked = near_pairs([owned(s)[1] for s in spelled] if kind == "organization" else spelled)
    if kind == "organization":
        looked = sorted({*looked, *acronyms(spelled), *reordered(spelled)})
    out = []
    for i, j in looked:
        alike = likeness(kind, spelled[i], spelled[j])
        if kind == "organization" and abbreviates(spelled[i], spelled[j]):
            alike = max(alike, 0.96)
        if alike > 0:
            out.append((min(1.0, alike + _context(names[listed[i]], names[listed[j]])), listed[i], listed[j]))
    if kind == "place":
        out.extend((1.0, *pair) for pair in _countries(names))
    return out


def _countries(names: dict[str, _Name]) -> list[tuple[str, str]]:
    """Pairs of names of one country ("US", "United States"), the first of them with each other."""
    named: dict[str, list[str]] = defaultdict(list)
    for name, node in names.items():
        if code := _country(node):
            named[code].append(name)
    return [(first, other) for first, *others in named.values() for other in others]


def _country(name: _Name) -> str | None:
    """The code of the country that all mentions of a name mean."""
    codes = {m.point.country if m.point and m.point.precision == "country" else None for m in name.mentions}
    return codes.pop() if len(codes) == 1 else None


def _land_and_town(a: _Name, b: _Name) -> bool:
    """Whether a country and a place in it merely sound alike: "El Salvador" and "San Salvador"."""
    points = [m.point for m in b.mentions if m.point is not None]
    return _country(a) is not None and bool(points) and all(p.precision != "country" for p in points)


def _context(a: _Name, b: _Name) -> float:
    """A little more where both are said to hold one office."""
    offices = _titles()
    held = [{w for m in n.mentions for w in (m.role or "").lower().split() if w in offices} for n in (a, b)]
    return 0.03 if held[0] & held[1] else 0.0


def _parted(
    kind: EntityType,
    left: list[str],
    right: list[str],
    names: dict[str, _Name],
    alike: float,
    one: AbstractSet[frozenset[str]],
) -> bool:
    """Whether some name of the one cluster cannot be one with some name of the other."""
    for a in left:
        for b in right:
            if frozenset((a, b)) not in one and _vetoed(kind, names[a], names[b], alike):
                return True
    return False


def _vetoed(kind: EntityType, a: _Name, b: _Name, alike: float) -> bool:
    if kind == "place" and _country(a) is not None and _country(a) == _country(b):
        return False
    full = kind != "person" or (is_full(a.spelling) and is_full(b.spelling))
    own = likeness(kind, a.spelling, b.spelling)
    if kind == "person" and _sexes(a) and _sexes(b) and not _sexes(a) & _sexes(b):
        return True
    if kind == "person" and full and own == 0.0:
        return True
    if kind == "place" and (own == 0.0 or _land_and_town(a, b) or _land_and_town(b, a)):
        return True
    if full and a.articles & b.articles:
        close = (
            parts_alike(a.spelling, b.spelling)
            if kind == "person"
            else max(own, alike if kind == "organization" else 0)
        )
        if close < _ONE_ARTICLE:
            return True
    return kind == "organization" and own == 0.0 and alike < 0.96


def _sexes(name: _Name) -> set[str]:
    told: set[str] = {m.gender for m in name.mentions if m.gender}
    given = fold(name.spelling).split()
    listed = sex(given[0]) if len(given) > 1 else None
    return {listed} if listed else told if len(told) == 1 else set()


def _bearers(pairs: list[tuple[float, str, str]], short: set[str]) -> dict[str, list[str]]:
    """The full names that each lone surname may stand for."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, a, b in pairs:
        if (a in short) != (b in short):
            found[a if a in short else b].append(b if a in short else a)
    return found


def _ambiguous(short: str, target: list[str], bearers: list[str], names: dict[str, _Name]) -> bool:
    """Whether a surname may as well mean a bearer outside `target`, and nothing tells them apart."""
    spelled = names[short].spelling
    here = max(likeness("person", spelled, names[n].spelling) for n in target)
    for name in bearers:
        if name in target:
            continue
        alike = likeness("person", spelled, names[name].spelling)
        as_good = alike >= here or alike >= 0.9
        if as_good and alike >= here - 0.12 and not _vetoed("person", names[short], names[name], alike):
            return True
    return False


def _shared_surnames(clusters: list[tuple[EntityType, list[str]]]) -> frozenset[str]:
    """Last words of two persons' names: on their own they tell neither."""
    bearers = Counter(
        last for kind, names in clusters if kind == "person" for last in {n.split()[-1] for n in names if n}
    )
    return frozenset(last for last, count in bearers.items() if count > 1)


def _entity(
    kind: EntityType, members: list[_Name], shared: frozenset[str], foreign: frozenset[str] = frozenset()
) -> Entity:
    spellings: Counter[str] = Counter()
    surfaces: Counter[str] = Counter()
    for member in members:
        spellings.update(member.spellings)
        surfaces.update(member.surfaces)
    if kind == "person":
        surfaces = _with_surnames(surfaces, shared)
    mentions = [m for member in members for m in member.mentions]
    name = _canonical(kind, members, spellings, foreign)
    point = _point(mentions)
    return Entity(
        id=content_id("e", kind, name),
        type=kind,
        name=name,
        names=tuple(sorted(surfaces, key=lambda s: (-surfaces[s], s))),
        mentions=tuple(sorted({m.span for m in mentions})),
        roles=_roles(mentions),
        lat=point.lat if point and kind == "place" else None,
        lon=point.lon if point and kind == "place" else None,
        country=point.country if point and kind == "place" else None,
    )


def _canonical(kind: EntityType, members: list[_Name], spellings: Counter[str], foreign: frozenset[str]) -> str:
    """The form in most articles that are no translation, a person's with given name, mixed case before capitals."""
    articles: Counter[str] = Counter()
    for member in members:
        for m in {(m.name, m.span.article) for m in member.mentions}:
            articles[m[0]] += m[1] not in foreign

    def worth(spelling: str) -> tuple[bool, bool, int, int, str]:
        short = not is_full(spelling) if kind == "person" else kind == "organization" and unexplained(spelling)
        capitals = spelling.isupper() and len(spelling) > 5
        return short, capitals, -articles[spelling], -spellings[spelling], spelling

    name = min(spellings, key=worth)
    return name.title() if kind != "organization" and name.isupper() and len(name) > 3 else name


def _point(mentions: list[Mention]) -> GeoPoint | None:
    points = Counter(m.point for m in mentions if m.point)
    if not points:
        return None
    return min(points, key=lambda p: (-points[p], p.lat, p.lon, p.country or "", p.precision))


def _roles(mentions: list[Mention]) -> tuple[str, ...]:
    roles = Counter(m.role for m in mentions if m.role)
    return tuple(sorted(roles, key=lambda r: (-roles[r], r)))


def _unique(entities: list[Entity]) -> list[Entity]:
    """Two entities of one type and name (kept apart for a reason) get ids of their own, by their first mention."""
    seen: dict[str, int] = {}
    out = []
    for entity in sorted(entities, key=lambda e: (e.type, e.name, _first(e.mentions))):
        n = seen.get(entity.id, 0)
        seen[entity.id] = n + 1
        if n:
            entity = Entity(
                **{f: getattr(entity, f) for f in entity.__struct_fields__}
                | {"id": content_id("e", entity.type, entity.name, n)}
            )
        out.append(entity)
    return out


def _first(mentions: tuple[Span, ...]) -> Span:
    return mentions[0]
