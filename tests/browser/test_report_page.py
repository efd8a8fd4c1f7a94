"""The report in a real browser: nothing runs that should not, keys and filters work, axe is content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright

from tests import newsroom
from tests.unit.report.test_report_formats import hostile
from workbench.report import render

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


class Opened:
    """A page from disk, without network, whose complaints are kept."""

    def __init__(self, browser: Browser, path: Path, **options: object) -> None:
        self.context = browser.new_context(offline=True, **options)  # type: ignore[arg-type]
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", self._keep)
        self.page.on("pageerror", self._fail)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", lambda dialog: self._dialog(dialog.message))
        self.page.goto(path.as_uri())

    def _keep(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _fail(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _dialog(self, message: str) -> None:
        self.complaints.append(f"dialog: {message}")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(str(render([newsroom.report()], "html")), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[Opened]:
    found = Opened(browser, written, viewport={"width": 1400, "height": 900})
    yield found
    found.context.close()
    assert found.complaints == []
    assert [url for url in found.asked if not url.startswith("file:")] == []


def shown(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        "#findings > .card", "all => all.filter(c => !c.hidden).map(c => c.dataset.check)"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, written: Path, scheme: str) -> None:
    found = Opened(browser, written, color_scheme=scheme)
    results = Axe().run(found.page)
    found_wrong = results.response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found_wrong] == []
    found.context.close()


def test_axe_on_a_corpus(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "corpus.html"
    reports = [newsroom.report(path=f"{i}.txt") for i in range(4)]
    path.write_text(str(render(reports, "html")), encoding="utf-8")
    found = Opened(browser, path)
    found.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    results = Axe().run(found.page)
    found_wrong = results.response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found_wrong] == []
    assert found.complaints == []
    found.context.close()


def test_hostile_article_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(str(render([hostile()], "html")), encoding="utf-8")
    found = Opened(browser, path)
    assert found.complaints == []
    assert found.page.evaluate("document.querySelectorAll('script').length") == 2
    assert "<script>alert(1)</script>" in found.page.inner_text("h1")
    # ten thousand letters without a blank do not push the page apart
    assert found.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found.page.evaluate("document.querySelectorAll('a[href^=\"javascript\"]').length") == 0
    found.context.close()


def test_the_policy_stops_what_is_put_in(opened: Opened) -> None:
    ran = opened.page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          return window.ran === true;
        }"""
    )
    assert ran is False
    opened.complaints.clear()  # the browser says that it refused


def test_readable_without_scripts(browser: Browser, written: Path) -> None:
    found = Opened(browser, written, java_script_enabled=False)
    assert found.page.locator("#findings > .card").count() == 6
    assert found.page.locator(".tools").is_hidden()
    assert found.page.locator(".ledger tbody tr").count() == 6
    found.context.close()


def test_keys_walk_the_findings(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    current = page.eval_on_selector(".card.current", "card => card.id")
    assert current == page.eval_on_selector("#findings > .card", "card => card.id")
    page.keyboard.press("?")
    assert page.locator("dialog.keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("jjj")
    assert page.input_value("input[type=search]") == "jjj"
    assert shown(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    assert len(shown(page)) == 6


def test_keys_of_an_input_method_are_left_alone(opened: Opened) -> None:
    opened.page.evaluate(
        """() => document.dispatchEvent(
          new KeyboardEvent("keydown", {key: "j", isComposing: true, bubbles: true}))"""
    )
    assert opened.page.locator(".card.current").count() == 0


def test_filters_live_in_the_address(opened: Opened) -> None:
    page = opened.page
    page.select_option("select[data-filter=cause]", "coverage")
    assert set(shown(page)) == {"coverage-name", "coverage-figure"}
    page.fill("input[type=search]", "MISSPELT")
    assert shown(page) == ["coverage-name"]
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert shown(page) == ["coverage-name"]
    assert page.input_value("input[type=search]") == "MISSPELT"
    page.locator("button[data-value=major]").click()
    assert shown(page) == []
    assert page.locator(".nothing").is_visible()


def test_the_ledger_sorts_and_the_address_remembers(opened: Opened) -> None:
    page = opened.page
    page.locator(".ledger th button").nth(3).click()
    texts = "rows => rows.map(r => r.cells[3].textContent.trim())"
    up = page.eval_on_selector_all(".ledger tbody tr", texts)
    page.locator(".ledger th button").nth(3).click()
    down = page.eval_on_selector_all(".ledger tbody tr", texts)
    assert down == up[::-1]
    assert page.locator("th[aria-sort=descending]").count() == 1
    page.reload()
    assert page.eval_on_selector_all(".ledger tbody tr", texts) == down


def test_partners_light_up_together(opened: Opened) -> None:
    page = opened.page
    page.locator("#article mark", has_text="38 billion dong").hover()
    lit = page.eval_on_selector_all("#article mark.lit", "all => all.map(m => m.firstChild.data)")
    assert lit == ["38 tỷ đồng", "38 million VND", "38 billion dong"]


@pytest.mark.parametrize("width", [1400, 800, 400])
def test_no_sideways_scrolling(browser: Browser, written: Path, width: int) -> None:
    found = Opened(browser, written, viewport={"width": width, "height": 900})
    assert found.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found.context.close()


def test_printing_shows_everything(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "corpus.html"
    path.write_text(
        str(render([newsroom.report(path=f"{i}.txt") for i in range(2)], "html")), encoding="utf-8"
    )
    found = Opened(browser, path)
    found.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert found.page.evaluate("document.querySelectorAll('details:not([open])').length") == 0
    found.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert found.page.evaluate("document.querySelectorAll('details[open]').length") == 0
    found.context.close()
