"""docs/articles.md is what the sources say, and `scripts/articles --check` notices when it is not."""

import re
import shutil
import subprocess
import sys

import pytest

from support.binary import ROOT

SCRIPT = ROOT / "scripts/articles"
PAGE = "docs/articles.md"
PENALTIES = "Sources/Regulation/Deadlines/PenaltyRule.swift"


def articles(root, *options):
    command = [sys.executable, "-B", str(SCRIPT), "--root", str(root), *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


def complaint(root):
    """What the check says of a tree that has drifted."""
    result = articles(root, "--check")
    assert result.returncode == 1, result.stderr
    return result.stderr


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def tree(tmp_path):
    """What the page is made from, and the page, to be spoilt."""
    for folder in ("Sources/Regulation", "Sources/Registry", "Tests"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "docs").mkdir()
    for name in (PAGE, "docs/articles.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_page_is_what_the_sources_say():
    result = articles(ROOT, "--check")
    assert result.returncode == 0, result.stderr


def test_every_link_of_the_page_leads_somewhere():
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    files = set(re.findall(r"\]\(\.\./([^)]+)\)", text))
    assert len(files) > 100
    assert [file for file in files if not (ROOT / file).is_file()] == []
    headings = re.findall(r"^## (.+)$", text, flags=re.M)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_every_article_of_the_regulation_is_there():
    section = (ROOT / PAGE).read_text(encoding="utf-8").split("\n## ")[3]
    assert section.startswith("机动车交通事故责任强制保险条例(2019)")
    assert re.findall(r"^\| 第(\d+)条 \|", section, flags=re.M) == [str(number) for number in range(1, 47)]


def test_what_is_written_is_what_the_check_expects(tree):
    (tree / PAGE).unlink()
    assert articles(tree).returncode == 0
    assert (tree / PAGE).read_bytes() == (ROOT / PAGE).read_bytes()


def test_a_page_changed_by_hand_is_stale(tree):
    change(tree / PAGE, "目的和依据", "目的与依据")
    said = complaint(tree)
    assert "docs/articles.md is not what the sources say" in said
    assert "目的和依据" in said and "目的与依据" in said


def test_a_page_is_stale_when_a_rule_moves(tree):
    (tree / PENALTIES).rename((tree / PENALTIES).with_name("FineRule.swift"))
    assert "FineRule.swift" in complaint(tree)


def test_a_page_that_is_missing_is_noticed(tree):
    (tree / PAGE).unlink()
    assert "articles.md is not there" in complaint(tree)


@pytest.mark.parametrize(
    "cites, says",
    [
        ('let place = Citation(.regulation2019, "第99条")', "条例(2019) 第99条"),
        ('let place = Citation(.underwritingCode2020, "第五节二(七)")', "规程(2020版) 第五节二(七)"),
        ("/// Nothing at all — Regulation 99.", "条例(2019) 99"),
        ("/// Nothing at all — Underwriting\n/// Code 5(2)7.", "规程(2020版) 5(2)7"),
    ],
)
def test_an_article_that_is_not_listed_is_named_with_its_place(tree, cites, says):
    (tree / "Sources/Regulation/Term/Extra.swift").write_text(f"import Foundation\n{cites}\n", encoding="utf-8")
    said = complaint(tree)
    assert "Sources/Regulation/Term/Extra.swift:2 cites" in said
    assert f"{says}, which docs/articles.toml does not list" in said


def test_an_article_without_a_test_is_named(tree):
    (tree / "Tests/RegulationTests/Deadlines/PenaltyTests.swift").unlink()
    said = complaint(tree)
    assert "第36条 is claimed as carried out here, and no test stands by it" in said
    assert "第23条 is claimed" not in said


def test_an_article_without_a_rule_is_named(tree):
    reason = ', notApplicable = "It says why the Regulation exists; nothing in a contract follows from it."'
    change(tree / "docs/articles.toml", reason, "")
    assert "第1条 is claimed as carried out here, and no file cites it" in complaint(tree)


def test_an_article_said_to_ask_nothing_may_not_be_cited(tree):
    change(tree / PENALTIES, "Regulation arts. 36", "Regulation art. 35, arts. 36")
    assert f"第35条 is listed as not applicable, and {PENALTIES} cites it" in complaint(tree)


def test_a_misspelt_entry_of_the_list_is_named(tree):
    change(tree / "docs/articles.toml", "notApplicable =", "notApplicabel =")
    assert "regulation2019 第1条" in complaint(tree)


def test_a_text_that_is_not_listed_is_named(tree):
    first = "    case regulation2019"
    change(tree / "Sources/Regulation/Instruments.swift", first, f'    case other = "别的"\n{first}')
    assert "do not list the same texts: other" in complaint(tree)


def test_a_part_belongs_to_its_article_where_no_part_is_listed(tree):
    extra = tree / "Sources/Regulation/Term/Extra.swift"
    extra.write_text('let place = Citation(.regulation2019, "第22条(一)")', encoding="utf-8")
    assert articles(tree).returncode == 0
    row = next(line for line in (tree / PAGE).read_text(encoding="utf-8").splitlines() if line.startswith("| 第22条 "))
    assert "Term/Extra.swift" in row
