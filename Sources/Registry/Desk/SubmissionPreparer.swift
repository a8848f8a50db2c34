import Crypto
import FoundationEssentials
import Regulation
import TransparencyLog

/// Makes records ready for the desk: look-up keys, commitments, sealed personal values. Runs on as many threads as
/// there are, for none of it depends on the files.
package struct SubmissionPreparer: Sendable {
    package let hasher: KeyedHasher
    package let personKeys: any PersonKeys
    package let random: any RandomSource

    package init(hasher: KeyedHasher, personKeys: any PersonKeys, random: any RandomSource) {
        self.hasher = hasher
        self.personKeys = personKeys
        self.random = random
    }

    /// `row` is the record as sent; kept sealed when the record goes into quarantine.
    package func prepare(_ reading: SubmissionReading, record: Record, insurer: InsurerCode, row: [UInt8]) throws
        -> PreparedSubmission
    {
        let isQuarantined = reading.submission == nil
        let digest = digest(of: record, insurer: insurer)
        var values = (reading.submission ?? reading.partial)?.values ?? FieldValues()
        var personal = values.elements.filter { $0.field.protection == .person }
        for element in personal { values[element.field] = nil }
        personal += reading.ignored.filter { $0.field.protection == .person }
        if isQuarantined {
            values[.event] = Event.quarantine.rawValue
            values[.insurer] = insurer.text
        }
        var content = EntryContent(values: values, seed: random.bytes(count: 32))
        content.flags = reading.flags + (reading.repairs.isEmpty ? [] : [.repaired])
        if !reading.repairs.isEmpty {
            content[.repairs] = reading.repairs.map { "\($0.field.names.english):\($0.code)" }.joined(separator: ",")
        }
        let ignored = reading.ignored.filter { $0.field.protection != .person }
        if !ignored.isEmpty {
            content[.ignored] = ignored.map { "\($0.field.names.english)=\($0.text)" }.joined(separator: "\n")
        }
        if isQuarantined {
            content[.sentEvent] = Self.event(of: record)?.rawValue
            content[.faults] = reading.faults.map { "\($0.field?.names.english ?? ""):\($0.finding.code)" }
                .joined(separator: ",")
        }
        let sealed = isQuarantined ? [] : try sealPersonal(personal, insurer: insurer, into: &content)
        return PreparedSubmission(
            line: record.line, byteRange: record.byteRange, reading: reading, content: content,
            fieldRoot: content.fieldRoot, personal: sealed,
            keys: (reading.submission ?? reading.partial).map { hasher.keys(of: $0) } ?? .init(), digest: digest,
            sealedRow: isQuarantined ? try seal(row: row, digest: digest, seed: content.seed) : nil)
    }

    /// What a record that could not be taken in was meant to report.
    private static func event(of record: Record) -> Event? {
        guard let text = record.values[.event] else { return .policy }
        return Event.read(text)
    }

    /// Over the record as sent, so that only the very same record counts as sent again.
    private func digest(of record: Record, insurer: InsurerCode) -> LookupKey {
        var writer = ByteWriter(capacity: 512)
        writer.text(insurer.text)
        for element in record.values.elements {
            writer.byte(element.field.rawValue)
            writer.text(element.text)
        }
        return hasher.key(.record, bytes: writer.result)
    }

    /// Personal values by whose they are: the policyholder's (with the phone) and the insured's.
    private func sealPersonal(
        _ elements: [FieldValues.Element], insurer: InsurerCode, into content: inout EntryContent
    ) throws -> [SealedPersonalValues] {
        guard !elements.isEmpty else { return [] }
        func text(_ field: Field) -> String? { elements.first { $0.field == field }?.text }
        let documents = [text(.policyholderDocument), text(.insuredDocument)]
        // A name is not one person: without a document number it is the one of this contract alone.
        let contract = content.values[.policyNumber] ?? content.values[.corrects] ?? ""
        let holder = text(.policyholderDocument) ?? text(.policyholderName) ?? text(.phone)
        let insured = text(.insuredDocument) ?? text(.insuredName)
        let isOnePerson =
            holder == nil || insured == nil || insured == holder
            || (text(.insuredDocument) == nil && text(.insuredName) == text(.policyholderName))
        let groups: [(person: String?, fields: [FieldValues.Element])] =
            isOnePerson
            ? [(holder ?? insured, elements)]
            : [
                (holder, elements.filter { ![.insuredName, .insuredDocument].contains($0.field) }),
                (insured, elements.filter { [.insuredName, .insuredDocument].contains($0.field) }),
            ]
        var sealed: [SealedPersonalValues] = []
        for group in groups {
            guard let person = group.person else { continue }
            let known = documents.contains(person) ? person : "\(person)/\(contract)"
            let key = try personKeys.key(of: hasher.key(.person, "\(insurer.text)/\(known)"))
            var writer = ByteWriter(capacity: 128)
            for element in group.fields {
                writer.byte(element.field.rawValue)
                writer.text(element.text)
                content.personal.append(
                    .init(
                        field: element.field,
                        commitment: FieldCommitment.personal(
                            key: key.bytes, seed: content.seed, field: element.field, value: element.text)))
            }
            sealed.append(try seal(writer.result, under: key, seed: content.seed))
        }
        content.personal.sort { $0.field < $1.field }
        return sealed
    }

    private func seal(row: [UInt8], digest: LookupKey, seed: [UInt8]) throws -> SealedPersonalValues {
        let key = try personKeys.key(
            of: hasher.key(.quarantine, bytes: withUnsafeBytes(of: digest.value) { Array($0) }))
        return try seal(row, under: key, seed: seed)
    }

    /// AES-256-GCM. The nonce is drawn, the entry's seed is bound in, so a value cannot be moved to another entry.
    private func seal(_ plain: [UInt8], under key: PersonKey, seed: [UInt8]) throws -> SealedPersonalValues {
        let box = try AES.GCM.seal(
            plain, using: SymmetricKey(data: key.bytes), nonce: AES.GCM.Nonce(data: random.bytes(count: 12)),
            authenticating: seed)
        var bytes = Array(box.nonce)
        bytes.append(contentsOf: box.ciphertext)
        bytes.append(contentsOf: box.tag)
        return SealedPersonalValues(keyNumber: key.number, bytes: bytes)
    }
}
