/// Whose personal values a record holds.
package enum Party: String, CaseIterable, Sendable {
    /// With the phone, which is asked of the one who pays.
    case policyholder
    case insured

    package var chinese: String {
        switch self {
        case .policyholder: "投保人"
        case .insured: "被保险人"
        }
    }

    /// The party that a personal field is about.
    init(of field: Field) {
        switch field {
        case .insuredName, .insuredDocument: self = .insured
        default: self = .policyholder
        }
    }
}

extension EntryContent {
    /// The personal fields sealed in each of the entry's sealed values, in their order: all in one where one person is
    /// both parties, else the policyholder's and the insured's.
    package func personalFields(sealedIn count: Int) -> [[Field]] {
        let fields = personal.map(\.field)
        switch count {
        case 0: return []
        case 1: return [fields]
        default: return Party.allCases.map { party in fields.filter { Party(of: $0) == party } }
        }
    }
}
