"""Documents for rule `compensation`: one to six vehicles, none to five victims, losses at and beside the limits."""

from .chances import DAY, EDGES, SECOND, between, drop, money, often, recent, text_of, weighted
from .reading import fen, moment

CAUSES = ("unlicensed", "drunk", "stolen", "insuredIntentional")


def identifiers(chance, count):
    """Different ids whose order is not the order of the document."""
    if often(chance, 50):
        pool = list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    else:
        pool = [f"{letter}{number}" for letter in "aKz" for number in (1, 2, 9, 10, 11, 20, 100)]
    return chance.sample(pool, count)


def amounts(chance):
    """A way of drawing amounts in fen: round ones leave no residue, others nearly always do."""
    step = weighted(chance, {6000: 30, 60_000: 15, 100: 20, 1: 35})

    def draw(edges, most):
        if often(chance, 12):
            return 0
        if often(chance, 20):
            return chance.choice(edges) + (chance.choice((-1, 0, 0, 1)) if step == 1 else 0)
        if often(chance, 0.5):
            return 10**12 - chance.randrange(2) * step
        return chance.randrange(0, max(step, most)) // step * step
    return draw


def accident_moment(chance):
    if often(chance, 70):
        return recent(chance)
    if often(chance, 30):
        return chance.choice(EDGES) + chance.choice((-DAY, -SECOND, 0 * DAY, SECOND))
    return between(chance, moment("2008-02-01T00:00:00+08:00"), moment("2020-09-19T00:00:00+08:00"))


def exhaust_one(chance, vehicles, victims):
    """One at-fault vehicle's limit is exhausted before another's and a no-fault one's: only then the later rounds count."""
    for vehicle, fault in zip(vehicles, (True, True, False), strict=False):
        vehicle["atFault"] = fault
    victims[0].pop("aboard", None)
    for victim, vehicle in zip(victims[1:3], vehicles[1:3], strict=True):
        victim["aboard"] = vehicle["id"]
    for victim in victims:
        victim["medical"] = money(chance.randrange(300_000, 1_800_000))
        victim["deathDisability"] = money(chance.randrange(3_000_000, 18_000_000))


def document(chance):
    draw = amounts(chance)
    vehicle_count = weighted(chance, {1: 12, 2: 30, 3: 25, 4: 15, 5: 10, 6: 8})
    victim_count = weighted(chance, {0: 35, 1: 25, 2: 18, 3: 12, 4: 6, 5: 4})
    thing_count = weighted(chance, {0: 55, 1: 30, 2: 10, 3: 5})
    names = identifiers(chance, vehicle_count + victim_count + thing_count)
    fault = chance.choice((0, 40, 60, 60, 80, 100, 100))
    size = chance.choice((100_000, 400_000, 2_000_000))
    vehicles = [
        {"id": names.pop(), "atFault": often(chance, fault), "insured": often(chance, 92),
         "damage": money(draw((10_000, 20_000, 200_000), size))}
        for _ in range(vehicle_count)]
    victims = []
    for _ in range(victim_count):
        victim = {"id": names.pop(), "medical": money(draw((100_000, 180_000, 1_000_000, 1_800_000), 4 * size)),
                  "deathDisability": money(draw((1_100_000, 1_800_000, 11_000_000, 18_000_000), 40 * size))}
        if often(chance, 45):
            victim["aboard"] = chance.choice(vehicles)["id"]
        if often(chance, 4):
            victim["intentional"] = True
        victims.append(victim)
    if vehicle_count >= 3 and victim_count >= 3 and often(chance, 25):
        exhaust_one(chance, vehicles, victims)
    made = {
        "accidentAt": text_of(chance, accident_moment(chance)),
        "vehicles": vehicles,
        "victims": victims,
        "outsideProperty": [{"id": names.pop(), "loss": money(draw((10_000, 200_000), size))}
                            for _ in range(thing_count)],
    }
    if often(chance, 50):
        made["allAgreed"] = often(chance, 80)
    if often(chance, 5):
        chance.choice(vehicles)["cause"] = chance.choice(CAUSES)
        most = sum(fen(victim["medical"]) for victim in victims)
        made["rescueCost"] = money(chance.randrange(most + 1) if often(chance, 95) else draw((180_000, 1_800_000), size))
    if often(chance, 0.5):
        made["rescueCost"] = "1000.00"
    if often(chance, 0.2):
        made |= {"vehicles": [], "victims": []}
    elif often(chance, 1):
        drop(chance, made, ("victims",), ("outsideProperty",))
    elif often(chance, 1.5):
        drop(chance, made, ("accidentAt",), ("vehicles",), ("vehicles", 0, "damage"),
             *[("victims", index, "medical") for index in range(victim_count)])
    return made
