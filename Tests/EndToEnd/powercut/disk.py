"""A disk as it is while a journal is played: what is on it for certain, and what only the memory before it holds."""

import os
from dataclasses import dataclass

from .journal import Kind

SECTOR = 512


class File:
    """Bytes on the disk, and the writes and lengths that wait, in order."""

    def __init__(self):
        self.durable = bytearray()
        self.waiting = []
        self.done = 0

    @property
    def turn(self):
        return self.done + len(self.waiting)

    def sync(self, turn):
        """Everything up to a turn is on the disk."""
        count = turn - self.done
        if count > 0:
            for change in self.waiting[:count]:
                change.apply(self.durable)
            del self.waiting[:count]
            self.done = turn

    def whole(self):
        content = bytearray(self.durable)
        for change in self.waiting:
            change.apply(content)
        return content


@dataclass(slots=True)
class Write:
    offset: int
    content: memoryview

    def apply(self, content):
        extend(content, self.offset)
        content[self.offset : self.offset + len(self.content)] = self.content

    def sectors(self):
        """The parts of it that reach the disk each by itself."""
        start, end = self.offset, self.offset + len(self.content)
        while start < end:
            stop = min(end, (start // SECTOR + 1) * SECTOR)
            yield Write(start, self.content[start - self.offset : stop - self.offset])
            start = stop


@dataclass(slots=True)
class Length:
    length: int

    def apply(self, content):
        del content[self.length :]
        extend(content, self.length)


def extend(content, length, filling=b""):
    missing = length - len(content)
    if missing > 0:
        content += filling[:missing] if filling else bytes(missing)


class Directory:
    """Names on the disk, and the changes that wait: each a group of names that change together."""

    def __init__(self):
        self.names = {}
        self.durable = {}
        self.waiting = []
        self.done = 0

    @property
    def turn(self):
        return self.done + len(self.waiting)

    def change(self, moment, changes):
        apply_names(self.names, changes)
        self.waiting.append((moment, changes))

    def sync(self, turn):
        count = turn - self.done
        if count > 0:
            for _, changes in self.waiting[:count]:
                apply_names(self.durable, changes)
            del self.waiting[:count]
            self.done = turn


def apply_names(names, changes):
    for name, node in changes.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


class Disk:
    """Plays records one after another. `root` stands for the recorded directory and was there before."""

    def __init__(self):
        self.root = Directory()
        self.opened = {}
        self.synced_at_once = set()
        self.begun = {}
        self.moment = 0
        # A file system with a journal of its own keeps, with any sync, every change of names that came before.
        self.journalled_through = 0

    def find(self, path):
        """The directory that holds a path, and the last name in it."""
        node, parts = self.root, path.strip("/").split("/")
        for part in parts[:-1]:
            node = node.names[part]
        return node, parts[-1]

    def play(self, record):
        self.moment += 1
        getattr(self, f"_{record.kind.name.lower()}")(record)

    def _open(self, record):
        if not record.path.strip("/"):
            self.opened[record.file] = self.root
            return
        directory, name = self.find(record.path)
        node = directory.names.get(name)
        if node is None:
            assert record.first & os.O_CREAT, f"{record.path} was opened and never made"
            node = File()
            directory.change(self.moment, {name: node})
        elif record.first & os.O_TRUNC and node.whole():
            node.waiting.append(Length(0))
        self.opened[record.file] = node
        if record.first & os.O_DSYNC:
            self.synced_at_once.add(record.file)

    def _write(self, record):
        if record.file:
            self._change(record, Write(record.first, record.payload))

    def _truncate(self, record):
        self._change(record, Length(record.first))

    def _change(self, record, change):
        file = self.opened[record.file]
        file.waiting.append(change)
        if record.file in self.synced_at_once:
            file.sync(file.turn)

    def _sync_begins(self, record):
        nodes = [self.opened[record.file]] if record.file else list(self.nodes())
        self.begun[record.turn] = self.moment, [(node, node.turn) for node in nodes]

    def _sync_ends(self, record):
        moment, nodes = self.begun.pop(record.turn)
        self.journalled_through = max(self.journalled_through, moment)
        for node, turn in nodes:
            node.sync(turn)

    def _rename(self, record):
        (source, old), (target, new) = map(self.find, record.paths)
        node = source.names.get(old)
        if node is None:
            return
        if source is target:
            source.change(self.moment, {old: None, new: node})
        else:
            source.change(self.moment, {old: None})
            target.change(self.moment, {new: node})

    def _unlink(self, record):
        directory, name = self.find(record.path)
        # A socket is nothing that was opened.
        if name in directory.names:
            directory.change(self.moment, {name: None})

    _remove_directory = _unlink

    def _link(self, record):
        (source, old), (target, new) = map(self.find, record.paths)
        target.change(self.moment, {new: source.names[old]})

    def _make_directory(self, record):
        directory, name = self.find(record.path)
        directory.change(self.moment, {name: Directory()})

    def nodes(self):
        """Every directory and file that has a name now."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Directory):
                waiting.extend(node.names.values())
