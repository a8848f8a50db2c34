import Regulation

/// Takes the facts a rule asks about out of a document, member by member, and gathers everything that is wrong with
/// them, each at its path. What is absent, `null`, or wrong comes out as `nil`: the rule says what it cannot do
/// without.
struct FactReader {
    /// More elements than this no list has; the rules have bounds of their own below it.
    static let mostElements = 1000
    private static let mostUnknown = 20

    /// An object that is being read.
    private struct Place {
        let members: [JSONValue.Member]
        let step: Step
        /// Which of the first members were asked for.
        var taken: UInt64 = 0
        var takenBeyond: Set<Int> = []
        /// Where the next member is looked for first: people keep to the order of the description.
        var cursor = 0

        func isTaken(_ position: Int) -> Bool {
            position < 64 ? taken & (1 << UInt64(position)) != 0 : takenBeyond.contains(position)
        }
    }

    private enum Step {
        case document
        case member(String)
        case element(of: String, Int)
    }

    private var places: [Place] = []
    private(set) var faults: [Finding] = []
    private(set) var warnings: [Finding] = []

    /// Reads a whole document; the body says what it may hold.
    init(_ document: JSONValue, _ body: (inout FactReader) -> Void) {
        guard case .object(let members) = document else {
            faults.append(.notAnObject)
            return
        }
        within(members, .document, body)
    }

    private mutating func within<Result>(
        _ members: [JSONValue.Member], _ step: Step, _ body: (inout FactReader) -> Result
    ) -> Result {
        places.append(Place(members: members, step: step))
        let result = body(&self)
        noteUnknown()
        places.removeLast()
        return result
    }

    /// The value of a member, which counts as known from now on; `nil` when it is absent or `null`.
    mutating func take(_ name: String) -> JSONValue? {
        guard let last = places.indices.last else { return nil }
        let count = places[last].members.count
        var position = places[last].cursor
        for _ in 0..<count {
            if position >= count { position = 0 }
            if places[last].members[position].name == name {
                places[last].cursor = position + 1
                if position < 64 {
                    places[last].taken |= 1 << UInt64(position)
                } else {
                    places[last].takenBeyond.insert(position)
                }
                let value = places[last].members[position].value
                return value == .null ? nil : value
            }
            position += 1
        }
        return nil
    }

    /// What an object holds; `nil` when there is none.
    mutating func object<Result>(_ name: String, _ body: (inout FactReader) -> Result) -> Result? {
        guard let value = take(name) else { return nil }
        guard case .object(let members) = value else {
            find(.wrongType(Sentence("一个对象 {…}", "an object {…}"), at: path(name)))
            return nil
        }
        return within(members, .member(name), body)
    }

    /// A list of objects, in its order; what is no object is told and left out.
    mutating func list<Element>(_ name: String, _ body: (inout FactReader) -> Element) -> [Element] {
        guard let value = take(name) else { return [] }
        guard case .list(let values) = value else {
            find(.wrongType(Sentence("一个列表 […]", "a list […]"), at: path(name)))
            return []
        }
        guard values.count <= Self.mostElements else {
            find(.tooManyElements(Self.mostElements, at: path(name)))
            return []
        }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for (number, value) in values.enumerated() {
            guard case .object(let members) = value else {
                find(.wrongType(Sentence("一个对象 {…}", "an object {…}"), at: "\(path(name))[\(number)]"))
                continue
            }
            elements.append(within(members, .element(of: name, number), body))
        }
        return elements
    }

    mutating func find(_ fault: Finding) { faults.append(fault) }

    /// Where a member of the present object stands in the document: `history.claims[0].paidAt`.
    func path(_ name: String) -> String {
        var path = ""
        for place in places {
            switch place.step {
            case .document: continue
            case .member(let name): path += "\(name)."
            case .element(let name, let number): path += "\(name)[\(number)]."
            }
        }
        return path + name
    }

    /// A member nobody asked for is most likely a slip of the pen, and what it was meant for goes without it.
    private mutating func noteUnknown() {
        guard let place = places.last else { return }
        guard place.taken.nonzeroBitCount + place.takenBeyond.count < place.members.count else { return }
        for (position, member) in place.members.enumerated() where !place.isTaken(position) {
            guard warnings.count < Self.mostUnknown else { return }
            // Only what looks like a name is repeated: anything may stand there.
            let isName = member.name.utf8.count <= 40 && member.name.utf8.allSatisfy(Self.isNameByte)
            warnings.append(.unknownMember(at: path(isName && !member.name.isEmpty ? member.name : "?")))
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
