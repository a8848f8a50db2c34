"""Reads who cites which article: code (`Citation(.regulation2019, "第22条")`), comments and names of tests
(`Regulation 22`, `条例第二十二条`), and rows of tables (`"instrument": …, "article": …`)."""

import collections
import dataclasses
import json
import re

from . import places

RULES = ("Sources/Regulation", "Sources/Registry")
TESTS = ("Tests",)
SECOND_READINGS = "Tests/EndToEnd/law/"  # the Python among the tests that speaks of articles
MIRRORS = ("Tests/RegulationTests/", "Tests/RegistryTests/")  # where a citation is a thing under test
TABLE_ROW = re.compile(r'"citation"\s*:\s*\{\s*"instrument"\s*:\s*"(\w+)"\s*,\s*"article"\s*:\s*"([^"]+)"')


@dataclasses.dataclass
class Found:
    rules: dict  # (instrument, article key) → files
    tests: dict
    mirrors: dict  # rule file → test files of the same name
    unknown: list  # (file, line, instrument title, cited)


def collect(root, law):
    found = Found(collections.defaultdict(set), collections.defaultdict(set), {}, [])
    sources = files(root, RULES)
    tests = {path: text for path, text in files(root, TESTS).items() if is_test(path)}
    literals = collections.defaultdict(set)  # folder → (instrument, article key, text as cited)
    for path, text in sources.items():
        for line, instrument, cited in cited_in_code(law, text) + cited_in_rows(law, text):
            article = note(found, found.rules, path, line, instrument, cited)
            if article:
                literals[folder(path)].add((instrument.code, article.key, cited))
        for line, instrument, place in named(law, comments(text)):
            note(found, found.rules, path, line, instrument, place)
    follow_constants(found, sources)
    for instrument in law.instruments:
        for article in instrument.articles:
            found.rules[instrument.code, article.key].update(f"Sources/{file}" for file in article.files)
    for path, text in tests.items():
        spoken = text if path.endswith(".py") else comments(text) + "\n" + names_of_tests(text)
        for line, instrument, place in named(law, spoken):
            note(found, found.tests, path, line, instrument, place)
        for _, instrument, cited in cited_in_code(law, text) + cited_in_rows(law, text):
            article = instrument.article(cited)
            if article and path.startswith(MIRRORS):
                found.tests[instrument.code, article.key].add(path)
        for code, key, cited in literals[folder(path)]:
            if f'"{cited}"' in text:
                found.tests[code, key].add(path)
    found.mirrors = {path: mirror(path, tests) for path in sources}
    return found


def files(root, folders):
    """Path → text of what can cite: Swift, Python of the second readings, tables."""
    paths = [path for name in folders for path in (root / name).rglob("*") if path.suffix in (".swift", ".py", ".json")]
    paths = [path for path in paths if path.suffix != ".json" or path.parent.name == "Data"]
    return {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in sorted(paths)}


def is_test(path):
    return path.endswith("Tests.swift") or (path.startswith(SECOND_READINGS) and path.endswith(".py"))


def folder(path):
    """`Sources/Regulation/Claims/X.swift` and `Tests/RegulationTests/Claims/XTests.swift` → the same."""
    parts = path.split("/")
    return (parts[1].removesuffix("Tests"), *parts[2:-1][:1])


def note(found, by_article, path, line, instrument, cited):
    article = instrument.article(cited) if isinstance(cited, str) else instrument.at(cited)
    if article:
        by_article[instrument.code, article.key].add(path)
    else:
        place = cited if isinstance(cited, str) else places.english(cited)
        found.unknown.append((path, line, instrument.title, place))
    return article


def cited_in_code(law, text):
    """Citations written as such. One made with a variable stands for every listed article its file spells out."""
    result = []
    for match in re.finditer(r"\bCitation\(\s*\.(\w+),\s*", text):
        instrument = law.instrument(match[1])
        if instrument is None:
            continue
        line = text.count("\n", 0, match.start()) + 1
        spelled = re.findall(r'"((?:[^"\\]|\\.)*)"', argument(text, match.end()))
        if not spelled:
            everything = re.findall(r'"([^"\\\n]+)"', text)
            keys = {article.key for article in instrument.articles}
            spelled = sorted(keys.intersection(everything)) or ["(a variable that spells no listed article)"]
        result += [(line, instrument, re.sub(r"\\\(\w+\)", "…", place)) for place in spelled]
    return result


def argument(text, start):
    """What stands from here to the parenthesis that closes the call."""
    depth = 1
    for position in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0) if not in_string(text, start, position) else 0
        if depth == 0:
            return text[start:position]
    return text[start:]


def in_string(text, start, position):
    return text.count('"', start, position) % 2 == 1


def cited_in_rows(law, text):
    return [
        (text.count("\n", 0, match.start()) + 1, law.instrument(match[1]), json.loads(f'"{match[2]}"'))
        for match in TABLE_ROW.finditer(text)
        if law.instrument(match[1])
    ]


def comments(text):
    """The comments, each on its lines; a sentence may run over several, so a line ends as a space does."""
    return "\n".join((re.search(r"(?<!:)///?(.*)", line) or [None, "§"])[1] for line in text.splitlines())


def names_of_tests(text):
    return "\n".join(re.findall(r"func `([^`]+)`", text))


def named(law, text):
    """Articles called by the short name of their text: `Floating Rules 7 to 11`, `条例第二十二条`."""
    by_name = {name: instrument for instrument in law.instruments for name in instrument.names}
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(by_name, key=len, reverse=True))
    item = rf"(?:{places.ENGLISH}|annex\s\d)"
    joint = r"(?:,?\s+(?:and|to)\s+|,\s+|–)"
    pattern = re.compile(
        rf"(?P<name>(?<![\w/]){names})(?:(?P<chinese>{places.CHINESE})"
        rf"|,?\s+(?:art(?:icle)?s?\.?\s+)?(?P<english>{item}(?:{joint}{item})*))",
    )
    result = []
    for match in pattern.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        instrument = by_name[re.sub(r"\s+", " ", match["name"])]
        if match["chinese"]:
            places_named = [(places.of_chinese(match["chinese"]), True)]
        else:
            places_named = listed(match["english"])
        # Within a span only what is listed is meant; what is named itself must be listed.
        result += [(line, instrument, place) for place, is_named in places_named if is_named or instrument.at(place)]
    return [*result, *called(law, text)]


def called(law, text):
    """Articles called by words of their own: `Tariff 2008, notes`."""
    for instrument in law.instruments:
        for article in instrument.articles:
            for words in article.named:
                for match in re.finditer(re.escape(words).replace(r"\ ", r"\s+"), text):
                    yield text.count("\n", 0, match.start()) + 1, instrument, article.key


def listed(text):
    """`6 to 11`, `22–26, 87`, `5(3)1` → each place and whether it is named; a span is filled in."""
    result, is_span = [], False
    for token in re.findall(r"annex\s\d|\bto\b|–|\d[\d()]*", text):
        if token in ("to", "–"):
            is_span = True
            continue
        place = ("annex", int(token[-1])) if token.startswith("annex") else places.of_english(token)
        if is_span and result:
            result += [((between,), False) for between in range(result[-1][0][0] + 1, place[0])]
        result.append((place, True))
        is_span = False
    return result


def follow_constants(found, sources):
    """A constant such as `Citation.advance` stands for its article where it is used, not where it is made."""
    for path, text in sources.items():
        if "/Citation+" not in path:
            continue
        made = re.findall(r'static let (\w+) = Citation\(\.(\w+), "([^"]+)"\)', text)
        for name, code, key in made:
            use = re.compile(rf"(?<![\w)\]?\\`])(?<!of: )(?:Citation)?\.{name}\b(?!\()")
            module = "/".join(path.split("/")[:3])
            users = [user for user, body in sources.items() if user.startswith(module) and use.search(body)]
            found.rules[code, key].discard(path)
            found.rules[code, key].update(users)


def mirror(path, tests):
    """Tests/RegulationTests/Term/TermTests.swift is the mirror of every Sources/Regulation/Term/Term*.swift."""
    module, *rest = path.removeprefix("Sources/").split("/")
    place, stem = "/".join(rest[:-1]), rest[-1].rsplit(".", 1)[0]
    beside = [test for test in tests if test.rpartition("/")[0] == f"Tests/{module}Tests/{place}".rstrip("/")]
    return {
        test for test in beside if test.endswith("Tests.swift") and stem.startswith(stem_of(test).removesuffix("Tests"))
    }


def stem_of(path):
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
