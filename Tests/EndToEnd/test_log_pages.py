"""The pages about the log in a real browser: an answer taken along, checked offline and on the page, and spoiled."""

import re

import pytest
from playwright.sync_api import expect

from support.binary import command
from support.records import policy
from test_pages import SETTINGS, ask, assert_accessible, assert_fits, browser, visit  # noqa: F401

CHECK = "/log/check"


def known_vehicle(sandbox):
    return re.search(r"输入 (\S+) 和 (\w{6})", sandbox.out.read_text()).groups()


def card_of(page):
    page.locator(".take summary").click()
    return page.locator(".take pre").text_content()


def check(page, text, prefix=""):
    page.goto(f"{prefix}{CHECK}")
    page.fill("#evidence", text)
    page.locator(".check-form button[type=submit]").click()
    page.wait_for_load_state()


def offline(text, sandbox, place):
    (place / "keys").write_text(sandbox.client.get("/v1/log/key").text)
    (place / "paper").write_text(text)
    return command("verify-proof", place / "paper", "--key", place / "keys")


@pytest.mark.parametrize(
    ("language", "width", "scheme"), SETTINGS, ids=lambda value: str(value[1] if isinstance(value, tuple) else value)
)
def test_card_log_and_verdicts_are_accessible_and_fit(visit, sandbox, language, width, scheme):  # noqa: F811
    prefix, locale = language
    page = visit(locale, width, scheme, but=(422,))

    def assert_good(where):
        expect(page.locator("h1")).to_have_count(1)
        assert_accessible(page, where)
        assert_fits(page, where)

    page.goto(f"{prefix}/log")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert_good("the log with everything open")
    ask(page, prefix, *known_vehicle(sandbox))
    card = card_of(page)
    assert_good("an answer with its card")
    spoiled = card.replace("as-of 20", "as-of 19")
    for text, tone in ((card, ""), (spoiled, ".stop"), ("?", ".unknown")):
        check(page, text, prefix)
        expect(page.locator(f"article.slip{tone} h1")).to_be_visible()
        assert_good(f"the check of {text[:30]}")
    check(page, " ", prefix)
    expect(page.locator(".summary li")).to_have_count(1)
    assert_good("nothing pasted")


def test_the_card_is_copied_and_checked_offline_and_on_the_page(visit, sandbox, tmp_path):  # noqa: F811
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    plate, suffix = known_vehicle(sandbox)
    ask(page, "", plate, suffix)
    shown = card_of(page)
    page.locator(".take [data-copy]").click()
    expect(page.locator(".take [data-copy]")).to_have_text("已复制")
    card = page.evaluate("navigator.clipboard.readText()")
    assert card == shown and len(card.encode()) <= 700
    assert plate not in card and suffix not in card
    assert offline(card, sandbox, tmp_path).code == 0
    check(page, card)
    expect(page.locator("article.slip .word")).to_contain_text("真卡")
    expect(page.locator("article.slip .remedy")).to_contain_text("续写")
    spoiled = re.sub(r"^outcome \w+$", "outcome pending", card, flags=re.M)
    assert spoiled != card and offline(spoiled, sandbox, tmp_path).code == 1
    check(page, spoiled)
    expect(page.locator("article.slip.stop .word")).to_contain_text("不成立")
    expect(page.locator("#evidence")).to_have_value(spoiled)


def test_without_javascript_the_log_leads_to_the_check(visit, sandbox):  # noqa: F811
    page = visit(script=False)
    page.goto("/")
    page.locator("footer a[href='/log']").click()
    size = page.inner_text(".facts strong")
    assert int(re.sub(r"\D", "", size)) == int(sandbox.client.get("/v1/log/checkpoint").text.split("\n")[1])
    page.locator("main a.button[href='/log/check']").click()
    expect(page.locator("#evidence")).to_be_visible()


def test_a_receipt_and_a_proof_are_found_in_the_log(server, insurer):
    report = insurer.post("/v1/policies", policy(1)).json
    proof = command("proof", policy(1)["policyNumber"], data=server.data)
    assert proof.code == 0, proof.err
    for paper in (report["receipt"], proof.out):
        for text in (paper, paper.replace("\n", "\r\n"), paper.strip()):
            reply = server.client.form(CHECK, evidence=text)
            assert reply.status == 200 and 'class="slip good"' in reply.text, reply.text
            assert "我们刚查了现在的日志" in reply.text
    assert policy(1)["policyNumber"] in server.client.form(f"/en{CHECK}", evidence=proof.out).text
    assert policy(1)["policyNumber"] not in server.err.read_text() + server.out.read_text()


def test_papers_of_another_registry_are_refused(server, sandbox, insurer):
    receipt = insurer.post("/v1/policies", policy(1)).json["receipt"]
    assert 'class="slip stop"' in sandbox.client.form(CHECK, evidence=receipt).text


def test_hostile_pastes_get_a_page_and_never_a_failure(sandbox):
    def post(body):
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
        return sandbox.client.request("POST", CHECK, body, headers)

    bodies = (
        b"",
        b"evidence=%",
        b"evidence=%ff%fe",
        b"evidence[]=1",
        b"evidence=1&evidence=2",
        b"evidence=" + b"%00" * 1000,
        b"evidence=c2sp.org%2Ftlog-proof%40v1%0A" + b"A%0A" * 100_000,
        b"evidence=xubao%2Fmain%2Fanswer%2F1%0A" + b"x" * 1_000_000,
        b"evidence=" + b"y" * 1_600_000,
        b"evidence=<script>alert(1)</script>",
    )
    for body in bodies:
        reply = post(body)
        assert reply.status in (200, 400, 413, 422), (body[:40], reply.status)
        assert reply.headers["Content-Type"].startswith("text/html") and "<script>alert" not in reply.text
    assert sandbox.client.get("/livez").status == 200


def test_the_elder_mode_leads_back_to_both_pages(sandbox):
    for path in ("/log", CHECK, "/en/log", f"/en{CHECK}"):
        assert sandbox.client.form("/elder", on="1", back=path).headers["Location"] == path
        page = sandbox.client.get(path, Accept="text/html", Cookie="xubao_elder=1")
        assert page.status == 200 and 'class="elder"' in page.text
