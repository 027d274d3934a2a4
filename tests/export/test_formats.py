"""All formats on the hand-made story, on nothing, and on hostile text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import hostile
import msgspec
import pytest
import stand_collapse
from rich.cells import cell_len

from variorum.account import build
from variorum.account.records import Account, decode
from variorum.errors import SettingsError
from variorum.export import Options, render
from variorum.export.formats.base import BUILT_IN
from variorum.model import Derivation, Dropped, Origin
from variorum.model.account import StoryAccount

FORMATS = sorted(BUILT_IN)


@pytest.fixture(scope="module")
def account() -> Account:
    story = build(stand_collapse.records(), "ucdp")
    return Account(policy="ucdp", stories=(story,), dropped=(Dropped("broken.txt", "not text"),))


@pytest.mark.parametrize("name", FORMATS)
def test_same_bytes_every_time_and_a_final_new_line(account: Account, name: str) -> None:
    first = render(account, name)
    assert first == render(decode(render(account, "json")), name)
    assert first.endswith("\n") and not first.endswith("\n\n")


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_say(name: str) -> None:
    shown = render(Account(policy="ucdp", stories=()), name)
    assert shown.strip()


@pytest.mark.parametrize("name", FORMATS)
def test_story_without_figures(account: Account, name: str) -> None:
    bare = msgspec.structs.replace(
        account.stories[0], figures=(), claims=(), quotes=(), discrepancies=(), lineage=(), sentences=(), origins=()
    )
    assert bare.title in render(Account(policy="ucdp", stories=(bare, bare)), name)


def test_unknown_format(account: Account) -> None:
    with pytest.raises(SettingsError, match="docx"):
        render(account, "docx")


def test_json_is_the_account(account: Account) -> None:
    assert json.loads(render(account, "json")) == account.to_dict()
    assert render(account, "json", Options(indent=0)).count("\n") == 1
    assert "“We heard" in render(account, "json")


class TestText:
    def test_says_the_main_things(self, account: Account) -> None:
        page = render(account, "text")
        for part in (
            "Stand collapses during cup match in Ostrel",
            "accident · Ostrel, NO · 3 May 2031",
            "Jon Aasgard (hospital director, on Fjell Radio)",
            "copy of A, 94% of its words",
            "[-steel-] {+crowd+}",
            "«60 injured»",
            "«injuring 40»",
            "broken.txt",
        ):
            assert part in page
        assert re.search(r"^  killed, Ostrel +9 +9 +9 +1 +updated$", page, re.M)

    @pytest.mark.parametrize("width", [40, 80, 120])
    def test_keeps_to_the_width(self, account: Account, width: int) -> None:
        wide = msgspec.json.encode(account).decode().replace("Edda Vollan", "埃達・沃倫" * 9)
        page = render(decode(wide), "text", Options(width=width))
        assert max(cell_len(row) for row in page.splitlines()) <= width

    def test_plain_without_colour(self, account: Account) -> None:
        assert "\x1b" not in render(account, "text")
        assert "\x1b[" in render(account, "text", Options(colour=True))

    def test_terminal_escapes_are_spelled_out(self) -> None:
        page = render(hostile.account(), "text")
        assert "\x1b" not in page and "\u202e" not in page and "\x07" not in page
        assert "⟦U+001B⟧" in page


class TestMarkdown:
    def test_says_the_main_things(self, account: Account) -> None:
        page = render(account, "md")
        assert "| killed | Ostrel | 9 | **9** | 9 | 1 | updated |" in page
        assert "~~steel~~ **crowd**" in page

    def test_hostile_text_is_inert(self) -> None:
        page = render(hostile.account(), "md")
        assert "<script" not in page and "<img" not in page and "\u202e" not in page
        assert not re.search(r"(?<!\\)\]\(", page)

    def test_tables_keep_their_columns(self) -> None:
        page = render(hostile.account(), "md")
        for table in re.findall(r"(?:^\|.*\n)+", page, re.M):
            counts = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
            assert len(counts) == 1


class Page(HTMLParser):
    """Collects what the tests ask of a page, and that every element closes."""

    VOID = frozenset({"meta", "br", "hr", "input", "link"})

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id" and value is not None:
                self.ids.append(value)
            if name in {"href", "src"} and value is not None:
                self.links.append(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()


@pytest.fixture(scope="module", params=["plain", "hostile"])
def page(request: pytest.FixtureRequest, account: Account) -> Page:
    return Page(render(account if request.param == "plain" else hostile.account(), "html"))


class TestHtml:
    def test_elements_nest(self, page: Page) -> None:
        assert not page.open

    def test_ids_are_unique(self, page: Page) -> None:
        assert len(page.ids) == len(set(page.ids))

    def test_links_lead_somewhere_in_the_page(self, page: Page) -> None:
        from urllib.parse import unquote

        inside = [unquote(link[1:]) for link in page.links if link.startswith("#")]
        assert inside and set(inside) <= set(page.ids)

    def test_nothing_from_outside_is_loaded_or_run(self, page: Page) -> None:
        assert page.tags.count("script") == 1 and not {"img", "iframe", "object", "i", "b "} & set(page.tags)
        assert not [a for a in page.attributes if a.startswith("on") or a in {"src", "style"}]
        assert all(link.startswith(("#", "https://example.org/")) for link in page.links)

    def test_security_policy_admits_only_our_script(self, account: Account) -> None:
        text = render(account, "html")
        assert re.search(
            r"default-src &#x27;none&#x27;; style-src &#x27;sha256-\S+&#x27;; script-src &#x27;sha256-", text
        )

    def test_each_article_stands_in_full_once(self, account: Account) -> None:
        text = render(account, "html")
        assert text.count("Sunday, hospital director") == 1 and text.count('class="source ') == 4

    def test_two_stories_get_contents(self, account: Account) -> None:
        raw = msgspec.json.encode(account.stories[0]).decode()
        for prefix in "acdefoqst":
            raw = raw.replace(f'"{prefix}-', f'"{prefix}-2')
        other = msgspec.json.decode(raw, type=type(account.stories[0]))
        page = Page(render(Account(policy="ucdp", stories=(account.stories[0], other)), "html"))
        assert len(page.ids) == len(set(page.ids))
        assert "#s-stand" in page.links and "#s-2stand" in page.links

    def test_hostile_signs_are_spelled_out(self) -> None:
        text = render(hostile.account(), "html")
        assert "\u202e" not in text and "\x1b" not in text and "⟦U+202E⟧" in text


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("shape", ["chain", "cycle"])
def test_long_chains_and_damaged_lineage(account: Account, name: str, shape: str) -> None:
    """A chain deeper than Python's stack, and a cycle that no lineage should have, still print every article."""
    story = account.stories[0]
    count = 1200 if shape == "chain" else 6
    articles = tuple(
        msgspec.structs.replace(story.articles[0], id=f"a-{i:04d}", title=f"Text {i}.", publisher=None, path=None)
        for i in range(count)
    )
    edges = tuple(
        Derivation(derived=f"a-{(i + 1) % count:04d}", source=f"a-{i:04d}", relation="copy", coverage=0.5, confidence=1)
        for i in range(count - (shape == "chain"))
    )
    long = StoryAccount(
        id="s-long",
        title="Long",
        event=story.event,
        articles=articles,
        origins=(Origin("o-1", "One", tuple(a.id for a in articles)),),
        lineage=edges,
    )
    shown = render(Account(policy="ucdp", stories=(long,)), name)
    assert all(f"Text {i}." in shown for i in range(count))
