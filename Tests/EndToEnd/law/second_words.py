"""The second reading of rule `amount-in-words`: 支付结算办法附件一, 正确填写票据和结算凭证的基本规定."""

from .reading import Reading, fen

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
SECTIONS = ("", "万", "亿", "万亿")


def read(document):
    """The amount as it is written out on a policy."""
    answer = Reading()
    amount = answer.need(document, "amount")
    if amount is None:
        return answer
    whole, _, fraction = amount.partition(".")
    if len(fraction) != 2:
        answer.lean("short amount")
    total = fen(amount)
    yuan, jiao, cent = total // 100, total // 10 % 10, total % 10
    words = integer_in_words(answer, yuan) + "元" if yuan else ""
    if jiao == 0 and cent == 0:
        words = (words or "零元") + "整"
    elif jiao == 0:
        if not yuan:
            answer.lean("zero before fen")
        words += ("零" if yuan else "") + DIGITS[cent] + "分"
    else:
        words += DIGITS[jiao] + "角" + (DIGITS[cent] + "分" if cent else "")
    answer.results = {"words": words}
    return answer


def integer_in_words(answer, value):
    """Four places to a section; zeros within the number are written once, zeros at the end of a section are not."""
    sections = []
    while value:
        value, section = divmod(value, 10_000)
        sections.append(section)
    words = ""
    for place in range(len(sections) - 1, -1, -1):
        section = sections[place]
        if section == 0:
            continue
        if words and section < 1000:
            words += "零"
        elif words and sections[place + 1] == 0:
            answer.lean("optional zero")
            words += "零"
        elif words and sections[place + 1] % 10 == 0:
            answer.lean("optional zero")
            words += "零"
        words += section_in_words(section) + SECTIONS[place]
    return words


def section_in_words(section):
    words, zero = "", False
    for place in (3, 2, 1, 0):
        digit = section // 10**place % 10
        if digit:
            words += ("零" if zero and words else "") + DIGITS[digit] + PLACES[place]
            zero = False
        else:
            zero = True
    return words
