"""The page: what is found, as tables for a reader."""

import pathlib
import re

from . import places

INTRODUCTION = pathlib.Path(__file__).with_name("introduction.md").read_text(encoding="utf-8")


def render(law, found):
    texts = [text_of(law, found, instrument) for instrument in law.instruments]
    capabilities = " · ".join(f"{number} {name}" for number, name in sorted(law.capabilities.items()))
    opening = INTRODUCTION.replace("{capabilities}", capabilities).replace("{counts}", counts(law, found))
    return opening.rstrip() + "\n\n" + "\n\n".join(texts) + "\n"


def rules(law, found, instrument, article):
    """The files that carry it out: they cite it, or its parts."""
    own = set(found.rules[instrument.code, article.key])
    return own or set().union(*(rules(law, found, instrument, part) for part in instrument.parts(article)))


def tests(law, found, instrument, article):
    """Tests that name it, its parts or what it is a part of, and those named after a file that carries it out."""
    named = set(found.tests[instrument.code, article.key])
    for part in instrument.parts(article):
        named |= found.tests[instrument.code, part.key]
    whole = instrument.whole(article)
    if not named and whole:
        named |= found.tests[instrument.code, whole.key]
    mirrored = (found.mirrors.get(file, set()) for file in rules(law, found, instrument, article))
    return named.union(*mirrored)


def counts(law, found):
    rows = ["| text | articles | here | elsewhere | not applicable |", "|---|--:|--:|--:|--:|"]
    totals = [0, 0, 0, 0]
    for instrument in law.instruments:
        articles = [article for article in instrument.articles if not article.heading]
        figures = [
            len(articles),
            sum(is_here(found, instrument, article) for article in articles),
            sum(bool(article.elsewhere) for article in articles),
            sum(bool(article.not_applicable) for article in articles),
        ]
        totals = [total + figure for total, figure in zip(totals, figures)]
        rows.append(row(f"[{instrument.title}](#{anchor(instrument.title)})", *(figure or "" for figure in figures)))
    return "\n".join([*rows, row("**all**", *(f"**{total}**" for total in totals))])


def is_here(found, instrument, article):
    return bool(article.is_ours or article.through or found.rules[instrument.code, article.key])


def anchor(title):
    """As GitHub makes it of a heading: small letters, spaces to hyphens, punctuation left out."""
    return re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))


def text_of(law, found, instrument):
    lines = [f"## {instrument.title}", "", f"*{instrument.english}*"]
    if instrument.note:
        lines[-1] += f". {instrument.note}"
    lines += ["", "| article | says | rules | tests |", "|---|---|---|---|"]
    lines += [article_row(law, found, instrument, article) for article in instrument.articles]
    return "\n".join(lines)


def article_row(law, found, instrument, article):
    own = links(found.rules[instrument.code, article.key])
    cells = [own] if own else ["in its parts"] if article.is_ours else []
    cells += [through(law, reference) for reference in article.through]
    if article.elsewhere:
        names = ", ".join(name_of(law, number) for number in article.elsewhere)
        cells.append(f"also → {names}" if cells else f"→ {names}")
    if article.not_applicable:
        cells.append(f"— {article.not_applicable}")
    if article.heading:
        standing = found.tests[instrument.code, article.key]
    else:
        standing = tests(law, found, instrument, article) if article.is_ours or own else ()
    says = f"{article.chinese}<br>{article.english}"
    number = article.key
    if article.place and len(article.place) > 1 and article.place[0] != "annex":
        number += f"<br>{places.english(article.place)}"
    if article.heading:
        number, says = f"**{number}**", f"**{article.chinese}**<br>**{article.english}**"
    return row(number, says, "<br>".join(cells), links(standing))


def name_of(law, number):
    return f"{number} {law.capabilities.get(number, '?')}"


def through(law, reference):
    instrument, article = law.resolve(reference)
    if article is None:
        return reference
    name = instrument.names[0] if instrument.names else instrument.title
    return f"through [{name}](#{anchor(instrument.title)}) {article.key}"


def links(paths):
    """Two in a line: a longer line would leave no room for the column of titles."""
    files = [f"[{pathlib.PurePath(path).stem}](../{path})" for path in sorted(paths, key=by_name)]
    return "<br>".join(" · ".join(files[first : first + 2]) for first in range(0, len(files), 2))


def by_name(path):
    return (pathlib.PurePath(path).stem, path)


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"
