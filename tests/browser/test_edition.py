"""The HTML edition in a real browser: silent, without network, linked, and inert to hostile text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hostile
import pytest
import stand_collapse

from variorum.account import build
from variorum.account.records import Account
from variorum.export import render

pytestmark = pytest.mark.browser

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
expect = playwright.expect
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Opened:
    """A page with everything it said and asked for."""

    def __init__(self, browser: Any, path: Path, account: Account, **context: Any) -> None:
        path.write_text(render(account, "html"), encoding="utf-8")
        self.context = browser.new_context(viewport={"width": 1200, "height": 900}, **context)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message) or dialog.dismiss())
        self.page.goto(path.as_uri())


@pytest.fixture
def account() -> Account:
    return Account(policy="ucdp", stories=(build(stand_collapse.records(), "ucdp"),))


@pytest.fixture
def opened(browser: Any, tmp_path: Path, account: Account) -> Iterator[Opened]:
    found = Opened(browser, tmp_path / "account.html", account)
    yield found
    found.context.close()


def test_opens_silently_and_asks_for_nothing(opened: Opened) -> None:
    assert opened.said == []
    assert len(opened.asked) == 1 and opened.asked[0].startswith("file:")


def test_value_opens_its_evidence(opened: Opened) -> None:
    page = opened.page
    page.locator("#f-killed dd a.ev:not(.siglum)").first.click()
    drawer = page.locator("#drawer")
    expect(drawer).to_be_visible()
    assert drawer.locator("mark.lit").first.inner_text() == "rose to nine"
    drawer.locator("a.go").click()
    expect(page.locator("[id='c-k4']")).to_be_visible()
    expect(drawer).to_be_hidden()
    assert page.url.endswith("#c-k4")


def test_escape_closes_the_drawer_and_gives_focus_back(opened: Opened) -> None:
    page = opened.page
    link = page.locator("table.matrix a.ev").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#drawer")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#drawer")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('table.matrix') !== null")


def test_edge_label_opens_its_passages(opened: Opened) -> None:
    page = opened.page
    page.locator("svg.lineage a.edgelink", has_text="rewrite").click()
    expect(page.locator("details.edgebox[open]")).to_have_count(1)
    assert page.locator("details.edgebox[open] ins").inner_text() == "crowd"


def test_filters(opened: Opened) -> None:
    page = opened.page
    rows = page.locator("table.matrix tbody.background")
    expect(rows).to_be_visible()
    page.locator("section.part label", has_text="other events").first.click()
    expect(rows).to_be_hidden()


def test_links_work_without_script(browser: Any, tmp_path: Path, account: Account) -> None:
    found = Opened(browser, tmp_path / "account.html", account, java_script_enabled=False)
    found.page.locator("#f-killed dd a.ev:not(.siglum)").first.click()
    found.page.wait_for_url("**#c-k4")
    expect(found.page.locator("section.articles p", has_text="rose to nine").first).to_be_visible()
    found.context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_page_is_never_wider_than_the_screen(opened: Opened, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


CONTRAST = """() => {
  const lum = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); 
      return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
      if (c.startsWith('rgb(')) return c; } return 'rgb(255,255,255)'; };
  const bad = [];
  for (const e of document.querySelectorAll(
      'p, a:not(svg a), dd, dt, h1, h2, h3, h4, th, td, small, summary, del, ins, .badge')) {
    if (!e.textContent.trim() || !e.offsetParent) continue;
    const [a, b] = [lum(getComputedStyle(e).color), lum(ground(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.slice(0, 20)}`);
  }
  return bad;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(browser: Any, tmp_path: Path, account: Account, scheme: str) -> None:
    """WCAG 2.1, 1.4.3: 4.5 to 1 for text."""
    found = Opened(browser, tmp_path / "account.html", account, color_scheme=scheme)
    assert found.page.evaluate(CONTRAST) == []
    found.context.close()


def test_hostile_text_is_inert(browser: Any, tmp_path: Path) -> None:
    found = Opened(browser, tmp_path / "hostile.html", hostile.account())
    assert found.said == [] and len(found.asked) == 1
    assert found.page.evaluate("window.pwned") is None
    assert found.page.locator("img, iframe, a[href^='javascript']").count() == 0
    found.page.locator("table.matrix a.ev").nth(1).click()
    expect(found.page.locator("#drawer")).to_be_visible()
    assert found.page.evaluate("window.pwned") is None and found.said == []
    found.context.close()
