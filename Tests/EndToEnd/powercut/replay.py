#!/usr/bin/env python3
"""Repeats one cut of a kept recording and leaves the directory to be looked at.

    replay.py RECORDING PLACE SEED [ask|serve|again]

RECORDING is the folder a failed test names; PLACE is the number of records before the cut, SEED draws the rest of it.
"""

import random
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from powercut.cut import Cut, rebuild
from powercut.disk import Disk
from powercut.journal import read_journal
from powercut.recording import Recording
from powercut.sweep import Place, sweep


def main(folder, place, seed, manner="ask"):
    recording = Recording.kept(folder)
    records = read_journal(recording.journal)
    place = Place(int(place), int(seed), manner)
    disk, chance = Disk(), random.Random(place.seed)
    for record in records[: place.records]:
        disk.play(record)
    target = Path(folder) / f"cut-{place.records}-{place.seed}"
    shutil.rmtree(target, ignore_errors=True)
    rebuild(disk, Cut.drawn(chance), chance, target)
    (finding,) = sweep(recording, records, [place])
    print(f"the directory as the cut leaves it: {target}")
    print(finding if finding.faults else f"all is well: {finding}")
    return 1 if finding.faults else 0


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
