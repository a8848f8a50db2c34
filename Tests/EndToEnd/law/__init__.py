"""The second reading of the law: written from the texts and the tables alone, compared with the product's answers."""
