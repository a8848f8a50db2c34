"""Places where the texts leave room and the contract of the law rules decides nothing, with the reading chosen here.

A document that leans on one of these is read, counted and reported, but a difference in the members concerned does not
fail the suite. When a question is decided, put its name into DECIDED (and change the reading if it was decided otherwise):
from then on the product has to agree. `python -m law.compare` prints how often the product reads each one as we do.
"""

DECIDED = frozenset()

QUESTIONS = {
    # premium: classification and base
    "no row for the use": "classes and uses other than a city bus or coach under six seats that have no row (a truck of "
        "household use, a car of commercial use): read as noTariffRow, no use is translated into another",
    "police van without a class": "nothing but the float needs the class of a police or prison van: not missed",
    "electric motorcycle": "a sidecar counts as row 38 whatever the drive; an electric one with a displacement is read by "
        "the displacement; a fuel cell or plug-in one without displacement misses it",
    "tractor before 2008": "tractor rows before the 2008 edition: the nation-wide rows of 2006",
    "Guangdong tractor row 39": "only row 39 (60 yuan) of Guangdong was seen in one copy: read as not encoded",
    "trailer before 2013-03-01": "refused like today's",
    "unknown region": "a region that is in no scheme: refused where a scheme is needed",
    # premium: what may be absent
    "no history": "a history that is not given is an empty one, so nothing floats",
    "nothing needs the region": "absent and needed by neither float nor tractor row: not missed",
    "nothing needs appliedAt": "absent for a vehicle that never floats: missed all the same (the term needs it)",
    "empty history of an old vehicle": "not first insured and no policies: no window, so none",
    # premium: term
    "start before appliedAt": "refused (code 2(4): cover begins after acceptance)",
    "start at appliedAt": "accepted",
    "start over three months ahead": "a warning only (the source is unverified)",
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
    "endorsement outside the period": "effectiveAt before the start or at or after the end: refused",
    "half a fen less": "a negative difference that ends in exactly half a fen is rounded away from zero",
    "redetermined lower": "a redetermination that lowers the premium: refused (code 5(4) speaks of a rise)",
    "redetermination without its period": "only the two premiums are needed",
    "lay-up before 2020-09-19": "not tied to the code's edition: read as today",
    "lay-up from the day of request": "from the moment of the request on: accepted",
    "lay-up beyond the end": "a rest that ends after the period does: accepted, the whole rest is added",
    "lay-up without its past": "previousLayUps or requestedAt absent: missed",
    # vehicle tax
    "unverified tax row": "the row's figure, with a note",
    "electric bus": "not exempt without relief (exempt): a bus by its seats",
    "tax of a tractor": "not in the list of taxed things: 0.00",
    "short term to midnight": "an end at 00:00 on the first of a month belongs to the month before",
    "short term over new year": "only the months of the tax year",
    "tax paid ahead": "lastPaidYear in or after the year: nothing is owed and no arrears",
    "arrears with relief": "arrears are not halved; exempt vehicles have none",
    "arrears and late fee": "each year's tax from its own due day, the same calendar day in every year owed",
    "arrears unknown": "without lastPaidYear 0.00; without dueOn and paidOn a late fee of 0.00",
    "bought and owing": "acquiredMonth together with lastPaidYear: both are applied",
    # compensation
    "residue": "the fen left over are handed out within all payments of one item and heading, so that payer and payee keep "
        "their bounds",
    "substitution before 2008": "the no-fault property limit of the time (400), not 100",
    "substitution by the uninsured": "an uninsured no-fault vehicle's part is paid by its owner; an uninsured at-fault "
        "vehicle has no insurer to substitute, so the no-fault vehicle's insurer pays",
    "cause": "a vehicle with a cause stays in the division, its part falls on its owner; its insurer advances the rescue "
        "cost within the medical limit",
    "rescue cost without cause": "no effect: it is part of the victims' medical losses",
    "intentional victim's loss": "stands under uncompensated",
    "nobody to pay": "an accident without vehicles: nothing is paid, not refused",
    "lists left out": "victims or outsideProperty absent: none",
    "knock-for-knock of nothing": "a vehicle without damage takes part; victims without losses, a rescue cost or a cause "
        "exclude it; before 2009-02-01 it did not exist",
    # amounts in words
    "zero before fen": "zero yuan and zero jiao: 伍分, without 零元零",
    "optional zero": "where the rules let one write 零 or leave it (万位 is 0, 千位 is not): left out, as the contract does "
        "for 元位 (玖佰伍拾元伍角), but written for four zeros on end (壹亿零伍仟元整)",
    "short amount": "an amount with fewer than two decimals is read as it stands",
}


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
        concerned = [members for question, members in self.questions.items() if question not in DECIDED]
        if () in concerned:
            return None
        return frozenset(member for members in concerned for member in members)
