"""The second reading of rule `compensation`: 条例第二十一至二十三条, 法释 第十八、十九条, the rules of the division."""

from fractions import Fraction

from .reading import Reading, fen, moment, yuan
from .tables import LIMITS

ITEMS = ("property", "medical", "deathDisability")
SUBSTITUTION_OF_100 = moment("2008-02-01T00:00:00+08:00")
KNOCK_FOR_KNOCK = moment("2009-02-01T00:00:00+08:00")


class Payment:
    """One exact amount in fen on its way; `paid_by` None stands for either answer to an open question."""

    def __init__(self, payer, payee, item, heading, exact, paid_by):
        self.payer, self.payee, self.item, self.heading = payer, payee, item, heading
        self.exact, self.paid_by = exact, paid_by
        self.rounded = None


def read(document):
    """Who pays what to whom within the limits of the accident's time."""
    answer = Reading()
    accident = answer.need_moment(document, "accidentAt")
    vehicles = answer.need(document, "vehicles")
    if vehicles == []:
        answer.refuse("missing", "vehicles")
    for index in range(len(vehicles or [])):
        answer.need(document, "vehicles", index, "damage")
    victims, outside = document.get("victims"), document.get("outsideProperty")
    if victims is None or outside is None:
        answer.lean("lists left out")
    victims, outside = victims or [], outside or []
    for index in range(len(victims)):
        for member in ("medical", "deathDisability"):
            answer.need(document, "victims", index, member)
    for index in range(len(outside)):
        answer.need(document, "outsideProperty", index, "loss")
    if answer.refused:
        return answer
    if accident < moment(LIMITS[0][0]):
        answer.refuse("tableNotEncoded")
        return answer
    if any(vehicle.get("cause") for vehicle in vehicles):
        answer.lean("cause", "uncompensated", "advance")
        if fen(document.get("rescueCost") or "0") > sum(fen(victim["medical"]) for victim in victims):
            answer.lean("rescue costs beyond the medical losses")
        if any(vehicle.get("cause") and not vehicle.get("insured") for vehicle in vehicles):
            answer.lean("cause of the uninsured")
    elif document.get("rescueCost") is not None:
        answer.lean("rescue cost without cause")

    limits = limits_at(accident)
    losses = losses_of(vehicles, victims, outside)
    payments = divide(answer, accident, vehicles, victims, losses, limits, excluded_by_the_clause)
    round_once(answer, payments, losses, limits, vehicles)
    court = Reading()
    court_payments = divide(court, accident, vehicles, victims, losses, limits, excluded_in_court)
    if any(victim.get("intentional") for victim in victims):
        answer.lean("intentional victim's loss", "uncompensated")
    answer.results = {
        "payments": {(p.payer, p.payee, p.item, p.heading): (yuan(p.rounded), p.paid_by) for p in payments if p.rounded},
        "uncompensated": uncompensated(losses, payments),
        "knockForKnock": knock_for_knock(answer, document, accident, vehicles, victims, outside),
        "exact": {(p.payer, p.payee, p.item, p.heading): p.exact for p in payments if p.exact},
        "court": {(p.payer, p.payee, p.item, p.heading): p.exact for p in court_payments if p.exact},
        "losses": {(payee, item): loss for item in ITEMS for payee, loss in losses[item].items()},
        "limits": {(vehicle["id"], item): limits[vehicle["atFault"], item] for vehicle in vehicles for item in ITEMS},
    }
    return answer


def excluded_by_the_clause(vehicle, item):
    """条例第二十二条: with a cause the insurer pays nothing but advances rescue costs."""
    return bool(vehicle.get("cause"))


def excluded_in_court(vehicle, item):
    """法释〔2020〕17号第十五条: injuries are paid all the same, except while the vehicle is stolen; property never."""
    return vehicle.get("cause") == "stolen" or (bool(vehicle.get("cause")) and item == "property")


def divide(answer, accident, vehicles, victims, losses, limits, excluded):
    """All payments but advances, exact; an excluded vehicle takes no share and leaves it to the others' cover."""
    payments = substitution(answer, accident, vehicles, limits, excluded)
    for item in ITEMS:
        open_losses = dict(losses[item])
        for payment in payments:
            if payment.item == item:  # 无责代赔 is deducted before the sharing
                open_losses[payment.payee] -= payment.exact
        payments += shared(item, open_losses, vehicles, victims, limits, excluded)
    return payments


def limits_at(accident):
    """{(at fault, item): fen}: the accident's time decides."""
    for since, at_fault, no_fault in reversed(LIMITS):
        if moment(since) <= accident:
            return {(fault, item): Fraction(100 * row[item])
                    for fault, row in ((True, at_fault), (False, no_fault)) for item in ITEMS}
    raise AssertionError("the first edition was looked at before")


def losses_of(vehicles, victims, outside):
    """{item: {id: exact fen}}."""
    losses = {item: {} for item in ITEMS}
    for vehicle in vehicles:
        losses["property"][vehicle["id"]] = Fraction(fen(vehicle["damage"]))
    for thing in outside:
        losses["property"][thing["id"]] = Fraction(fen(thing["loss"]))
    for victim in victims:
        losses["medical"][victim["id"]] = Fraction(fen(victim["medical"]))
        losses["deathDisability"][victim["id"]] = Fraction(fen(victim["deathDisability"]))
    return losses


def purse(vehicle):
    """Who pays a vehicle's part: an uninsured vehicle counts as insured, its owner pays."""
    return ("insurerOf" if vehicle.get("insured") else "ownerOf", vehicle["id"])


def substitution(answer, accident, vehicles, limits, excluded):
    """无责代赔: each at-fault vehicle receives min(own damage, 100 × no-fault ÷ at-fault)."""
    at_fault = [vehicle for vehicle in vehicles if vehicle["atFault"]]
    no_fault = [vehicle for vehicle in vehicles if not vehicle["atFault"] and not excluded(vehicle, "property")]
    payments = []
    if not at_fault or not no_fault:
        return payments
    if accident < SUBSTITUTION_OF_100:
        answer.lean("substitution before 2008")
    for receiver in at_fault:
        whole = min(Fraction(fen(receiver["damage"])),
                    limits[False, "property"] * len(no_fault) / len(at_fault))
        for giver in no_fault:
            paid_by = ("insurerOf", receiver["id"])
            if whole and not (giver.get("insured") and receiver.get("insured")):
                answer.lean("substitution by the uninsured", "paidBy")
                paid_by = purse(giver)
            payments.append(
                Payment(giver["id"], receiver["id"], "property", "noFault", whole / len(no_fault), paid_by))
    return payments


def payers_of(item, payee, vehicles, victims):
    """The vehicles that answer for one loss."""
    own = {vehicle["id"]: vehicle for vehicle in vehicles}
    if item == "property":
        at_fault = [vehicle for vehicle in vehicles if vehicle["atFault"] and vehicle["id"] != payee]
        if payee in own or any(vehicle["atFault"] for vehicle in vehicles):
            return at_fault
        return vehicles  # outside property, and no vehicle at fault
    victim = next(victim for victim in victims if victim["id"] == payee)
    if victim.get("intentional"):  # 条例第二十一条
        return []
    aboard = victim.get("aboard")
    if aboard is None:
        return vehicles
    if own[aboard]["atFault"]:
        return [vehicle for vehicle in vehicles if vehicle["id"] != aboard]
    return [vehicle for vehicle in vehicles if vehicle["atFault"]]


def shared(item, losses, vehicles, victims, limits, excluded):
    """The first round by limits, the later ones equally, until losses or limits are exhausted."""
    limit = {vehicle["id"]: limits[vehicle["atFault"], item] for vehicle in vehicles}
    payers = {payee: [payer["id"] for payer in payers_of(item, payee, vehicles, victims) if not excluded(payer, item)]
              for payee in losses}
    paid = distribute(losses, payers, limit)
    by_id = {vehicle["id"]: vehicle for vehicle in vehicles}
    return [
        Payment(payer, payee, item, "atFault" if by_id[payer]["atFault"] else "noFault", amount, purse(by_id[payer]))
        for (payer, payee), amount in paid.items()]


def distribute(losses, payers, limit):
    """{(payer, payee): exact amount}: 核定承担金额 = loss × own limit / Σ limits; beyond the limit in proportion."""
    uncovered, left, paid = dict(losses), dict(limit), {}
    weight = dict(limit)
    while True:
        due = {payer: {} for payer in left}
        for payee, loss in uncovered.items():
            able = [payer for payer in payers[payee] if left[payer] > 0]
            if loss > 0 and able:
                whole = sum(weight[payer] for payer in able)
                for payer in able:
                    due[payer][payee] = loss * weight[payer] / whole
        if not any(due.values()):
            return paid
        for payer, shares in due.items():
            total = sum(shares.values())
            scale = min(Fraction(1), left[payer] / total) if total else 0
            for payee, share in shares.items():
                paid[payer, payee] = paid.get((payer, payee), 0) + share * scale
                uncovered[payee] -= share * scale
                left[payer] -= share * scale
        weight = {payer: 1 for payer in left}


def round_once(answer, payments, losses, limits, vehicles):
    """Floor to fen; the leftover fen by largest remainder, ties by id, nobody beyond the limit or the loss."""
    at_fault = {vehicle["id"]: vehicle["atFault"] for vehicle in vehicles}
    bounds = {("pays", vehicle, item): limits[fault, item] for vehicle, fault in at_fault.items() for item in ITEMS}
    bounds |= {("receives", payee, item): loss for item in ITEMS for payee, loss in losses[item].items()}
    rounded = [residue_within(payments, bounds, pool_of, order) for pool_of in POOLS for order in ORDERS]
    for payment, whole in zip(payments, rounded[0], strict=True):
        payment.rounded = whole
    if any(other != rounded[0] for other in rounded[1:]):
        answer.lean("residue", "fen")


# Within which payments the leftover fen are handed out, and in which order equal remainders come; the first is our reading.
POOLS = (
    lambda payment: (payment.item, payment.heading),
    lambda payment: payment.item,
    lambda payment: (payment.item, payment.payer, payment.heading),
    lambda payment: (payment.item, payment.payee, payment.heading),
    lambda payment: (payment.item, payment.payee),
)
ORDERS = (lambda payment: (payment.payer, payment.payee), lambda payment: (payment.payee, payment.payer))


def residue_within(payments, bounds, pool_of, order):
    """Whole fen of every payment when the leftover is handed out within pools."""
    rounded = [int(payment.exact) for payment in payments]
    room = dict(bounds)
    for payment, whole in zip(payments, rounded, strict=True):
        room["pays", payment.payer, payment.item] -= whole
        room["receives", payment.payee, payment.item] -= whole
    pools = {}
    for index, payment in enumerate(payments):
        pools.setdefault(pool_of(payment), []).append(index)
    for members in pools.values():
        left = int(sum(payments[index].exact for index in members)) - sum(rounded[index] for index in members)
        for index in sorted(members, key=lambda index: (rounded[index] - payments[index].exact, order(payments[index]))):
            payment = payments[index]
            sides = ("pays", payment.payer, payment.item), ("receives", payment.payee, payment.item)
            if left and payment.exact > rounded[index] and all(room[side] >= 1 for side in sides):
                rounded[index] += 1
                left -= 1
                for side in sides:
                    room[side] -= 1
    return rounded


def uncompensated(losses, payments):
    """{(id, item): what nobody pays}, without zeros."""
    open_losses = {(payee, item): loss for item in ITEMS for payee, loss in losses[item].items()}
    for payment in payments:
        open_losses[payment.payee, payment.item] -= payment.rounded
    return {key: yuan(int(loss)) for key, loss in open_losses.items() if loss}


def knock_for_knock(answer, document, accident, vehicles, victims, outside):
    """互碰自赔 (2009): whether each insurer may simply pay its own vehicle."""
    hurt = any(fen(victim["medical"]) + fen(victim["deathDisability"]) for victim in victims)
    eligible = (
        len(vehicles) >= 2
        and all(vehicle.get("insured") and vehicle["atFault"] for vehicle in vehicles)
        and all(fen(vehicle["damage"]) <= 200_000 for vehicle in vehicles)
        and not hurt and not any(fen(thing["loss"]) for thing in outside)
        and bool(document.get("allAgreed")))
    odd = (
        accident < KNOCK_FOR_KNOCK or victims or outside or document.get("rescueCost") is not None
        or any(vehicle.get("cause") for vehicle in vehicles))
    if eligible and (odd or any(fen(vehicle["damage"]) == 0 for vehicle in vehicles)):
        answer.lean("knock-for-knock of nothing", "knockForKnock")
    return eligible and not odd
