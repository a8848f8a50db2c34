"""The texts and their articles: the list kept by hand, in the order of Sources/Regulation/Instruments.swift."""

import dataclasses
import re
import tomllib

from . import places


@dataclasses.dataclass
class Article:
    key: str
    chinese: str
    english: str
    heading: bool = False  # of a chapter or section: a title over its parts, which may be cited too
    covers: str | None = None  # expression for the citations that mean this row, when they are many
    elsewhere: list = dataclasses.field(default_factory=list)  # capabilities
    through: list = dataclasses.field(default_factory=list)  # "instrument article": another text says the same
    named: list = dataclasses.field(default_factory=list)  # words by which comments and tests call it
    files: list = dataclasses.field(default_factory=list)  # where neither code nor comment can name the text
    not_applicable: str | None = None

    @property
    def place(self):
        return places.of_chinese(self.key)

    @property
    def is_ours(self):
        """Whether the list claims that a rule carries it out."""
        return not (self.heading or self.elsewhere or self.through or self.not_applicable)

    def means(self, cited):
        if cited == self.key or (self.covers and re.fullmatch(self.covers, cited)):
            return True
        rows = re.fullmatch(r"第(\d+)–(\d+)行", self.key)
        row = re.fullmatch(r"第(\d+)行", cited)
        return bool(rows and row and int(rows[1]) <= int(row[1]) <= int(rows[2]))


@dataclasses.dataclass
class Instrument:
    code: str
    title: str  # as Instruments.swift has it
    english: str
    names: list  # by which comments and tests call it
    note: str | None
    articles: list

    def article(self, cited):
        """The listed article a citation means: itself, or what it is a part of when no part of that is listed."""
        for article in self.articles:
            if article.means(cited):
                return article
        place = places.of_chinese(cited)
        return self.at(place) if place else None

    def at(self, place):
        by_place = {article.place: article for article in self.articles if article.place}
        if place in by_place:
            return by_place[place]
        whole = place[:-1]
        has_parts = any(other[: len(whole)] == whole and len(other) > len(whole) for other in by_place)
        return by_place.get(whole) if whole and not has_parts else None

    def parts(self, article):
        place = article.place
        return [a for a in self.articles if place and a.place and a.place[:-1] == place] if place else []

    def whole(self, article):
        """What the article is a part of."""
        place = article.place
        return next((a for a in self.articles if place and a.place == place[:-1]), None)


@dataclasses.dataclass
class Law:
    capabilities: dict  # number → name
    instruments: list

    def instrument(self, code):
        return next((instrument for instrument in self.instruments if instrument.code == code), None)

    def resolve(self, reference):
        """`regulation2019 第22条` → instrument and article."""
        code, _, key = reference.partition(" ")
        instrument = self.instrument(code)
        return instrument, instrument and instrument.article(key)


def read(root):
    listed = tomllib.loads((root / "docs/articles.toml").read_text(encoding="utf-8"))
    capabilities = {int(number): name for number, name in listed.pop("capabilities").items()}
    swift = (root / "Sources/Regulation/Instruments.swift").read_text(encoding="utf-8")
    titles = dict(re.findall(r'^    case (\w+) = "([^"]+)"$', swift, flags=re.M))
    if sorted(titles) != sorted(listed):
        odd = ", ".join(sorted(set(titles) ^ set(listed)))
        raise SystemExit(f"articles: Instruments.swift and docs/articles.toml do not list the same texts: {odd}")
    return Law(capabilities, [instrument(code, title, listed[code]) for code, title in titles.items()])


def instrument(code, title, entry):
    articles = [article(code, key, row) for key, row in entry["articles"].items()]
    return Instrument(code, title, entry["english"], entry.get("names", []), entry.get("note"), articles)


def article(code, key, row):
    members = {"zh": "chinese", "en": "english", "notApplicable": "not_applicable"}
    try:
        return Article(key, **{members.get(name, name): value for name, value in row.items()})
    except TypeError as error:
        raise SystemExit(f"articles: docs/articles.toml, {code} {key}: {error}") from None
