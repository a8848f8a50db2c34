"""The pages that ask the law, in a real browser: filled in as people do, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from test_pages import SETTINGS, assert_accessible, assert_fits, browser, visit  # noqa: F401

PREMIUM, CLAIM = "/law/premium", "/law/compensation"


def send(page):
    page.locator("form.law-form button.big").click()
    page.wait_for_load_state()


def ask_premium(page, prefix="", region="440000", record="cleanOne", **more):
    page.goto(f"{prefix}{PREMIUM}")
    for name, value in more.items():
        page.select_option(f"#{name}", value) if page.locator(f"select#{name}").count() else page.fill(f"#{name}", value)
    page.select_option("#region", region)
    page.check(f"#record-{record}")
    send(page)


def tell_accident(page, prefix=""):
    """Two vehicles at fault, one without, and somebody hurt outside."""
    page.goto(f"{prefix}{CLAIM}")
    page.fill("#date", "2026-11-20")
    page.locator("button[value=addVehicle]").click()
    page.locator("button[value=addVictim]").click()
    for number, (fault, damage) in enumerate((("yes", "3000"), ("yes", "8600"), ("no", "12000")), 1):
        page.check(f"#fault{number}-{fault}")
        page.fill(f"#damage{number}", damage)
    page.fill("#medical1", "26000")
    page.fill("#disability1", "240000")
    send(page)


@pytest.mark.parametrize(
    ("language", "width", "scheme"), SETTINGS, ids=lambda value: str(value[1] if isinstance(value, tuple) else value)
)
def test_both_pages_are_accessible_and_fit(visit, language, width, scheme):  # noqa: F811
    prefix, locale = language
    page = visit(locale, width, scheme, but=(422,))

    def assert_good(where):
        expect(page.locator("h1")).to_have_count(1)
        for _ in range(2):
            assert_accessible(page, where)
            assert_fits(page, where)
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    for path in (PREMIUM, CLAIM):
        page.goto(f"{prefix}{path}")
        assert_good(path)
        send(page)
        expect(page.locator(".summary li").first).to_be_visible()
        assert_good(f"{path} with faults")
    ask_premium(page, prefix)
    expect(page.locator("h1")).to_contain_text("855.00")
    assert_good("a premium")
    tell_accident(page, prefix)
    expect(page.locator("svg.flow, .flow svg")).to_be_visible()
    assert_good("a claim")


def test_without_javascript_both_sums_are_worked_out(visit):  # noqa: F811
    page = visit(script=False, but=(422,))
    page.goto("/")
    page.locator(f"main a[href='{PREMIUM}']").click()
    send(page)
    expect(page.locator(".summary li")).to_have_count(2)
    ask_premium(page, record="one", seats="7")
    expect(page.locator("h1")).to_contain_text("1,100.00")
    expect(page.locator(".compare")).to_contain_text("990.00")
    page.locator("form.actions button[type=submit]").click()
    expect(page.locator("#seats")).to_have_value("7")
    expect(page.locator("#record-one")).to_be_checked()
    tell_accident(page)
    expect(page.locator("h1")).to_be_visible()
    page.locator("form.actions button[type=submit]").click()
    expect(page.locator("#damage3")).to_have_value("12000")
    page.locator("button[value=removeVehicle-2]").click()
    expect(page.locator("#damage2")).to_have_value("12000")
    assert page.locator("#damage3").count() == 0


def test_enter_works_the_sum_out_and_adds_no_row(visit):  # noqa: F811
    page = visit()
    page.goto(CLAIM)
    page.check("#fault1-yes")
    page.check("#fault2-no")
    page.fill("#damage2", "500")
    page.locator("#damage2").press("Enter")
    expect(page.locator("h1")).to_contain_text("500.00")


def test_a_new_row_is_where_one_goes_on(visit):  # noqa: F811
    page = visit()
    page.goto(CLAIM)
    page.locator("button[value=addVictim]").click()
    expect(page.locator("#aboard1")).to_be_focused()


def test_only_what_the_kind_of_vehicle_needs_is_shown(visit):  # noqa: F811
    page = visit(script=False)
    page.goto(PREMIUM)
    expect(page.locator("#seats")).to_be_visible()
    expect(page.locator("#load")).to_be_hidden()
    page.select_option("#kind", "truck")
    expect(page.locator("#seats")).to_be_hidden()
    expect(page.locator("#load")).to_be_visible()
    page.select_option("#kind", "motorcycle")
    expect(page.locator("#displacement")).to_be_visible()


def test_the_page_and_the_api_come_to_the_same_premium(visit, sandbox):  # noqa: F811
    page = visit("en-GB")
    ask_premium(page, "/en", record="first", kind="truck", load="8000")
    shown = page.inner_text("h1").split()[0].replace(",", "")
    start = page.inner_text(".slip .asked")
    assert re.search(r"From 00:00 on \d+ \w+ 20\d\d\s+to 00:00 on", start)
    document = {
        "vehicle": {"class": "truck", "use": "nonCommercial", "ratedLoadKg": 8000},
        "region": "440000",
        "appliedAt": "2026-11-20T00:00:00+08:00",
        "start": "2026-11-21T00:00:00+08:00",
        "end": "2027-11-21T00:00:00+08:00",
        "history": {"firstInsurance": True},
    }
    answer = sandbox.client.post("/v1/law/premium", document).json
    assert answer["premium"] == shown[: len(answer["premium"])]


def test_faults_keep_what_was_typed_and_lead_to_the_field(visit):  # noqa: F811
    page = visit(but=(422,))
    page.goto(CLAIM)
    page.check("#fault1-yes")
    page.fill("#damage1", "三千")
    send(page)
    expect(page.locator(".summary")).to_be_focused()
    expect(page.locator("#damage1")).to_have_value("三千")
    page.locator(".summary a").first.click()
    expect(page.locator("#damage1")).to_be_focused()


def test_what_is_typed_is_shown_as_text(visit):  # noqa: F811
    page = visit(but=(422,))
    fired = []
    page.on("dialog", lambda dialog: (fired.append(dialog.message), dialog.dismiss()))
    for text in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{damage}}", "１２３\u0000"):
        page.goto(CLAIM)
        page.fill("#damage1", text[:32])
        send(page)
        expect(page.locator("#damage1")).to_have_value(text.replace("\u0000", "")[:32])
    assert not fired


def test_hostile_forms_get_a_page_and_never_a_failure(sandbox):
    def post(path, body):
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
        return sandbox.client.request("POST", path, body, headers)

    bodies = (
        b"",
        b"a=%",
        b"kind[]=1&kind[]=2",
        b"kind=family&kind=truck",
        b"vehicles=99999999999999999999&victims=-1",
        b"vehicles=5&victims=5&action=removeVehicle-0",
        b"action=addVehicle&vehicles=5",
        b"start=9999-99-99&end=0000-00-00&seats=-1&region=" + b"9" * 4000,
        "damage1=１&fault1=yes&date=2026-11-20".encode(),
        b"\xff\xfe=\xff",
        b"x=" + b"y" * 20_000,
    )
    for path in (PREMIUM, CLAIM, f"/en{PREMIUM}", f"/en{CLAIM}"):
        for body in bodies:
            reply = post(path, body)
            assert reply.status in (200, 400, 413, 422), (path, body[:40], reply.status)
            assert reply.headers["Content-Type"].startswith("text/html")
            assert reply.headers["Cache-Control"] == "no-store"


def test_nothing_that_was_asked_is_kept(sandbox):
    before = sandbox.entries
    reply = sandbox.client.form(CLAIM, vehicles="1", date="2026-11-20", fault1="yes", damage1="31415.92")
    assert reply.status == 200 and "Set-Cookie" not in reply.headers
    assert sandbox.entries == before
    assert "31415" not in sandbox.err.read_text() + sandbox.out.read_text()


def test_an_answer_prints_on_paper_with_its_derivation(visit):  # noqa: F811
    page = visit(width=1280)
    ask_premium(page)
    page.emulate_media(media="print")
    expect(page.locator("ol.stair")).to_be_visible()
    expect(page.locator("form.actions")).to_be_hidden()
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 3
