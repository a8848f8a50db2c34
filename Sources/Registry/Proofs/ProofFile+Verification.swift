package import TransparencyLog

extension ProofFile {
    /// Checks everything the file claims. The log's key is the first of these, else the one in the file; the others
    /// are witnesses'. A log's key bears the log's origin as its name.
    package func verified(by keys: [NoteVerifier] = []) throws(EvidenceFault) -> ProvenEntries {
        let logKey = keys.first ?? key
        let log = LogIdentity(origin: logKey.name, verifiers: [logKey])
        let verified: VerifiedProof
        do {
            verified = try proof.verified(leaf: entry.leaf.hash, in: log, witnesses: Array(keys.dropFirst()))
        } catch { throw EvidenceFault(error, at: entry.index) }
        let checkpoint = verified.checkpoint.checkpoint
        for more in further {
            guard more.entry.index < checkpoint.size else { throw .indexBeyondTree(more.entry.index) }
            let inclusion = InclusionProof(index: more.entry.index, treeSize: checkpoint.size, path: more.path)
            guard inclusion.proves(leaf: more.entry.leaf.hash, in: checkpoint.root) else {
                throw .notInTree(more.entry.index)
            }
        }
        for entry in entries { try checkErasures(beside: entry, of: logKey.name) }
        return ProvenEntries(
            entries: entries, checkpoint: checkpoint, cosignatures: verified.cosignatures, key: logKey,
            isKeyFromFile: keys.isEmpty)
    }

    /// A value that is told to be erased is so by an entry of the file, which names this entry and the value's field.
    private func checkErasures(beside entry: OpenedEntry, of log: String) throws(EvidenceFault) {
        for case .erased(let number, _, let erasure) in entry.parts {
            let target = EntryID(log: erasure.log, index: entry.index)
            let isProven = entries.contains { told in
                told.index == erasure.index && told.event == .erasure && told[.target] == target.text
                    && EntryContent.erasedFields(told[.erased] ?? "").contains { $0.rawValue == number }
            }
            guard isProven, erasure.log.origin == log else { throw .erasureUnproven(entry.index) }
        }
    }
}
