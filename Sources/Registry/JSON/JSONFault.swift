/// Why bytes are no JSON document that is read here, and where.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case empty, tooLong, tooDeep, syntax, encoding, escape, memberRepeated
    }

    package let kind: Kind
    /// Counted in bytes from 0.
    package let offset: Int

    /// Stable, for programs: `jsonSyntax`.
    package var code: String {
        switch kind {
        case .empty: "jsonEmpty"
        case .tooLong: "jsonTooLong"
        case .tooDeep: "jsonTooDeep"
        case .syntax: "jsonSyntax"
        case .encoding: "jsonEncoding"
        case .escape: "jsonEscape"
        case .memberRepeated: "jsonMemberRepeated"
        }
    }
}
