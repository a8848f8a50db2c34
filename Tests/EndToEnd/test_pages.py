"""The pages in a real browser: both languages, both widths, light and dark, with JavaScript and without."""

import itertools
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from test_new_user import MAGIC, magic, sayings

WIDTHS = (390, 1280)
LANGUAGES = (("", "zh-CN"), ("/en", "en-GB"))
SCHEMES = ("light", "dark")
SETTINGS = list(itertools.product(LANGUAGES, WIDTHS, SCHEMES))


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


class Watch:
    """Notes everything a browser complains about, and every address it goes to."""

    def __init__(self, context, url):
        self.complaints, self.addresses, self.foreign = [], [], []
        context.on("page", self._watch)
        context.on("request", lambda request: self._asked(request, url))

    def _watch(self, page):
        page.on(
            "console",
            lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request, url):
        self.addresses.append(request.url)
        if not request.url.startswith((url, "data:")):
            self.foreign.append(request.url)

    def assert_quiet(self, but=()):
        # The browser itself writes a line for each answer that is no success.
        heard = [
            text
            for text in self.complaints
            if not re.search(r"status of (" + "|".join(map(str, but)) + r")\b", text or "")
        ]
        assert not (heard if but else self.complaints), heard
        assert not self.foreign


@pytest.fixture
def visit(browser, sandbox):
    """Opens a browser of its own with the given settings; nothing it complains about is let pass."""
    contexts = []

    def make(locale="zh-CN", width=390, scheme="light", script=True, but=(), **more):
        context = browser.new_context(
            base_url=sandbox.url,
            locale=locale,
            viewport={"width": width, "height": 844},
            color_scheme=scheme,
            java_script_enabled=script,
            **more,
        )
        context.set_default_timeout(15_000)
        watch = Watch(context, sandbox.url)
        contexts.append((context, watch, but))
        return context.new_page()

    yield make
    for context, watch, but in contexts:
        context.close()
        watch.assert_quiet(but)
        for address in watch.addresses:
            assert not re.search(r"京|%E4%BA%AC|AX00|0000\d\d", address), "nothing that was typed stands in an address"


def assert_accessible(page, where):
    found = Axe().run(page).response["violations"]
    told = [f"{fault['id']}: {node['target']} {node['failureSummary']}" for fault in found for node in fault["nodes"]]
    assert not told, f"{where}:\n" + "\n".join(told)


def assert_fits(page, where):
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{where} is {overflow} px too wide"


def ask(page, prefix, plate, suffix):
    page.goto(f"{prefix}/query")
    page.fill("#plate", plate)
    page.fill("#vinSuffix", suffix)
    page.locator("#vinSuffix").press("Enter")
    page.wait_for_load_state()


@pytest.mark.parametrize(
    ("language", "width", "scheme"), SETTINGS, ids=lambda value: str(value[1] if isinstance(value, tuple) else value)
)
def test_every_page_is_accessible_and_fits(visit, language, width, scheme):
    prefix, locale = language
    page = visit(locale, width, scheme, but=(404, 422, 503))
    paths = ("/", "/query", "/law/premium", "/law/compensation", "/freshness", "/log", "/log/check", "/about", "/sandbox")
    for path in paths:
        page.goto(f"{prefix}{path}")
        assert page.locator("html").get_attribute("lang").startswith(locale[:2])
        expect(page.locator("h1")).to_have_count(1)
        assert_accessible(page, path)
        assert_fits(page, path)
    page.goto(f"{prefix}/query")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert_accessible(page, "the question with everything open")
    assert_fits(page, "the question with everything open")
    ask(page, prefix, "", "12345")
    expect(page.locator(".summary li")).to_have_count(2)
    assert_accessible(page, "the question with faults")
    assert_fits(page, "the question with faults")
    ask(page, prefix, *magic(20))
    assert_accessible(page, "a failure")
    page.goto(f"{prefix}/nothing-here")
    assert_accessible(page, "nothing")


@pytest.mark.parametrize("number", [number for number in MAGIC if number != 19])
def test_every_answer_is_accessible_and_fits(visit, sandbox, number):
    """Each magic plate in one of the eight settings; all settings and all answers are met."""
    answer = sandbox.client.ask(*magic(number)).json
    (prefix, locale), width, scheme = SETTINGS[number % len(SETTINGS)]
    page = visit(locale, width, scheme)
    ask(page, prefix, *magic(number))
    where = f"{answer['outcome']} {locale} {width} {scheme}"
    expect(page.locator("article.slip h1")).to_be_visible()
    assert_accessible(page, where)
    assert_fits(page, where)
    if not prefix:
        assert sayings(answer["remedy"]["text"]) in sayings(page.inner_text("main"))
    assert page.locator("svg.mark").count() == (1 if answer["period"] else 0), where


def test_without_javascript_everything_can_be_done(visit):
    page = visit(script=False, but=(422,))
    page.goto("/")
    page.locator("main a[href='/query']").first.click()
    page.fill("#plate", magic(4)[0])
    page.fill("#vinSuffix", "12")
    page.locator("form.question button[type=submit]").first.click()
    expect(page.locator(".summary")).to_contain_text("6 个字符")
    expect(page.locator("#plate")).to_have_value(magic(4)[0])
    page.fill("#vinSuffix", magic(4)[1])
    page.locator("form.question button[type=submit]").first.click()
    expect(page.locator("article.slip h1")).to_contain_text("有效")
    expect(page.locator(".date-line")).to_contain_text("已经续保")
    page.goto("/sandbox")
    page.locator("form[action='/query'] button").first.click()
    expect(page.locator("article.slip h1")).to_be_visible()
    page.goto("/en/query")
    page.locator("nav.settings a").click()
    expect(page).to_have_url(re.compile(r"/query$"))


def test_the_page_and_the_api_say_the_same_of_a_vehicle_of_the_world(visit, sandbox):
    text = sandbox.out.read_text()
    plate, suffix = re.search(r"输入 (\S+) 和 (\w{6})", text).groups()
    answer = sandbox.client.ask(plate, suffix).json
    page = visit()
    ask(page, "", plate, suffix)
    shown = sayings(page.inner_text("main"))
    assert sayings(answer["remedy"]["text"]) in shown and sayings(answer["insurer"]["name"]) in shown
    year, month, day = answer["period"]["end"][:10].split("-")
    assert f"{year}年{int(month)}月{int(day)}日" in shown


def test_faults_keep_what_was_typed_and_lead_to_the_field(visit):
    page = visit("en-GB", 1280, but=(422,))
    ask(page, "/en", "京OI234", "12 34")
    summary = page.locator(".summary")
    expect(summary).to_be_focused()
    expect(page.locator("#plate")).to_have_value("京OI234")
    expect(page.locator("#plate")).to_have_attribute("aria-invalid", "true")
    summary.locator("a").first.click()
    expect(page.locator("#plate")).to_be_focused()
    assert page.title().startswith("Something to put right")


def test_the_plate_keys_are_an_aid_and_not_the_only_way(visit):
    page = visit()
    page.goto("/query")
    keys = page.locator("[data-keys-for=plate] button")
    page.focus("#plate")
    expect(keys.first).to_be_visible()
    assert keys.count() >= 31
    page.locator("[data-keys-for=plate] button", has_text="沪").click()
    expect(page.locator("#plate")).to_have_value("沪")
    expect(page.locator("#plate")).to_be_focused()


def test_the_elder_mode_stays_until_it_is_left(visit):
    page = visit(script=False)
    page.goto("/about")
    page.locator("form[action='/elder'] button").click()
    expect(page).to_have_url(re.compile(r"/about$"))
    expect(page.locator("html")).to_have_class("elder")
    ask(page, "", *magic(1))
    expect(page.locator("html")).to_have_class("elder")
    page.locator("form[action='/elder'] button").click()
    assert page.locator("html").get_attribute("class") is None


def test_the_policy_is_strict_and_the_way_back_leads_nowhere_else(sandbox):
    page = sandbox.client.get("/query", Accept="text/html")
    policy = dict(part.strip().split(" ", 1) for part in page.headers["Content-Security-Policy"].split(";"))
    assert (
        policy["default-src"] == "'none'" and policy["script-src"] == "'self'" and policy["frame-ancestors"] == "'none'"
    )
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    for back in (
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "/nothing",
    ):
        reply = sandbox.client.form("/elder", on="1", back=back)
        assert reply.status == 303 and reply.headers["Location"] == "/", back
        assert "HttpOnly" in reply.headers["Set-Cookie"] and "SameSite" in reply.headers["Set-Cookie"]


def test_what_is_typed_is_shown_as_text(visit, sandbox):
    page = visit(but=(422,))
    fired = []
    page.on("dialog", lambda dialog: (fired.append(dialog.message), dialog.dismiss()))
    for text in (
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "';alert(1)//",
        "{{plate}}",
        "&lt;b&gt;",
    ):
        ask(page, "", text[:32], text[:32])
        expect(page.locator("#plate")).to_have_value(text[:32])
    assert not fired


def test_an_answer_prints_on_paper(visit):
    page = visit(width=1280)
    ask(page, "", *magic(1))
    page.emulate_media(media="print")
    expect(page.locator("article.slip h1")).to_be_visible()
    expect(page.locator("nav.settings")).to_be_hidden()
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
