package import TransparencyLog

/// What one entry says, in the order in which it is written and committed to.
///
/// A person's values are not here: in their place stands a salted commitment, so that the person can be forgotten while
/// the entry, its leaf and every proof over it stay as they are.
package struct EntryContent: Equatable, Sendable {
    /// A personal value that is kept elsewhere under the person's own key.
    package struct PersonalCommitment: Equatable, Sendable {
        package let field: Field
        package let commitment: Hash

        package init(field: Field, commitment: Hash) {
            self.field = field
            self.commitment = commitment
        }
    }

    /// What the registry itself added. Raw values stand in canonical bytes and are never reused; they begin at 100 so
    /// that they can never meet a column's number.
    package enum Annotation: UInt8, CaseIterable, Sendable {
        case flags = 100
        /// `field:code` pairs, comma-separated: lossless changes made at the door.
        case repairs = 101
        /// For a correction: the event of the report it replaces.
        case correctedEvent = 102
        /// For a correction or retraction: the id of the report it is about.
        case target = 103
        /// Shared by the entries that one correction across files put into the log together.
        case correctionID = 104
        /// For a retraction that moved a report to another file: the id of the entry that stands for it now.
        case movedTo = 105
        /// For a quarantined record: `field:code` pairs of what is wrong.
        case faults = 106
        /// `field=text` lines: optional values that could not be read, as they were sent. Never a person's.
        case ignored = 107
        /// For a quarantined record: the event it was sent as, where that could be read.
        case sentEvent = 108
        /// For a report that was entered anew in another file: when it first came.
        case reportedAt = 109
        /// For the same: policy numbers it bore before they were corrected, a line each; events may name them.
        case formerNumbers = 110
        /// For an erasure: the names of the personal fields erased beside its target, comma-separated; `record` for a
        /// record in quarantine.
        case erased = 111
    }

    package var values: FieldValues
    package var personal: [PersonalCommitment]
    package private(set) var annotations: [(annotation: Annotation, text: String)]
    /// 32 bytes; every salt that is not a person's is drawn from it.
    package let seed: [UInt8]

    package init(values: FieldValues, personal: [PersonalCommitment] = [], seed: [UInt8]) {
        self.values = values
        self.personal = personal
        self.seed = seed
        annotations = []
    }

    package subscript(annotation: Annotation) -> String? {
        get { annotations.first { $0.annotation == annotation }?.text }
        set {
            annotations.removeAll { $0.annotation == annotation }
            guard let newValue else { return }
            let position =
                annotations.firstIndex { $0.annotation.rawValue > annotation.rawValue } ?? annotations.endIndex
            annotations.insert((annotation, newValue), at: position)
        }
    }

    package var flags: [Flag] {
        get { (self[.flags] ?? "").split(separator: ",").compactMap { Flag(rawValue: String($0)) } }
        set { self[.flags] = newValue.isEmpty ? nil : Set(newValue).sorted().map(\.rawValue).joined(separator: ",") }
    }

    package static func == (left: EntryContent, right: EntryContent) -> Bool {
        left.values == right.values && left.personal == right.personal && left.seed == right.seed
            && left.annotations.map(\.annotation) == right.annotations.map(\.annotation)
            && left.annotations.map(\.text) == right.annotations.map(\.text)
    }
}
