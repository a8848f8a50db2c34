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
    open_losses = uncompensated_of(answer)
    if "fen" in open_members:
        difference_in_money = beyond_a_fen(results, paid, open_losses, open_members)
    else:
        difference_in_money = exact_difference(results, paid, open_losses, open_members)
    if difference_in_money:
        return difference_in_money
    for key, (_, paid_by) in paid.items():
        wanted = results["payments"].get(key, (None, None))[1]
        is_substitution = key[2:] == ("property", "noFault")
        if wanted is not None and paid_by != wanted and not ("paidBy" in open_members and is_substitution):
            return f"{key} is paid by {paid_by}, read as {wanted}"
    eligible = answer["knockForKnock"]["eligible"]
    if "knockForKnock" not in open_members and eligible != results["knockForKnock"]:
        return f"knockForKnock: {eligible}, read as {results['knockForKnock']}"
    return None


def payments_of(answer):
    """{(from, to, item, heading): (amount, (payer's kind, id))} without zeros."""
    paid = {}
    for payment in answer["payments"]:
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


def exact_difference(results, paid, open_losses, open_members):
    amounts = {key: amount for key, (amount, _) in paid.items()}
    wanted = {key: amount for key, (amount, _) in results["payments"].items()}
    for key in sorted(amounts.keys() | wanted.keys()):
        if amounts.get(key) != wanted.get(key):
            return f"payment {key}: {amounts.get(key)}, read as {wanted.get(key)}"
    if "uncompensated" not in open_members and open_losses != results["uncompensated"]:
        return f"uncompensated: {open_losses}, read as {results['uncompensated']}"
    return None


def beyond_a_fen(results, paid, open_losses, open_members):
    """The fen left over may lie with anyone: each amount is the exact one rounded down or up, nobody beyond bounds."""
    given, received = {}, {}
    for key in paid.keys() | results["exact"].keys():
        amount = fen(paid[key][0]) if key in paid else 0
        exact = results["exact"].get(key, Fraction(0))
        if not exact - 1 < amount < exact + 1:
            return f"payment {key}: {amount} fen, read as {exact}"
        payer, payee, item, heading = key
        given[payer, item, heading] = given.get((payer, item, heading), 0) + amount
        received[payee, item] = received.get((payee, item), 0) + amount
    for (payer, item, heading), amount in given.items():
        if amount > results["limits"][payer, item]:
            return f"{payer} pays {amount} fen for {item}, beyond the limit"
    for bearer, amount in received.items():
        if amount > results["losses"][bearer]:
            return f"{bearer} receives {amount} fen, more than the loss"
    if "uncompensated" not in open_members:
        for bearer, loss in results["losses"].items():
            left = int(loss) - received.get(bearer, 0)
            if fen(open_losses.get(bearer, "0")) != left:
                return f"uncompensated {bearer}: {open_losses.get(bearer)}, left over are {left} fen"
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
