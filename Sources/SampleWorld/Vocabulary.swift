import Registry
import Regulation

/// The words an insurer's files use for closed lists of values; looked up once for a file.
struct Vocabulary {
    private let events: [Event: String]
    private let grounds: [CancellationGround: String]
    private let classes: [VehicleClass: String]
    private let uses: [VehicleUse: String]
    private let energies: [Energy: String]

    init(_ habits: WritingHabits) {
        let isChinese = habits.isChinese
        events = Self.words(Event.self) { event in
            if event == .policy, !habits.namesPolicyEvent { return "" }
            return isChinese ? event.chinese : event.rawValue
        }
        grounds = Self.words(CancellationGround.self) { isChinese ? $0.chineseTerms.first ?? $0.rawValue : $0.rawValue }
        classes = Self.words(VehicleClass.self) { isChinese ? $0.chineseTerm : $0.rawValue }
        uses = Self.words(VehicleUse.self) { isChinese ? $0.chineseTerm : $0.rawValue }
        energies = Self.words(Energy.self) { isChinese ? $0.chineseTerm : $0.rawValue }
    }

    func word(_ event: Event) -> String { events[event] ?? "" }
    func word(_ ground: CancellationGround) -> String { grounds[ground] ?? "" }
    func word(_ vehicleClass: VehicleClass) -> String { classes[vehicleClass] ?? "" }
    func word(_ use: VehicleUse) -> String { uses[use] ?? "" }
    func word(_ energy: Energy) -> String { energies[energy] ?? "" }

    private static func words<Term: CaseIterable & Hashable>(
        _ type: Term.Type, _ word: (Term) -> String
    ) -> [Term: String] {
        Dictionary(uniqueKeysWithValues: Term.allCases.map { ($0, word($0)) })
    }
}
