"""What has drifted, each said so that the reader can mend it."""

import difflib

from . import page


def of(law, found):
    faults = [
        f"{path}:{line} cites {title} {cited}, which docs/articles.toml does not list"
        for path, line, title, cited in found.unknown
    ]
    for instrument in law.instruments:
        for article in instrument.articles:
            faults += article_faults(law, found, instrument, article)
    return faults


def article_faults(law, found, instrument, article):
    where = f"{instrument.title} {article.key}"
    rules = page.rules(law, found, instrument, article)
    if article.not_applicable and found.rules[instrument.code, article.key]:
        files = ", ".join(sorted(found.rules[instrument.code, article.key]))
        yield f"{where} is listed as not applicable, and {files} cites it"
    for reference in article.through:
        _, other = law.resolve(reference)
        if other is None:
            yield f"{where} is carried out through {reference}, which is not listed"
        elif not (other.is_ours or other.heading):
            yield f"{where} is carried out through {reference}, which is not carried out here itself"
    for number in article.elsewhere:
        if number not in law.capabilities:
            yield f"{where} belongs to capability {number}, which is not listed"
    for file in article.files:
        if f"Sources/{file}" not in found.mirrors:
            yield f"{where} is carried out by {file}, which is not there"
    if article.is_ours and not rules:
        yield f"{where} is claimed as carried out here, and no file cites it"
    if article.is_ours and rules and not page.tests(law, found, instrument, article):
        yield f"{where} is claimed as carried out here, and no test stands by it ({', '.join(sorted(rules))})"


def stale(path, text):
    """The page as it stands against the page as it would be written."""
    if not path.exists():
        return [f"{path.name} is not there; write it with `make articles`"]
    lines = difflib.unified_diff(path.read_text(encoding="utf-8").splitlines(), text.splitlines(), lineterm="", n=0)
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in ("---", "+++")]
    if not changed:
        return []
    shown = "".join(f"\n    {line}" for line in changed[:6]) + ("\n    …" if len(changed) > 6 else "")
    return [f"docs/{path.name} is not what the sources say; write it anew with `make articles`:{shown}"]
