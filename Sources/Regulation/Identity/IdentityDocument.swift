/// The document a policyholder or an insured person is known by: of a resident, of an organisation, or another.
public enum IdentityDocument: Hashable, Sendable {
    case resident(ResidentNumber)
    case organisation(UnifiedSocialCreditCode)
    /// A passport, a travel permit, or a number that is none of the above and was kept as it came.
    case other(String)

    /// Canonical: capital letters, no spaces.
    public var text: String {
        switch self {
        case .resident(let number): number.text
        case .organisation(let code): code.text
        case .other(let text): text
        }
    }

    /// `110***********002X`; of a shorter number the first character and the last two.
    public var masked: String {
        switch self {
        case .resident(let number): number.masked
        case .organisation(let code): code.masked
        case .other(let text):
            text.count >= 15 ? Mask.middle(of: text, first: 3, last: 4) : Mask.middle(of: text, first: 1, last: 2)
        }
    }

    /// Reads a document as an upload holds it: what is neither a resident's nor an organisation's number is kept, with
    /// a warning unless it looks like a passport or permit.
    public static func read(_ text: String) -> Reading<IdentityDocument> {
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong("证件号码", code: "documentTooLong", path: nil))
        }
        let resident = ResidentNumber.read(text)
        if resident.value != nil { return resident.map(IdentityDocument.resident) }
        let organisation = UnifiedSocialCreditCode.read(text)
        if let code = organisation.value {
            // One in thirty mistyped resident numbers has an organisation's check character; hardly any holds both
            // checks.
            let isDoubtful =
                code.text.utf8.dropLast().allSatisfy { 0x30...0x39 ~= $0 } && !organisation.warnings.isEmpty
            if !isDoubtful { return organisation.map(IdentityDocument.organisation) }
        }
        return readOther(text, proposal: resident.proposal ?? organisation.proposal)
    }

    private static func readOther(_ text: String, proposal: String?) -> Reading<IdentityDocument> {
        let folded = IdentityText(text, .raisesCase)
        if folded.scalars.isEmpty {
            return Reading(
                fault: IdentityFault.empty("证件号码", code: "documentEmpty", path: nil), repairs: folded.repairs)
        }
        if folded.scalars.contains(where: { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }) {
            return Reading(fault: character, repairs: folded.repairs)
        }
        var reading = Reading(
            IdentityDocument.other(folded.text), repairs: folded.repairs,
            warnings: isForeign(folded.scalars) ? [] : [irregular])
        reading.proposal = proposal
        return reading
    }

    /// One to three letters and six to ten digits: passports and travel permits.
    private static func isForeign(_ scalars: [Unicode.Scalar]) -> Bool {
        let letters = scalars.prefix { "A"..."Z" ~= $0 }
        let digits = scalars.dropFirst(letters.count)
        return 1...3 ~= letters.count && 6...10 ~= digits.count && digits.allSatisfy { "0"..."9" ~= $0 }
    }

    private static let irregular = Finding(
        code: "documentIrregular", message: "证件号码不是有效的身份证号码或统一社会信用代码，请对照证件核对；其他证件可以照填。")
    private static let character = Finding(
        code: "documentCharacter", message: "证件号码里有不可见的控制字符，请重新填写。")
}
