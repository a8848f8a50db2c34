"""The sample world the benchmarks run on: its files, its rows, and the vehicles an owner could ask about."""

import csv
import datetime
import functools
import random
import re
import shutil
import sqlite3
import unicodedata
from dataclasses import dataclass
from pathlib import Path

# The columns used here, in either spelling of the header.
ENGLISH = {
    "业务类型": "event",
    "号牌号码": "plate",
    "车架号": "vin",
    "新号牌号码": "newPlate",
    "生效时间": "effectiveAt",
    "签单时间": "issuedAt",
    "起保时间": "start",
    "更正对象": "corrects",
    "终保时间": "end",
    "保险公司代码": "insurer",
    "保单号": "policyNumber",
}


SEED = 1
ZONE = datetime.timezone(datetime.timedelta(hours=8))
AS_OF = "2026-11-21"
# The command's own list of the uploads, in the order in which they must be sent; written last, so it marks a whole world.
ORDER = "order.txt"
PAIRS = "pairs.txt"


def files(world: Path) -> list[tuple[Path, str, str | None]]:
    """File, insurer and the moment reported through, in the order in which they must be sent."""
    found = []
    for line in (world / ORDER).read_text().splitlines():
        words = line.split()
        through = words[words.index("--reported-through") + 1] if "--reported-through" in words else None
        found.append((world / Path(words[2]).name, words[words.index("--insurer") + 1], through))
    return found


def encoding(path: Path) -> str:
    """UTF-8 with or without a mark, else GB18030, by the first lines."""
    with path.open("rb") as file:
        opening = file.read(1 << 16)
    opening = opening[: opening.rfind(b"\n")]
    try:
        opening.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"


def table(path: Path):
    """An iterator over the file's rows as lists, the header first."""
    with path.open(encoding=encoding(path), newline="") as file:
        yield from csv.reader(file)


def rows(path: Path):
    """The file's rows as dictionaries by English column name, as far as ENGLISH knows them."""
    cells = table(path)
    header = [ENGLISH.get(name, name) for name in next(cells)]
    for row in cells:
        yield dict(zip(header, row))


def plain(text: str) -> str:
    """Plates and VINs as they are after lossless repair: narrow, upper case, nothing between."""
    return re.sub(r"[\s·.\-]", "", unicodedata.normalize("NFKC", text)).upper()


@functools.lru_cache(maxsize=100_000)
def moment(text: str) -> str:
    """A time of the files, in any of their spellings, as RFC 3339 in Asia/Shanghai; 24:00 is the next midnight. Empty for
    what is no time."""
    numbers = [int(number) for number in re.findall(r"\d+", text)[:5]]
    if len(numbers) < 3:
        return ""
    year, month, day, hour, minute = (numbers + [0, 0])[:5]
    try:
        point = datetime.datetime(year, month, day, tzinfo=ZONE) + datetime.timedelta(hours=hour, minutes=minute)
    except ValueError:  # the world has typing errors, too
        return ""
    return point.isoformat()


def vehicles(world: Path) -> list[dict]:
    """One row for each VIN that has a plate: the plate it bore last and the policy that ends last."""
    known: dict[str, list] = {}
    for path, _, _ in files(world):
        for row in rows(path):
            vin = plain(row["vin"])
            if len(vin) != 17 or row["corrects"]:
                continue
            vehicle = known.setdefault(vin, ["", "", "", "", "", ""])
            plate = row["newPlate"] or row["plate"]
            since = moment(row["effectiveAt"] or row["issuedAt"] or row["start"])
            if plate and since >= vehicle[0]:
                vehicle[0], vehicle[1] = since, plain(plate)
            start, end = moment(row["start"]), moment(row["end"])
            if start and end and end >= vehicle[3]:
                vehicle[2:] = [start, end, row["insurer"], row["policyNumber"]]
    return [
        {"vin": vin, "plate": plate, "start": start, "end": end, "insurer": insurer, "policy_number": policy}
        for vin, (_, plate, start, end, insurer, policy) in sorted(known.items())
        if plate
    ]


@dataclass
class World:
    """A world on the disk: its files, how many rows each has, and what an owner could ask, in random order."""

    directory: Path
    vehicles: int
    files: list[tuple[Path, str, str | None]]
    rows: dict[str, int]
    pairs: list[tuple[str, str]]

    @property
    def pairs_file(self) -> Path:
        return self.directory / PAIRS

    @staticmethod
    def make(product, cache: Path, vehicle_count: int) -> "World":
        """Kept from run to run as long as the generator writes the same."""
        directory = cache / f"world-{vehicle_count}-{SEED}-{AS_OF}-{product.world_fingerprint(AS_OF, SEED)}"
        if not (directory / ORDER).exists():
            print(f"writing a world of {vehicle_count:,} vehicles", flush=True)
            shutil.rmtree(directory, ignore_errors=True)
            finished = product.run(
                "world", "--vehicles", vehicle_count, "--seed", SEED, "--as-of", AS_OF, "--output", directory)
            (directory / ORDER).write_bytes(finished.output)
        if not (directory / PAIRS).exists():
            shuffled = vehicles(directory)
            random.Random(SEED).shuffle(shuffled)
            lines = (f"{vehicle['plate']} {vehicle['vin'][-6:]}\n" for vehicle in shuffled)
            (directory / PAIRS).write_text("".join(lines))
            store(shuffled, directory / "reference.sqlite")
        found = files(directory)
        return World(
            directory=directory, vehicles=vehicle_count, files=found,
            rows={path.name: count(path) for path, _, _ in found},
            pairs=[tuple(line.split()) for line in (directory / PAIRS).read_text().splitlines()])

    def reference_database(self) -> Path:
        return self.directory / "reference.sqlite"


def count(path: Path) -> int:
    """Rows without the header; no value of the world has a line break in it."""
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1


def store(found: list[dict], path: Path):
    """The same vehicles with their last policy, as the plain service keeps them."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute(
        "CREATE TABLE vehicles (plate TEXT, suffix TEXT, vin TEXT, insurer TEXT, policy_number TEXT, start TEXT, end TEXT)")
    database.executemany(
        "INSERT INTO vehicles VALUES (:plate, :suffix, :vin, :insurer, :policy_number, :start, :end)",
        ({**vehicle, "suffix": vehicle["vin"][-6:]} for vehicle in found))
    database.execute("CREATE INDEX vehicles_by_plate ON vehicles (plate)")
    database.commit()
    database.close()
