"""The independent verifier, and OpenSSL, on the sample files that the library writes."""

import base64
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from verifier import verify

SAMPLES = Path(__file__).resolve().parents[1] / "TransparencyLogTests/Samples"
KEYS = SAMPLES / "keys"
PROOFS = SAMPLES.parents[1] / "RegistryTests/Proofs/Samples"
REGISTRY_KEYS = PROOFS / "keys"
# A moment at which the sample card is still valid.
VALID = "2026-11-21T12:34:56.788+08:00"


@pytest.fixture
def copy(tmp_path):
    """The samples, to be spoiled."""
    return Path(shutil.copytree(SAMPLES, tmp_path / "samples"))


@pytest.fixture
def leaf(tmp_path):
    file = tmp_path / "leaf"
    file.write_bytes(b"entry 123")
    return file


def flips(data, step=1):
    """The data with one bit changed, for every step-th bit."""
    for bit in range(0, len(data) * 8, step):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        yield bit, bytes(changed)


def refused(*arguments):
    """Whether the verifier finds fault, with a reason and not by breaking down."""
    try:
        verify.run(*arguments)
    except (verify.Wrong, ValueError, IndexError, OSError):
        return True
    return False


def test_checkpoints_and_their_witness_are_known():
    assert verify.run("checkpoint", KEYS, SAMPLES / "log/checkpoint").startswith("size 300,")
    assert "('witness.example/w1', 1700000200)" in verify.run("checkpoint", KEYS, SAMPLES / "earlier")


def test_the_larger_tree_begins_with_the_smaller_one():
    told = verify.run("consistency", KEYS, SAMPLES / "earlier", SAMPLES / "consistency")
    assert told == "the tree of 300 begins with the tree of 200"


def test_the_proof_file_proves_its_leaf_and_no_other(leaf):
    file = SAMPLES / "entry-123.tlog-proof"
    assert verify.run("proof", KEYS, file, leaf).startswith("the leaf is at index 123 of 300")
    leaf.write_bytes(b"entry 124")
    assert refused("proof", KEYS, file, leaf)


def test_the_whole_log_fits_and_what_was_kept_of_it():
    told = verify.run("log", KEYS, SAMPLES / "log", SAMPLES / "earlier")
    assert told == "300 entries, tiles and checkpoint fit; 1 earlier checkpoints too"


@pytest.mark.parametrize(
    "command, name, others",
    [
        ("checkpoint", "log/checkpoint", []),
        ("consistency", "consistency", ["earlier"]),
        ("proof", "entry-123.tlog-proof", ["leaf"]),
    ],
)
def test_no_changed_bit_is_believed(command, name, others, copy):
    (copy / "leaf").write_bytes(b"entry 123")
    file = copy / name
    whole = file.read_bytes()
    # The extra line is for the application and protected by nothing.
    extra = whole.find(b"extra "), whole.find(b"\n", whole.find(b"extra "))
    arguments = [copy / other for other in others]
    arguments.insert(0 if command == "proof" else len(arguments), file)
    for bit, changed in flips(whole):
        if extra[0] >= 0 and extra[0] <= bit // 8 <= extra[1]:
            continue
        file.write_bytes(changed)
        if forgets_a_witness(whole, changed):
            continue
        assert refused(command, KEYS, *arguments), f"bit {bit} of {name}"


def forgets_a_witness(whole, changed):
    """A changed name or key id makes a witness a stranger; the log's own signature still stands."""
    line = whole.rstrip(b"\n").rfind(b"\n") + 1
    dash, name, blob = whole[line:].split(b" ")
    start = line + len(dash) + 1
    end = start + len(name) + 1 + len("AAAAAA")
    return whole[:start] == changed[:start] and whole[end:] == changed[end:]


def test_no_changed_bit_of_tiles_and_entries_is_believed(copy):
    for file in sorted((copy / "log/tile").rglob("*")):
        if not file.is_file():
            continue
        whole = file.read_bytes()
        for bit, changed in flips(whole, step=499 if len(whole) > 1000 else 31):
            file.write_bytes(changed)
            assert refused("log", KEYS, copy / "log"), f"bit {bit} of {file}"
        file.write_bytes(whole)


def test_the_first_changed_leaf_is_named(copy):
    tile = copy / "log/tile/0/000"
    data = bytearray(tile.read_bytes())
    data[32 * 77] ^= 1
    tile.write_bytes(data)
    with pytest.raises(verify.Wrong, match="tile/0/000 differs at leaf 77"):
        verify.run("log", KEYS, copy / "log")


def test_a_log_rewritten_with_its_own_key_does_not_pass_an_earlier_checkpoint(copy, tmp_path):
    """The same key signs other entries: everything fits, except what somebody kept."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    entries = [b"entry %d" % index for index in range(300)]
    entries[150] = b"rewritten"
    write_log(copy / "log", entries, Ed25519PrivateKey.from_private_bytes(b"\1" * 32))
    assert verify.run("log", KEYS, copy / "log").startswith("300 entries")
    with pytest.raises(verify.Wrong, match="what was published at size 200 was rewritten"):
        verify.run("log", KEYS, copy / "log", copy / "earlier")
    write_log(copy / "log", entries[:199], Ed25519PrivateKey.from_private_bytes(b"\1" * 32))
    with pytest.raises(verify.Wrong, match="the log was larger before: 200"):
        verify.run("log", KEYS, copy / "log", copy / "earlier")


def write_log(directory, entries, key):
    """What an operator could publish who has the key."""
    hashes, level = [verify.leaf_hash(entry) for entry in entries], 0
    head = verify.root(hashes)
    for start in range(0, len(entries), 256):
        bundle = entries[start : start + 256]
        data = b"".join(len(entry).to_bytes(2, "big") + entry for entry in bundle)
        write(directory / verify.tile_path("entries", start // 256, len(bundle)), data)
    while hashes:
        for start in range(0, len(hashes), 256):
            row = hashes[start : start + 256]
            write(directory / verify.tile_path(level, start // 256, len(row)), b"".join(row))
        full = range(0, len(hashes) - 255, 256)
        hashes, level = [verify.root(hashes[start : start + 256]) for start in full], level + 1
    text = f"example.com/log\n{len(entries)}\n{base64.b64encode(head).decode()}\n"
    name, key_id, _ = KEYS.read_text().split("\n")[0].split("+", 2)
    blob = base64.b64encode(bytes.fromhex(key_id) + key.sign(text.encode())).decode()
    (directory / "checkpoint").write_text(f"{text}\n— {name} {blob}\n")


def write(file, data):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def test_a_proof_file_says_what_the_registry_recorded():
    told = verify.run("opened", REGISTRY_KEYS, PROOFS / "policy.tlog-proof")
    assert told.startswith("in the tree of 300, seen by [('witness.example/w1', 1800000000)]: [(123, {1: 'policy',")
    for shown in ("4: 'PDZA2026000041'", "26: '2027-12-01T00:00:00+08:00'", "23: 'erased by main-270'", "(260, {1:"):
        assert shown in told
    extra = (PROOFS / "policy.tlog-proof").read_text().split("\n")[1].removeprefix("extra ")
    assert base64.b64decode(extra).decode() == (PROOFS / "policy.extra").read_text()


def test_a_card_and_a_receipt_are_the_registry_s():
    told = verify.run("card", REGISTRY_KEYS, PROOFS / "card", VALID)
    assert told.startswith("outcome inForce; renewal notDue; end 2027-12-01T00:00:00+08:00; on 2026-12-24T18:30:00")
    told = verify.run("receipt", REGISTRY_KEYS, PROOFS / "receipt")
    assert told.startswith("entry main-123 with leaf 4198b0df544e")
    with pytest.raises(verify.Wrong, match="the card's time is over"):
        verify.run("card", REGISTRY_KEYS, PROOFS / "card")


def test_one_kind_is_not_taken_for_another():
    names = {"opened": "policy.tlog-proof", "card": "card", "receipt": "receipt"}
    for command in names:
        for kind, name in names.items():
            assert refused(command, REGISTRY_KEYS, PROOFS / name, VALID) == (command != kind)
    assert refused("checkpoint", REGISTRY_KEYS, PROOFS / "card")


@pytest.mark.parametrize("command, name", [("card", "card"), ("receipt", "receipt"), ("opened", "policy.tlog-proof")])
def test_no_changed_bit_of_what_the_registry_hands_out_is_believed(command, name, tmp_path):
    file = tmp_path / name
    whole = (PROOFS / name).read_bytes()
    for bit, changed in flips(whole, step=1 if command != "opened" else 3):
        file.write_bytes(changed)
        if whole.startswith(b"c2sp") and (in_extra(whole, bit) or forgets_a_witness(whole, changed)):
            continue
        assert refused(command, REGISTRY_KEYS, file, VALID), f"bit {bit} of {name}"


def in_extra(whole, bit):
    return whole.find(b"extra ") <= bit // 8 < whole.find(b"index ")


def test_no_changed_bit_of_what_a_proof_file_opens_is_believed(tmp_path):
    """Its own key, and what it says of erased values, are its own word and protected by nothing."""
    file = tmp_path / "proof"
    whole = (PROOFS / "policy.tlog-proof").read_text().split("\n")
    lines = (PROOFS / "policy.extra").read_text().split("\n")
    for place, line in enumerate(lines):
        if line.startswith(("key ", "erased ")):
            continue
        for bit, changed in flips(line.encode(), step=5):
            extra = b"\n".join([*(other.encode() for other in lines[:place]), changed, b"\n".join(
                other.encode() for other in lines[place + 1 :])])
            file.write_text("\n".join([whole[0], "extra " + base64.b64encode(extra).decode(), *whole[2:]]))
            assert refused("opened", REGISTRY_KEYS, file), f"bit {bit} of line {place}"


def test_the_command_ends_with_one_and_a_sentence(copy):
    command = [sys.executable, Path(verify.__file__)]
    right = subprocess.run([*command, "checkpoint", KEYS, copy / "earlier"], capture_output=True, text=True)
    assert (right.returncode, right.stderr) == (0, "") and "size 200" in right.stdout
    (copy / "earlier").write_text("nothing\n")
    wrong = subprocess.run([*command, "checkpoint", KEYS, copy / "earlier"], capture_output=True, text=True)
    assert (wrong.returncode, wrong.stdout) == (1, "") and wrong.stderr.startswith("wrong: ")


def test_openssl_accepts_our_sm2_signatures_and_no_other(tmp_path):
    lines = (SAMPLES / "sm2.txt").read_text().split("\n")[:-1]
    assert len(lines) == 24
    for line in lines:
        key, message, signature = (bytes.fromhex(field) for field in line.split(" "))
        assert openssl_accepts(tmp_path, key, message, signature), line
        assert not openssl_accepts(tmp_path, key, message + b"\0", signature), line
        assert not openssl_accepts(tmp_path, key, message, signature[:63] + bytes([signature[63] ^ 1])), line


def openssl_accepts(folder, key, message, signature):
    # SubjectPublicKeyInfo of an SM2 key, and the signature as a DER sequence of two integers.
    head = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d034200")
    numbers = b"".join(der_integer(part) for part in (signature[:32], signature[32:]))
    for name, data in (("key", head + key), ("message", message), ("signature", bytes([0x30, len(numbers)]) + numbers)):
        (folder / name).write_bytes(data)
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", folder / "key"]
    command += ["-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678"]
    command += ["-in", folder / "message", "-sigfile", folder / "signature"]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode == 0 and "Verified Successfully" in done.stdout


def der_integer(number):
    number = number.lstrip(b"\0") or b"\0"
    number = b"\0" + number if number[0] & 0x80 else number
    return bytes([2, len(number)]) + number
