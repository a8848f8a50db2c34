"""A power cut: which of what waits reaches the disk is drawn by chance, and a directory is made as the disk then has it."""

import os
from dataclasses import dataclass

from .disk import Directory, Length, Write, apply_names, extend
from .journal import is_regular

# Names: what is left of changes that no sync covers. A strict disk keeps names only with a sync of their directory; a
# journalled one (ext4, XFS) keeps, with any sync, all that came before it.
NAMES = ("strict, none", "strict, first ones", "strict, any", "journalled, none", "journalled, first ones", "all")
# Bytes: what is left of writes that no sync covers.
BYTES = ("none", "first ones, the last torn", "any sectors", "lengths alone", "all")
# What a sector holds that a file had grown over and that never reached the disk.
HOLES = ("zeros", "noise", "older blocks")


@dataclass
class Cut:
    """What is drawn for one cut."""

    names: str
    bytes: str
    holes: str
    share: float

    @classmethod
    def drawn(cls, chance):
        return cls(
            chance.choice(NAMES), chance.choice(BYTES), chance.choice(HOLES), chance.choice((0.05, 0.3, 0.5, 0.7, 0.95))
        )

    def __str__(self):
        return f"names kept: {self.names}; bytes kept: {self.bytes} ({self.share}); holes: {self.holes}"


def rebuild(disk, cut, chance, target):
    """Writes the directory as the disk has it after a cut."""
    _rebuild_directory(disk, disk.root, cut, chance, target)


def _rebuild_directory(disk, directory, cut, chance, target):
    os.makedirs(target, mode=0o700, exist_ok=True)
    for name, node in surviving_names(disk, directory, cut, chance).items():
        path = os.path.join(target, name)
        if isinstance(node, Directory):
            _rebuild_directory(disk, node, cut, chance, path)
        elif is_regular(name):
            with open(path, "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
                file.write(surviving_bytes(node, cut, chance))


def surviving_names(disk, directory, cut, chance):
    names = dict(directory.durable)
    manner, _, kept = cut.names.partition(", ")
    waiting = directory.waiting
    if manner == "journalled":
        certain = sum(moment <= disk.journalled_through for moment, _ in waiting)
        for _, changes in waiting[:certain]:
            apply_names(names, changes)
        waiting = waiting[certain:]
    if kept == "none":
        waiting = []
    elif kept == "first ones":
        waiting = waiting[: chance.randint(0, len(waiting))]
    elif kept == "any":
        waiting = [change for change in waiting if chance.random() < cut.share]
    for _, changes in waiting:
        apply_names(names, changes)
    return names


def surviving_bytes(file, cut, chance):
    content = bytearray(file.durable)
    if cut.bytes == "none" or not file.waiting:
        return content
    filling = _filling(file, cut, chance)
    for change in _surviving_changes(file.waiting, cut, chance):
        if isinstance(change, Length):
            del content[change.length :]
            extend(content, change.length)
        else:
            if len(content) < change.offset:
                extend(content, change.offset, filling(change.offset - len(content)))
            content[change.offset : change.offset + len(change.content)] = change.content
    if cut.bytes in ("lengths alone", "any sectors") and not isinstance(file.waiting[-1], Length):
        length = max(change.offset + len(change.content) for change in file.waiting if isinstance(change, Write))
        if len(content) < length and (cut.bytes == "lengths alone" or chance.random() < 0.5):
            extend(content, length, filling(length - len(content)))
    return content


def _surviving_changes(waiting, cut, chance):
    if cut.bytes == "all":
        yield from waiting
    elif cut.bytes == "first ones, the last torn":
        count = chance.randint(0, len(waiting) - 1)
        yield from waiting[:count]
        torn = waiting[count]
        if isinstance(torn, Write):
            sectors = list(torn.sectors())
            yield from sectors[: chance.randint(0, len(sectors))]
    elif cut.bytes == "any sectors":
        for change in waiting:
            for part in [change] if isinstance(change, Length) else change.sectors():
                if chance.random() < cut.share:
                    yield part
    elif cut.bytes == "lengths alone":
        yield from (change for change in waiting if isinstance(change, Length))


def _filling(file, cut, chance):
    def filling(length):
        if cut.holes == "noise":
            return chance.randbytes(length)
        if cut.holes == "older blocks" and file.durable:
            start = chance.randrange(len(file.durable)) // 512 * 512
            older = bytes(file.durable[start : start + length])
            return older + bytes(length - len(older))
        return bytes(length)

    return filling
