"""Published cases with the amounts printed beside them: the second reading is held against these before anything else."""

# base premium, region, factor → full-year premium (费率浮动暂行办法 as of 2020)
FLOATS = [
    (950, "150000", "X3", "475.00"), (950, "530000", "X3", "522.50"), (950, "140000", "X3", "570.00"),
    (950, "110000", "X3", "617.50"), (950, "310000", "X3", "665.00"), (950, "440000", "X1", "855.00"),
    (950, "440000", "X4", "950.00"), (950, "440000", "X5", "1045.00"), (950, "440000", "X6", "1235.00"),
    (1100, "110000", "X2", "825.00"), (120, "460000", "X3", "120.00"),
]

# base premium, days → short-term premium
SHORT_TERMS = [
    (950, 1, 18), (950, 6, 18), (950, 7, 18), (950, 8, 21), (950, 15, 39), (950, 30, 78), (950, 90, 234),
    (950, 180, 468), (950, 364, 947), (1800, 30, 148), (4480, 7, 86), (80, 5, 2), (120, 30, 10),
]

# premium, days elapsed, days of the period → refund
REFUNDS = [
    ("950", 90, 365, "715.75"), ("950", 0, 365, "950.00"), ("665", 100, 365, "482.81"), ("475", 1, 365, "473.70"),
    ("855", 183, 366, "427.50"), ("1800", 364, 365, "4.93"), ("522.50", 30, 365, "479.55"),
]

# kind, old premium, new premium, days remaining of 365 → difference
ENDORSEMENTS = [
    ("dailyRate", "950", "1800", 200, "465.75"), ("dailyRate", "1800", "950", 100, "-232.88"),
    ("redetermination", "950", "1800", 365, "850.00"),
]

# document of `vehicle-tax` → tax
TAXES = [
    ({"region": "330000", "vehicle": {"class": "passenger", "ratedPassengers": 5, "displacementML": 1598},
      "acquiredMonth": 1}, "300.00"),
    ({"region": "330000", "vehicle": {"class": "passenger", "ratedPassengers": 5, "displacementML": 1998},
      "acquiredMonth": 10}, "90.00"),
    ({"region": "330000", "vehicle": {"class": "passenger", "ratedPassengers": 5, "displacementML": 1600},
      "acquiredMonth": 12}, "25.00"),
    ({"region": "330000", "vehicle": {"class": "truck", "curbMassKg": 4455}}, "267.30"),
    ({"region": "330000", "vehicle": {"class": "trailer", "curbMassKg": 6300}}, "189.00"),
    ({"region": "150000", "vehicle": {"class": "passenger", "ratedPassengers": 5, "displacementML": 2995}}, "1800.00"),
    ({"region": "330000", "vehicle": {"class": "passenger", "ratedPassengers": 5, "displacementML": 1498},
      "relief": "half"}, "150.00"),
    ({"region": "610000", "vehicle": {"class": "passenger", "ratedPassengers": 5, "energy": "batteryElectric"}}, "0.00"),
]


def accident(vehicles, victims=(), outside=(), at="2021-06-01T12:00:00+08:00", **more):
    """A document of `compensation` from ("A", at fault, damage), ("周", medical, death and disability), (id, loss)."""
    return {
        "accidentAt": at,
        "vehicles": [{"id": name, "atFault": fault, "insured": True, "damage": damage}
                     for name, fault, damage in vehicles],
        "victims": [{"id": name, "medical": medical, "deathDisability": death} for name, medical, death in victims],
        "outsideProperty": [{"id": name, "loss": loss} for name, loss in outside],
        **more,
    }


OLD = "2015-06-01T12:00:00+08:00"
TWO_AT_FAULT = [("A", True, "0"), ("B", True, "0")]

# name, document → {(from, to, item): amount}, {(id, item): uncompensated}; None where nothing is printed
ACCIDENTS = [
    ("P01 two at fault", accident([("A", True, "3500"), ("B", True, "3200")]),
     {("A", "B", "property"): "2000.00", ("B", "A", "property"): "2000.00"},
     {("A", "property"): "1500.00", ("B", "property"): "1200.00"}),
    ("P02 A at fault", accident([("A", True, "1000"), ("B", False, "1500")]),
     {("A", "B", "property"): "1500.00", ("B", "A", "property"): "100.00"}, {("A", "property"): "900.00"}),
    ("P03 A at fault, road damaged",
     accident([("A", True, "2000"), ("B", False, "5000")], outside=[("road", "1000")]),
     {("A", "B", "property"): "1666.67", ("A", "road", "property"): "333.33", ("B", "A", "property"): "100.00"},
     {("A", "property"): "1900.00", ("B", "property"): "3333.33", ("road", "property"): "666.67"}),
    ("P06 A at fault, three not",
     accident([("A", True, "1000"), ("B", False, "600"), ("C", False, "800"), ("D", False, "500")]),
     {("A", "B", "property"): "600.00", ("A", "C", "property"): "800.00", ("A", "D", "property"): "500.00",
      ("B", "A", "property"): "100.00", ("C", "A", "property"): "100.00", ("D", "A", "property"): "100.00"},
     {("A", "property"): "700.00"}),
    ("P08 two at fault, two not",
     accident([("A", True, "1000"), ("B", True, "600"), ("C", False, "800"), ("D", False, "500")]),
     {("A", "B", "property"): "500.00", ("A", "C", "property"): "400.00", ("A", "D", "property"): "250.00",
      ("B", "A", "property"): "900.00", ("B", "C", "property"): "400.00", ("B", "D", "property"): "250.00",
      ("C", "A", "property"): "50.00", ("C", "B", "property"): "50.00",
      ("D", "A", "property"): "50.00", ("D", "B", "property"): "50.00"}, {}),
    ("P10 both beyond 2000", accident([("A", True, "4000"), ("B", True, "3000")], allAgreed=True),
     {("A", "B", "property"): "2000.00", ("B", "A", "property"): "2000.00"},
     {("A", "property"): "2000.00", ("B", "property"): "1000.00"}),
    ("P11 three at fault", accident([("A", True, "600"), ("B", True, "500"), ("C", True, "300")]),
     {("A", "B", "property"): "250.00", ("A", "C", "property"): "150.00", ("B", "A", "property"): "300.00",
      ("B", "C", "property"): "150.00", ("C", "A", "property"): "300.00", ("C", "B", "property"): "250.00"}, {}),
    ("I04 beyond all limits", accident(TWO_AT_FAULT, [("C", "30000", "250000")], at=OLD),
     {("A", "C", "medical"): "10000.00", ("B", "C", "medical"): "10000.00",
      ("A", "C", "deathDisability"): "110000.00", ("B", "C", "deathDisability"): "110000.00"},
     {("C", "medical"): "10000.00", ("C", "deathDisability"): "30000.00"}),
    ("I05 within the limits", accident(TWO_AT_FAULT, [("C", "10000", "100000")], at=OLD),
     {("A", "C", "medical"): "5000.00", ("B", "C", "medical"): "5000.00",
      ("A", "C", "deathDisability"): "50000.00", ("B", "C", "deathDisability"): "50000.00"}, {}),
    ("I06 one item beyond", accident(TWO_AT_FAULT, [("C", "10000", "250000")], at=OLD),
     {("A", "C", "medical"): "5000.00", ("B", "C", "medical"): "5000.00",
      ("A", "C", "deathDisability"): "110000.00", ("B", "C", "deathDisability"): "110000.00"},
     {("C", "deathDisability"): "30000.00"}),
    ("I07 two victims", accident([("A", True, "0")], [("周", "12200", "80000"), ("吴", "17200", "2300")], at=OLD),
     {("A", "周", "medical"): "4149.66", ("A", "吴", "medical"): "5850.34",
      ("A", "周", "deathDisability"): "80000.00", ("A", "吴", "deathDisability"): "2300.00"}, None),
    ("I08 the pedestrian's fault",
     accident([("A", False, "0")], [("walker", "5000", "30000")], [("telephone", "1000")]),
     {("A", "walker", "medical"): "1800.00", ("A", "walker", "deathDisability"): "18000.00",
      ("A", "telephone", "property"): "100.00"}, None),
    ("I09 two at fault, one not",
     accident([("A", True, "0"), ("B", True, "0"), ("C", False, "0")], [("walker", "0", "500000")]),
     {("A", "walker", "deathDisability"): "180000.00", ("B", "walker", "deathDisability"): "180000.00",
      ("C", "walker", "deathDisability"): "18000.00"}, {("walker", "deathDisability"): "122000.00"}),
]
