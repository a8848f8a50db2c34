"""Places where the texts leave room and the contract of the law rules decides nothing, with the reading chosen here.

Where both readers read alike without having spoken, the question counts as settled (SETTLED): from then on the product has
to agree. Five more are settled because this reader followed the product, whose reading the texts allow as well; there the
agreement proves the arithmetic, not the reading: "optional zero", "endorsement outside the period", "redetermined lower",
"arrears in fractions of a fen", "arrears and late fee". That a vehicle with a cause takes no share was followed likewise. A document that leans on any other question is read, counted and reported, but a difference in the members
concerned does not fail the suite. `python -m law.compare` prints how often the product reads each one as here.
"""

OPEN = {
    # premium
    "nothing needs the region": "absent and needed by neither float nor tractor row (the ladder before 2020 is one for all "
        "regions): not missed",
    "unknown region": "a region that is in no scheme: refused where a scheme or a province's row is needed",
    "term from the last minute of a day": "an end at 23:59 is the following midnight, unless it is exactly a year after the "
        "start",
    # change
    "lay-up before 2020-09-19": "not tied to the code's edition: read as today",
    # vehicle tax
    "unverified tax row": "one of the figures of the source, with a note",
    "untaxed without its facts": "what is exempt or not taxed needs neither region nor measures",
    "arrears with relief": "arrears are not halved; exempt vehicles have none",
    "tax paid ahead": "lastPaidYear in or after the year: nothing is owed and no arrears",
    # compensation
    "residue": "the contract says how fen are left over (largest remainder, ties by id), not within which payments: each "
        "amount and each payer's and payee's sum is the exact one rounded down or up",
    "cause": "a vehicle with a cause takes no share; who gets how much of an advance, and whether the others' cover comes "
        "before it, is open",
    "cause of the uninsured": "whether the owner of a vehicle that is not insured may plead the cause",
    "rescue costs beyond the medical losses": "they are part of the medical losses, so this cannot be: not refused, and no "
        "victim is advanced more than what is left of the medical loss",
    "knock-for-knock of nothing": "a vehicle without damage takes part; victims without losses, a rescue cost or a cause "
        "exclude it; before 2009-02-01 it did not exist",
}

SETTLED = {
    # premium: classification and base
    "no row for the use": "classes and uses other than a city bus or coach under six seats that have no row (a truck of "
        "household use, a car of commercial use): noTariffRow, no use is translated into another",
    "police van without a class": "nothing but the float needs the class of a police or prison van: not missed",
    "electric motorcycle": "a sidecar counts as row 38 whatever the drive; an electric one with a displacement is read by "
        "the displacement; a fuel cell or plug-in one without displacement misses it",
    "tractor before 2008": "tractor rows before the 2008 edition: the nation-wide rows of 2006",
    "Guangdong tractor row 39": "only row 39 (60 yuan) of Guangdong was seen in one copy: not encoded",
    "trailer before 2013-03-01": "refused like today's",
    # premium: what may be absent
    "no history": "a history that is not given is an empty one, so nothing floats",
    "nothing needs appliedAt": "absent for a vehicle that never floats: missed all the same (the term needs it)",
    "empty history of an old vehicle": "not first insured and no policies: no window, so none",
    # premium: term
    "start at appliedAt": "accepted",
    "full year by another hour": "same date a year later at another time of day: no full year, refused without a ground",
    "short term of a full year": "a short-term ground with exactly one year: the short-term formula",
    # premium: float
    "contradiction where nothing floats": "firstInsurance together with policies is refused for every vehicle",
    "policies issued together": "of two policies issued at one moment the one that starts later counts as later",
    "policy issued after appliedAt": "is not known yet and is left out",
    # change
    "code that began between": "refund by cancelledAt, endorsement by effectiveAt, whatever the policy's start",
    "empty period": "an end at or before the start: refused",
    "start and end on one day": "no days to divide by: refused, except before the start",
    "duplicate after its end": "refused like any other ground",
    "endorsement outside the period": "at or after the end: refused; before the start: the whole period remains",
    "redetermined lower": "code 5(4) speaks of a rise: the difference is given all the same, with a warning",
    "half a fen less": "a negative difference that ends in exactly half a fen is rounded away from zero",
    "redetermination without its period": "only the two premiums are needed",
    "lay-up from the day of request": "from the moment of the request on: accepted",
    "lay-up beyond the end": "a rest that ends after the period does: accepted, the whole rest is added",
    "lay-up without its past": "previousLayUps or requestedAt absent: missed",
    # vehicle tax
    "electric bus": "not exempt without relief (exempt): a bus by its seats",
    "tax of a tractor": "not in the list of taxed things: 0.00",
    "short term to midnight": "an end at 00:00 on the first of a month belongs to the month before",
    "short term over new year": "only the months of the tax year",
    "arrears unknown": "without lastPaidYear 0.00; without dueOn and paidOn a late fee of 0.00",
    "arrears in fractions of a fen": "a year's tax is rounded to the fen before years and days multiply it (the formula of "
        "the years owed could also be read as one product, rounded once)",
    "arrears and late fee": "each year's tax from its own due day, the same calendar day in every year owed, each rounded to "
        "the fen (逐年分别计算)",
    "bought and owing": "acquiredMonth together with lastPaidYear: both are applied",
    # compensation
    "substitution before 2008": "the no-fault property limit of the time (400), not 100",
    "substitution by the uninsured": "an uninsured no-fault vehicle's part is paid by its owner; an uninsured at-fault "
        "vehicle has no insurer to substitute, so the no-fault vehicle's insurer pays",
    "rescue cost without cause": "no effect: it is part of the victims' medical losses",
    "intentional victim's loss": "stands under uncompensated",
    "lists left out": "victims or outsideProperty absent: none",
    # amounts in words
    "zero before fen": "zero yuan and zero jiao: 伍分, without 零元零",
    "optional zero": "where the rules let one write 零 or leave it: written after a section that ends in 0 (壹拾万零叁仟元整), "
        "left out between 元 and 角 as the contract does (玖佰伍拾元伍角)",
    "short amount": "an amount with fewer than two decimals is read as it stands",
}

QUESTIONS = OPEN | SETTLED


class Leanings:
    """What the reading of one document leaned on: question → the members of the answer concerned (empty: all)."""

    def __init__(self):
        self.questions = {}

    def lean(self, question, *members):
        """Notes that this answer, or these members of it, rest on an open question."""
        assert question in QUESTIONS, question
        known = self.questions.get(question)
        self.questions[question] = () if known == () or not members else (known or ()) + members

    def open_members(self):
        """The members not to be held against the product: all of them (None) or a set."""
        concerned = [members for question, members in self.questions.items() if question in OPEN]
        if () in concerned:
            return None
        return frozenset(member for members in concerned for member in members)
