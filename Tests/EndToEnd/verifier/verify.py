#!/usr/bin/env python3
"""Checks what a log published, with nothing of the log's own code: written from the C2SP texts (signed-note,
tlog-checkpoint, tlog-tiles, tlog-cosignature, tlog-proof), RFC 6962 and docs/proofs.md.

    verify.py checkpoint KEYS FILE             who signed the checkpoint
    verify.py consistency KEYS EARLIER FILE    FILE (a request to a witness) proves that EARLIER is its beginning
    verify.py proof KEYS FILE LEAF             the leaf in the file LEAF is in the log
    verify.py log KEYS DIRECTORY [EARLIER...]  entries, tiles and checkpoint fit, and every earlier checkpoint
    verify.py opened KEYS FILE                 the entries shown in a proof file are in the log; what they say
    verify.py card KEYS FILE [MOMENT]          the answer card is the registry's, and not over at the moment
    verify.py receipt KEYS FILE                the receipt is the registry's

KEYS holds verifier keys, one a line, the log's own first. Exits 1 with a sentence when something is wrong.
"""
import base64, hashlib, sys
from datetime import datetime, timezone
from pathlib import Path
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

class Wrong(Exception):
    pass

def require(condition, sentence):
    if not condition:
        raise Wrong(sentence)

def decode(text):
    value = base64.b64decode(text, validate=True)
    require(base64.b64encode(value).decode() == text, f"{text} is misspelt")
    return value

def leaf_hash(entry): return hashlib.sha256(b"\0" + entry).digest()
def node_hash(left, right): return hashlib.sha256(b"\1" + left + right).digest()

def split(count):
    """The largest power of two below a count of two or more."""
    return 1 << (count - 1).bit_length() - 1

def root(hashes):
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    k = split(len(hashes))
    return node_hash(root(hashes[:k]), root(hashes[k:]))

def included_root(leaf, index, size, path):
    """The head of the tree that a path (RFC 6962, 2.1.1) puts the leaf into."""
    if size == 1:
        require(not path, "the path is too long")
        return leaf
    *path, sibling = path
    k = split(size)
    if index < k:
        return node_hash(included_root(leaf, index, k, path), sibling)
    return node_hash(sibling, included_root(leaf, index - k, size - k, path))

def consistent_roots(old, new, path, known):
    """The heads of two trees that a proof (RFC 6962, 2.1.2) implies; known is the old head where it is not repeated."""
    if old == new:
        (whole,) = path if known is None else path + [known]
        return whole, whole
    *path, sibling = path
    k = split(new)
    if old <= k:
        first, second = consistent_roots(old, k, path, known)
        return first, node_hash(second, sibling)
    first, second = consistent_roots(old - k, new - k, path, None)
    return node_hash(sibling, first), node_hash(sibling, second)

def read_keys(path):
    keys = []
    for line in Path(path).read_text().split():
        name, key_id, material = line.split("+", 2)
        material = decode(material)
        require(hashlib.sha256(name.encode() + b"\n" + material).digest()[:4].hex() == key_id, f"{name}: no such key")
        keys.append((name, bytes.fromhex(key_id), material[0], Ed25519PublicKey.from_public_bytes(material[1:])))
    return keys

def open_note(note, keys):
    """The text of a note and the times of its known witnesses; the first key must have signed."""
    text, separator, lines = note.rpartition("\n\n")
    text += "\n"
    require(separator and lines.endswith("\n"), "not a signed note")
    signed, times = False, {}
    for line in lines[:-1].split("\n"):
        dash, name, blob = line.split(" ")
        require(dash == "—", "not a signed note")
        blob = decode(blob)
        for key_name, key_id, kind, key in keys:
            if name != key_name or blob[:4] != key_id:
                continue
            time = int.from_bytes(blob[4:12], "big")
            message = text if kind == 1 else f"cosignature/v1\ntime {time}\n{text}"
            try:
                key.verify(blob[4 if kind == 1 else 12:], message.encode())
            except InvalidSignature:
                raise Wrong(f"the signature of {name} is wrong") from None
            signed |= key_id == keys[0][1]
            if kind == 4:
                times[name] = time
    require(signed, f"not signed by {keys[0][0]}")
    return text, times

def open_checkpoint(note, keys):
    text, times = open_note(note, keys)
    origin, size, head, *_ = text.split("\n")
    require(origin == keys[0][0], f"a checkpoint of {origin}")
    require(size == str(int(size)), "the size is misspelt")
    return int(size), decode(head), times

def tile_path(kind, index, width):
    *groups, last = (group.zfill(3) for group in f"{index:,}".split(","))
    partial = f".p/{width}" if width < 256 else ""
    return f"tile/{kind}/" + "".join(f"x{group}/" for group in groups) + last + partial

def read_entries(directory, size):
    for start in range(0, size, 256):
        width = min(256, size - start)
        path = tile_path("entries", start // 256, width)
        data = (directory / path).read_bytes()
        for _ in range(width):
            length = int.from_bytes(data[:2], "big")
            require(len(data) >= 2 + length, f"{path} is too short")
            yield data[2:2 + length]
            data = data[2 + length:]
        require(not data, f"{path} is too long")

def check_log(directory, keys, earlier):
    size, head, times = open_checkpoint((directory / "checkpoint").read_text(), keys)
    leaves = [leaf_hash(entry) for entry in read_entries(directory, size)]
    hashes, level = leaves, 0
    while hashes:
        for start in range(0, len(hashes), 256):
            path = tile_path(level, start // 256, min(256, len(hashes) - start))
            data = b"".join(hashes[start:start + 256])
            there = (directory / path).read_bytes()
            differing = next((i for i in range(0, len(data), 32) if there[i:i + 32] != data[i:i + 32]), None)
            require(differing is None, f"{path} differs at leaf {(start + (differing or 0) // 32) << 8 * level}")
            require(len(there) == len(data), f"{path} is too long")
        hashes, level = [root(hashes[i:i + 256]) for i in range(0, len(hashes) - 255, 256)], level + 1
    require(root(leaves) == head, "the entries do not add up to the checkpoint")
    for note in earlier:
        old, old_head, _ = open_checkpoint(note, keys)
        require(old <= size, f"the log was larger before: {old}")
        require(root(leaves[:old]) == old_head, f"what was published at size {old} was rewritten")
    return f"{size} entries, tiles and checkpoint fit; {len(earlier)} earlier checkpoints too"

def check_consistency(earlier, request, keys):
    proof, _, note = request.partition("\n\n")
    first, *path = proof.split("\n")
    old, old_head, _ = open_checkpoint(earlier, keys)
    new, new_head, _ = open_checkpoint(note, keys)
    require(first == f"old {old}" and 0 < old <= new, "the proof is between other sizes")
    roots = consistent_roots(old, new, [decode(line) for line in path], old_head)
    require(roots == (old_head, new_head), "the larger tree does not begin with the smaller one")
    return f"the tree of {new} begins with the tree of {old}"

def check_proof(file, leaf, keys):
    proof, _, note = file.partition("\n\n")
    version, *lines = proof.split("\n")
    first, *path = lines[1:] if lines[0].startswith("extra ") else lines
    size, head, times = open_checkpoint(note, keys)
    index = int(first[6:])
    require(version == "c2sp.org/tlog-proof@v1" and first == f"index {index}", "not a proof file")
    require(0 <= index < size, f"index {index} is not in a tree of {size}")
    implied = included_root(leaf_hash(leaf), index, size, [decode(line) for line in path])
    require(implied == head, "the path does not lead from the leaf to the head")
    return f"the leaf is at index {index} of {size}, seen by {sorted(times.items())}"

def number(text, limit):
    require(text == str(int(text)) and 0 <= int(text) < limit, f"{text} is no number here")
    return int(text)

def sized(text, length):
    value = decode(text)
    require(len(value) == length, f"{text} has not {length} bytes")
    return value

class Erased(str):
    """In the place of a value that was erased: by which entry."""

PERSONAL = dict(enumerate(
    ["policyholderName", "policyholderDocument", "insuredName", "insuredDocument", "phone"], start=19))

def read_part(line):
    """The commitment of a part of an entry, its number, and its value; a hidden part has neither."""
    kind, *words = line.split(" ")
    if kind == "hidden":
        (commitment,) = words
        return sized(commitment, 32), None, None
    at, secret, last = words
    at = number(at, 256)
    require(at > 0 and kind in ("open", "erased"), f"{kind} is no part")
    if kind == "erased":
        return sized(secret, 32), at, Erased(f"erased by {last}")
    value = decode(last)
    return leaf_hash(sized(secret, 16) + bytes([at]) + value), at, value.decode()

def read_entries_shown(lines, index, path):
    """Index, path, leaf and shown values of the entries in a proof file's extra data; the first one's index and path
    stand in the file itself."""
    while lines:
        word, committed = lines.pop(0).split(" ")
        require(word == "committed", "an entry begins with its time")
        parts = []
        while lines and not lines[0].startswith("further "):
            parts.append(read_part(lines.pop(0)))
        shown = [at for _, at, _ in parts if at]
        require(parts and shown == sorted(set(shown)), "the parts are not in order")
        leaf = b"xubao-entry/1\n" + number(committed, 1 << 63).to_bytes(8, "big") + root([part[0] for part in parts])
        yield index, path, leaf, {at: value for _, at, value in parts if at}
        if lines:
            index, path = number(lines.pop(0)[8:], 1 << 60), []
            while lines and lines[0].startswith("path "):
                path.append(sized(lines.pop(0)[5:], 32))

def check_opened(file, keys):
    proof, _, note = file.partition("\n\n")
    version, extra, first, *path = proof.split("\n")
    require(version == "c2sp.org/tlog-proof@v1" and extra[:6] == "extra " and first[:6] == "index ", "no proof file")
    size, head, times = open_checkpoint(note, keys)
    kind, key, *lines, end = decode(extra[6:]).decode().split("\n")
    require(kind == "xubao-proof/1" and key.startswith("key ") and end == "", "not a proof file of this kind")
    told = []
    first = number(first[6:], size)
    for index, path, leaf, shown in read_entries_shown(lines, first, [sized(line, 32) for line in path]):
        require(index < size, f"index {index} is not in a tree of {size}")
        require(included_root(leaf_hash(leaf), index, size, path) == head, f"another entry is at index {index}")
        require(not told or index != first and (len(told) == 1 or index > told[-1][0]), "entries are out of order")
        told.append((index, shown))
    texts = dict(told)
    for index, shown in told:
        for at, value in shown.items():
            if isinstance(value, Erased):
                log, erasing = value.split(" ")[-1].rsplit("-", 1)
                erasure = texts.get(int(erasing), {})
                says = (erasure.get(1), erasure.get(103), PERSONAL[at] in erasure.get(111, "").split(","))
                require(says == ("erasure", f"{log}-{index}", True), f"no entry proves that field {at} was erased")
    return f"in the tree of {size}, seen by {sorted(times.items())}: {told}"

def open_statement(note, keys, kind, words):
    """The values of a card or a receipt; nobody but the log signs one."""
    text, _ = open_note(note, keys)
    first, *lines = text[:-1].split("\n")
    require(first == f"{keys[0][0]}/{kind}" and note.count("\n— ") == 1, f"not a {kind}")
    require([line.split(" ", 1)[0] for line in lines] == words, f"not the lines of a {kind}")
    return dict(line.split(" ", 1) for line in lines)

def check_card(note, keys, moment):
    words = ["outcome", "renewal", "end", "on", "as-of", "valid-until", "tree", "entry", "plate"]
    values = open_statement(note, keys, "answer/1", words)
    size, head = values["tree"].split(" ")
    number(size, 1 << 61), sized(head, 32)
    require(datetime.fromisoformat(moment) < datetime.fromisoformat(values["valid-until"]), "the card's time is over")
    return "; ".join(f"{word} {value}" for word, value in values.items())

def check_receipt(note, keys):
    values = open_statement(note, keys, "receipt", ["entry", "index", "leaf", "committed"])
    require(values["entry"] == f"{keys[0][0].split('/')[1]}-{number(values['index'], 1 << 63)}", "another entry's index")
    require(bytes.fromhex(values["leaf"]).hex() == values["leaf"] and len(values["leaf"]) == 64, "no hash")
    return f"entry {values['entry']} with leaf {values['leaf']} was taken in at {values['committed']}"

def run(command, key_file, file, *more):
    keys, file = read_keys(key_file), Path(file)
    if command == "opened":
        return check_opened(file.read_text(), keys)
    if command == "card":
        return check_card(file.read_text(), keys, more[0] if more else datetime.now(timezone.utc).isoformat())
    if command == "receipt":
        return check_receipt(file.read_text(), keys)
    more = [Path(path).read_bytes() for path in more]
    if command == "checkpoint":
        size, head, times = open_checkpoint(file.read_text(), keys)
        return f"size {size}, head {head.hex()}, seen by {sorted(times.items())}"
    if command == "consistency":
        return check_consistency(file.read_text(), more[0].decode(), keys)
    if command == "proof":
        return check_proof(file.read_text(), more[0], keys)
    require(command == "log", f"no command {command}")
    return check_log(file, keys, [note.decode() for note in more])

if __name__ == "__main__":
    try:
        print(run(*sys.argv[1:]))
    except (Wrong, ValueError, IndexError, OSError, TypeError) as error:
        sys.exit(f"wrong: {error}")
