"""Records as insurers send them: made up, valid unless a test spoils them."""

import csv
import io
from datetime import date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8))

CHINESE = {
    "event": "业务类型",
    "insurer": "保险公司代码",
    "sequence": "序号",
    "policyNumber": "保单号",
    "plate": "号牌号码",
    "plateCategory": "号牌种类",
    "vin": "车架号",
    "engineNumber": "发动机号",
    "vehicleClass": "机动车种类",
    "use": "使用性质",
    "brandModel": "厂牌型号",
    "policyholderName": "投保人",
    "policyholderDocument": "投保人证件号",
    "phone": "联系电话",
    "start": "起保时间",
    "end": "终保时间",
    "issuedAt": "签单时间",
    "premium": "保险费",
    "effectiveAt": "生效时间",
    "ground": "解除原因",
    "corrects": "更正对象",
}

_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VALUES = dict(
    zip(
        "ABCDEFGHJKLMNPRSTUVWXYZ0123456789",
        (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    )
)


def vin(serial):
    """A VIN with a valid check digit (GB 16735)."""
    text = f"LSVAA24B0R{serial:07d}"
    rest = sum(_VALUES[character] * weight for character, weight in zip(text, _WEIGHTS)) % 11
    return text[:8] + ("X" if rest == 10 else str(rest)) + text[9:]


def plate(serial, province="京", issuer="N"):
    return f"{province}{issuer}{serial % 100000:05d}"


def identity_number(serial):
    """A resident identity number with a valid check digit (GB 11643)."""
    born = date(1978, 1, 1) + timedelta(days=serial // 1000)
    text = f"110105{born:%Y%m%d}{serial % 1000:03d}"
    rest = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(text)) % 11
    return text + "10X98765432"[rest]


def day(offset, today=None):
    """A day counted from today, as Shanghai has it."""
    return ((today or datetime.now(SHANGHAI)).date() + timedelta(days=offset)).isoformat()


def year_later(text):
    """The same date a year later; from 29 February on 1 March."""
    start = date.fromisoformat(text)
    try:
        return start.replace(year=start.year + 1).isoformat()
    except ValueError:
        return date(start.year + 1, 3, 1).isoformat()


def day_before(text):
    return (date.fromisoformat(text) - timedelta(days=1)).isoformat()


def policy(serial, start=-100, **members):
    """A policy in force for a year from a day counted from today."""
    begins = day(start)
    record = {
        "event": "policy",
        "sequence": str(serial),
        "policyNumber": f"E2E2026{serial:08d}",
        "plate": plate(serial),
        "plateCategory": "02",
        "vin": vin(serial),
        "vehicleClass": "passenger",
        "use": "household",
        "start": f"{begins} 00:00",
        "end": f"{year_later(begins)} 00:00",
        "premium": "950.00",
    }
    return record | members


def csv_text(records, header="english", columns=None, newline="\r\n"):
    """The records as one CSV text."""
    columns = columns or list(dict.fromkeys(name for record in records for name in record))
    names = columns if header == "english" else [CHINESE[name] for name in columns]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=newline)
    writer.writerow(names)
    for record in records:
        writer.writerow([record.get(name, "") for name in columns])
    return out.getvalue()
