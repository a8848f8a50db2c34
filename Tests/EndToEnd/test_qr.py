"""The QR code of an answer card, read by a scanner that is not ours."""

import re
import subprocess
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
# Pixels a module.
SCALE = 4


def picture(svg):
    """The drawing as a grey picture: strokes one unit high on white."""
    extent = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    rows = [bytearray(b"\xff" * extent) for _ in range(extent)]
    strokes = re.search(r'<path d="([^"]*)"', svg)[1]
    assert re.fullmatch(r"(M\d+ \d+\.5h\d+)+", strokes)
    for column, row, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", strokes):
        rows[int(row)][int(column) : int(column) + int(length)] = bytes(int(length))
    wide = [b"".join(bytes([grey]) * SCALE for grey in row) for row in rows]
    pixels = b"".join(row * SCALE for row in wide)
    return f"P5 {extent * SCALE} {extent * SCALE} 255\n".encode() + pixels


def scan(file):
    command = ["zbarimg", "--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", "-Sqrcode.binary", file]
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_the_card_is_scanned_byte_for_byte(tmp_path):
    file = tmp_path / "card.pgm"
    file.write_bytes(picture((TESTS / "DocumentsTests/Snapshots/card-qr.html").read_text()))
    assert scan(file) == (TESTS / "RegistryTests/Proofs/Samples/card").read_bytes()


def test_it_is_still_read_with_a_corner_spoiled(tmp_path):
    file = tmp_path / "card.pgm"
    whole = bytearray(picture((TESTS / "DocumentsTests/Snapshots/card-qr.html").read_text()))
    side = int(whole.split()[1])
    start = len(whole) - side * side
    # The corner without a mark, where the quiet zone ends: a fourteenth of the modules.
    for row in range(side - 22 * SCALE, side - 4 * SCALE):
        whole[start + row * side + side - 22 * SCALE : start + row * side + side - 4 * SCALE] = b"\xff" * (18 * SCALE)
    file.write_bytes(whole)
    assert scan(file) == (TESTS / "RegistryTests/Proofs/Samples/card").read_bytes()
