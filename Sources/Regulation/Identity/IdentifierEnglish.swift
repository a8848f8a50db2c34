/// The findings of identifiers in English, by their codes.
enum IdentifierEnglish {
    static func sentence(of code: String) -> String? { sentences[code] }

    private static let sentences: [String: String] = [
        "plateEmpty": "The plate number is empty: fill it in.",
        "plateTooLong": "The plate number is too long: check whether something else stands in the field.",
        "plateProvince": "A plate number begins with the character of a province: add or correct it.",
        "plateCharacter": "A plate number has only ideographs, capital letters and digits: remove or correct the rest.",
        "plateIssuerLetter":
            "The second character is the letter of the issuing office, never I or O: check the licence.",
        "plateLetter": "A serial has no I and no O: see whether they are the digits 1 and 0.",
        "plateForm": "The number has the form of no plate: compare it with the licence character by character.",
        "plateLength": "An ordinary plate has 7 characters, a new-energy plate 8: add or remove some.",
        "plateIssuerUnknown": "No office of the province is known by this letter: compare the first two characters.",
        "plateSerialLetters":
            "An ordinary serial has at most two letters, this one has more: compare it with the licence.",
        "plateCategoryEmpty": "The plate category is empty: fill it in.",
        "plateCategoryTooLong": "The plate category is too long: check whether something else stands in the field.",
        "plateCategoryUnknown": "There is no such plate category: write its two digits, such as 02, or its name.",
        "plateCategoryMismatch": "The plate category does not go with the form of the number: check its code.",
        "vinEmpty": "The VIN is empty: fill it in.",
        "vinTooLong": "The VIN is too long: check whether something else stands in the field.",
        "vinCharacter":
            "A VIN has only capital letters and digits: write all of it as on the licence, without asterisks.",
        "vinLetter": "A VIN has no I, O and Q: see whether they are the digits 1 and 0.",
        "vinLength": "A VIN has 17 characters: compare it with the licence.",
        "vinIrregular":
            "The VIN has not the standard 17 characters, as on old and odd vehicles: compare it with the licence.",
        "vinCheckDigit":
            "The check digit, the ninth character, does not fit the others: compare the VIN with the licence.",
        "vinModelYear": "The tenth character is no code of a model year, as on some imports: compare the VIN.",
        "vinSerial": "The last four characters are mostly digits; small series may differ: compare the VIN.",
        "socialCreditCodeEmpty": "The social credit code is empty: fill it in.",
        "socialCreditCodeTooLong":
            "The social credit code is too long: check whether something else stands in the field.",
        "socialCreditCodeLength": "A social credit code has 18 characters: compare it with the business licence.",
        "socialCreditCodeForm":
            "A social credit code has digits and capital letters without I, O, Z, S, V; the 3rd to 8th are digits.",
        "socialCreditCodeCheck":
            "The check character of the social credit code does not fit: compare it character by character.",
        "socialCreditCodeLegacy":
            "The check character does not fit, but this code was issued like that: ask the organisation.",
        "organisationCodeCheck":
            "The organisation's part (9th to 17th character) fails its check: compare it with the licence.",
        "residentNumberEmpty": "The resident number is empty: fill it in.",
        "residentNumberTooLong": "The resident number is too long: check whether something else stands in the field.",
        "residentNumberLength": "A resident number has 18 characters: compare it with the card.",
        "residentNumberForm":
            "A resident number has 17 digits, the first not 0, then a digit or X: compare it with the card.",
        "residentNumberBirthDate": "The 7th to 14th digits are no possible day of birth: compare them with the card.",
        "residentNumberCheck": "The check character of the resident number does not fit: compare it digit by digit.",
        "residentNumberOldForm":
            "Resident numbers of 15 digits are out of use: write the 18 characters of the present card.",
        "residentNumberAge": "The day of birth lies over 150 years back: compare it with the card.",
    ]
}
