import Registry
import RegistryModel

/// Values that must be found nowhere in the clear: persons, and the vehicles of all histories.
enum Persons {
    private static let names = ["金丝雀甲", "鸟丝金乙", "丝金雀丙"]
    private static let documents = ["11010519491231002X", "110105194912310038", "440524188001010014"]
    private static let phones = ["13800138001", "13900139002", "13700137003"]

    /// Whose name and number go with a record.
    static func values(_ number: Int) -> [Field: String] {
        [
            .policyholderName: names[number % 3], .policyholderDocument: documents[number % 3],
            .phone: phones[number % 3], .insuredName: names[(number / 3) % 3],
        ]
    }

    static let canaries: [String] = names + documents + phones

    static let vehicles: [String] = HistoryGenerator.vins + HistoryGenerator.plates
}
