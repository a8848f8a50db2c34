/// One row of a table of the law: what it says, from when to when, where it is written, and how sure that is.
public struct TableRow<Value: Sendable>: Sendable {
    public enum Origin: String, Sendable {
        /// Comes with this edition.
        case published
        /// Added or corrected by the operator of this registry.
        case `operator`
    }

    /// The row's own name within its table, for messages and for corrections: `no. 1`, `E/X3`, `330000`.
    public let name: String
    /// `nil` for a row that is known to exist and was not found.
    public let value: Value?
    /// The first day it speaks of.
    public internal(set) var from: CivilDate
    /// The day after the last it speaks of; `nil` while it is in force.
    public internal(set) var to: CivilDate?
    public let citation: Citation
    public let status: RowStatus
    /// When somebody last compared it with its source.
    public let checked: CivilDate
    /// What is uncertain about it, or was read into it.
    public let remark: Sentence?
    public internal(set) var origin = Origin.published

    /// Whether it speaks of this day.
    public func speaks(of date: CivilDate) -> Bool { from <= date && (to.map { date < $0 } ?? true) }

    /// What an answer that used this row says about it; `nil` where it is verified and published.
    func note(in table: TableName) -> RowNote? {
        if status == .verified, origin == .published { return nil }
        return RowNote(table: table, row: name, isOperators: origin == .operator, remark: remark, citation: citation)
    }
}

extension TableRow: Decodable where Value: Decodable {
    private enum Key: String, CodingKey {
        case name, value, from, to, citation, status, checked, remark, remarkEnglish
    }

    /// A row without its dates, its citation and its status does not come to be.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        name = try members.decode(String.self, forKey: .name)
        status = try members.decode(RowStatus.self, forKey: .status)
        value = status == .missing ? nil : try members.decode(Value.self, forKey: .value)
        from = try members.decode(CivilDate.self, forKey: .from)
        to = try members.decodeIfPresent(CivilDate.self, forKey: .to)
        citation = try members.decode(Citation.self, forKey: .citation)
        checked = try members.decode(CivilDate.self, forKey: .checked)
        let chinese = try members.decodeIfPresent(String.self, forKey: .remark)
        let english = try members.decodeIfPresent(String.self, forKey: .remarkEnglish)
        remark = chinese.map { Sentence($0, english ?? $0) }
        if let to, to <= from {
            throw DecodingError.dataCorruptedError(forKey: .to, in: members, debugDescription: "ends before it begins")
        }
    }
}

extension CivilDate: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CivilDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date: write 2026-11-20")
        }
        self = date
    }
}

extension Amount: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let amount = Amount(yuan: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no amount: write \"665.00\"")
        }
        self = amount
    }
}

extension Citation: Decodable {
    private enum Key: String, CodingKey { case instrument, article }

    /// The instrument by its code in `Instrument`.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        let code = try members.decode(String.self, forKey: .instrument)
        guard let instrument = Instrument.allCases.first(where: { $0.code == code }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .instrument, in: members, debugDescription: "no such instrument: \(code)")
        }
        self.init(instrument, try members.decode(String.self, forKey: .article))
    }
}
