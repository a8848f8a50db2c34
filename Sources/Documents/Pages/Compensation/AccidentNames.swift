import Registry

/// What vehicles, people and things of an accident are called; the names are their ids in the question to the law.
///
/// Vehicles come before property in the order of ids in either language, so that a fen left over goes the same way.
enum AccidentNames {
    static func vehicle(_ place: Int, in language: Language) -> String {
        let letters = ["A", "B", "C", "D", "E"]
        let letter = letters.indices.contains(place) ? letters[place] : "\(place + 1)"
        return Phrase("\(letter) 车", "Vehicle \(letter)").text(in: language)
    }

    static func victim(_ place: Int, in language: Language) -> String {
        Phrase("\(place + 1) 号伤者", "Person \(place + 1)").text(in: language)
    }

    static func property(in language: Language) -> String { Phrase("车外财产", "property outside").text(in: language) }
}
