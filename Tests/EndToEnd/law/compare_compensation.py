"""Compares the payments of rule `compensation`: exactly where the reading is certain, within bounds where it is not."""

from fractions import Fraction

from .reading import fen, yuan


def difference(document, reading, answer, open_members):
    """What differs, as a sentence; with open members None only what must hold under every reading is looked at."""
    if answer["refused"]:
        return None
    paid = payments_of(answer)
    unjust = injustice(document, paid)
    if unjust or open_members is None:
        return unjust
    results = reading.results
    unjust = advance_difference(document, results, paid) or lost_money(results, paid, uncompensated_of(answer))
    if unjust:
        return unjust
    paid = {key: payment for key, payment in paid.items() if key[2] != "rescueAdvance"}
    open_losses = uncompensated_of(answer)
    if "fen" in open_members:
        difference_in_money = beyond_a_fen(results, paid)
    else:
        difference_in_money = exact_difference(results, paid, open_losses, open_members)
        if difference_in_money and any(exact.denominator != 1 for exact in results["exact"].values()):
            # The ways of handing out the fen tried by the reading agreed, yet there are others that round as justly.
            difference_in_money = beyond_a_fen(results, paid)
    if difference_in_money:
        return difference_in_money
    for key, (_, paid_by) in paid.items():
        wanted = results["payments"].get(key, (None, None))[1]
        is_substitution = key[2:] == ("property", "noFault")
        if wanted is not None and paid_by != wanted and not ("paidBy" in open_members and is_substitution):
            return f"{key} is paid by {paid_by}, read as {wanted}"
    court = court_difference(results, answer)
    if court:
        return court
    eligible = answer["knockForKnock"]["eligible"]
    if "knockForKnock" not in open_members and eligible != results["knockForKnock"]:
        return f"knockForKnock: {eligible}, read as {results['knockForKnock']}"
    return None


def payments_of(answer, name="payments"):
    """{(from, to, item, heading): (amount, (payer's kind, id))} without zeros."""
    paid = {}
    for payment in answer[name]:
        key = payment["from"], payment["to"], payment["item"], payment["heading"]
        assert key not in paid, f"paid twice: {key}"
        (paid_by,) = payment["paidBy"].items()
        if fen(payment["amount"]):
            paid[key] = yuan(fen(payment["amount"])), paid_by
    return paid


def uncompensated_of(answer):
    """{(id, item): amount} without zeros, however the list names the one who bears it."""
    found = {}
    for loss in answer["uncompensated"]:
        bearer = next(loss[name] for name in ("id", "to", "of", "bearer") if name in loss)
        if fen(loss["amount"]):
            found[bearer, loss["item"]] = yuan(fen(loss["amount"]))
    return found


def court_difference(results, answer):
    """`courtPayments` stands where the court's reading differs; each injury's payment is the exact one but for a fen."""
    def injuries(payments):
        return {key: amount for key, amount in payments.items() if key[2] in ("medical", "deathDisability")}

    wanted = injuries(results["court"])
    if answer["courtPayments"] is None:
        same = wanted == injuries(results["exact"])
        return None if same else f"no courtPayments, read as {wanted}"
    paid = injuries({key: fen(amount) for key, (amount, _) in payments_of(answer, "courtPayments").items()})
    for key in sorted(paid.keys() | wanted.keys()):
        if abs(paid.get(key, 0) - wanted.get(key, 0)) >= 1:
            return f"court payment {key}: {paid.get(key)} fen, read as {wanted.get(key)}"
    return None


def advance_difference(document, results, paid):
    """条例第二十二条: an advance to the injured, within the rescue costs and the medical limit, by excluded vehicles only."""
    advanced = {}
    for (payer, payee, item, _), (amount, _) in paid.items():
        if item == "rescueAdvance":
            advanced[payer] = advanced.get(payer, 0) + fen(amount)
    excluded = {vehicle["id"] for vehicle in document["vehicles"] if vehicle.get("cause")}
    for payer, amount in advanced.items():
        if payer not in excluded or amount > results["limits"][payer, "medical"]:
            return f"{payer} advances {amount} fen"
    if sum(advanced.values()) > fen(document.get("rescueCost") or "0"):
        return f"advances of {advanced}, beyond the rescue costs"
    for victim in document.get("victims") or []:
        received = sum(fen(amount) for key, (amount, _) in paid.items()
                       if key[1] == victim["id"] and key[2] in ("medical", "rescueAdvance"))
        if received > fen(victim["medical"]):
            return f"{victim['id']} receives {received} fen for medical costs"
    return None


def lost_money(results, paid, open_losses):
    """What is paid and what is not add up to each loss."""
    left = dict(results["losses"])
    for (_, payee, item, _), (amount, _) in paid.items():
        left[payee, "medical" if item == "rescueAdvance" else item] -= fen(amount)
    for bearer, amount in left.items():
        if fen(open_losses.get(bearer, "0")) != amount:
            return f"uncompensated {bearer}: {open_losses.get(bearer)}, left over are {amount} fen"
    return None


def exact_difference(results, paid, open_losses, open_members):
    amounts = {key: amount for key, (amount, _) in paid.items()}
    wanted = {key: amount for key, (amount, _) in results["payments"].items()}
    for key in sorted(amounts.keys() | wanted.keys()):
        if amounts.get(key) != wanted.get(key):
            return f"payment {key}: {amounts.get(key)}, read as {wanted.get(key)}"
    if "uncompensated" not in open_members and open_losses != results["uncompensated"]:
        return f"uncompensated: {open_losses}, read as {results['uncompensated']}"
    return None


def beyond_a_fen(results, paid):
    """The fen left over may lie with anyone: each amount, and each one's sum, is the exact one rounded down or up."""
    given, received = {}, {}
    for key in paid.keys() | results["exact"].keys():
        amount = fen(paid[key][0]) if key in paid else 0
        exact = results["exact"].get(key, Fraction(0))
        if not exact - 1 < amount < exact + 1:
            return f"payment {key}: {amount} fen, read as {exact}"
        payer, payee, item, heading = key
        given[payer, item] = given.get((payer, item), 0) + amount
        received[payee, item] = received.get((payee, item), 0) + amount
    for (payer, item), amount in given.items():
        exact = sum(part for key, part in results["exact"].items() if (key[0], key[2]) == (payer, item))
        if not exact - 1 < amount < exact + 1 or amount > results["limits"][payer, item]:
            return f"{payer} pays {amount} fen for {item}, read as {exact}"
    for (bearer, item), amount in received.items():
        exact = sum(part for key, part in results["exact"].items() if (key[1], key[2]) == (bearer, item))
        if not exact - 1 < amount < exact + 1 or amount > results["losses"][bearer, item]:
            return f"{bearer} receives {amount} fen for {item}, read as {exact}"
    return None


def injustice(document, paid):
    """What no reading allows: money for intent, and an excluded vehicle's insurer paying more than an advance."""
    intended = {victim["id"] for victim in document.get("victims") or [] if victim.get("intentional")}
    excluded = {vehicle["id"] for vehicle in document.get("vehicles") or [] if vehicle.get("cause")}
    for key, (amount, paid_by) in paid.items():
        payer, payee, item, _ = key
        if payee in intended:
            return f"{amount} for the intent of {payee}"
        if payer in excluded and paid_by == ("insurerOf", payer) and item != "rescueAdvance":
            return f"the insurer of {payer} pays {amount} for {item}"
    return None
