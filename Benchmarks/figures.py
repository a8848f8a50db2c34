"""What was measured: printed as it comes, kept for the result file, held against the bars."""

import datetime


class Figures:
    def __init__(self):
        self.document = {
            "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "notes": {},
            "benchmarks": {},
            "bars": [],
        }

    @property
    def passed(self) -> bool:
        return all(bar["passed"] for bar in self.document["bars"])

    def note(self, name: str, values: dict):
        self.document["notes"][name] = values
        print(f"{name}: " + " · ".join(f"{key} {text(value)}" for key, value in values.items()), flush=True)

    def heading(self, title: str):
        print(f"\n{title}", flush=True)

    def row(self, benchmark: str, subject: str, values: dict):
        """One line of figures of the product or of a reference."""
        self.document["benchmarks"].setdefault(benchmark, {})[subject] = values
        print(f"  {subject:<34}" + " · ".join(f"{text(value)} {key}" for key, value in values.items()), flush=True)

    def bar(self, name: str, value: float, at_most: float | None = None, at_least: float | None = None, unit: str = ""):
        """One promise of the project and whether it is kept."""
        passed = (at_most is None or value <= at_most) and (at_least is None or value >= at_least)
        limit = f"≤ {text(at_most)}" if at_most is not None else f"≥ {text(at_least)}"
        self.document["bars"].append(
            {"name": name, "value": value, "limit": limit, "unit": unit, "passed": passed})
        spaced = f" {unit}" if unit else ""
        print(f"  {'PASS' if passed else 'FAIL'}  {name}: {text(value)}{spaced} (bar {limit}{spaced})", flush=True)

    def conclude(self, seconds: float):
        bars = self.document["bars"]
        self.document["seconds"] = round(seconds, 1)
        kept = sum(bar["passed"] for bar in bars)
        print(f"\n{kept} of {len(bars)} bars kept, in {seconds:.0f} s")
        for bar in bars:
            if not bar["passed"]:
                print(f"  missed: {bar['name']}: {text(bar['value'])} {bar['unit']} (bar {bar['limit']} {bar['unit']})")


def text(value) -> str:
    """Figures as people read them: three significant places below a thousand, separators above."""
    if isinstance(value, float):
        if value == 0:
            return "0"
        if abs(value) >= 100:
            return f"{value:,.0f}"
        return f"{value:.3g}"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, list):
        return "–".join(text(item) for item in value)
    return str(value)
