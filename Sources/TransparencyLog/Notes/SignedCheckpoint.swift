/// A checkpoint whose origin and log signature were checked: who holds one need not check again.
package struct SignedCheckpoint: Equatable, Sendable {
    package let checkpoint: Checkpoint
    package let note: SignedNote

    /// Throws what speaks against the note being a checkpoint of this log.
    package init(_ note: SignedNote, of log: LogIdentity) throws(NoteFault) {
        guard let checkpoint = Checkpoint(text: note.text) else { throw .notACheckpoint }
        guard checkpoint.origin.utf8.elementsEqual(log.origin.utf8) else { throw .otherOrigin(checkpoint.origin) }
        var isSigned = false
        for verifier in log.verifiers where try note.check(verifier) { isSigned = true }
        guard isSigned else { throw .unsigned }
        self.checkpoint = checkpoint
        self.note = note
    }

    /// Who of these witnesses saw the checkpoint, each once and when last. Others are not looked at; a signature that
    /// names one of these and is not by it is thrown.
    package func cosignatures(by witnesses: [NoteVerifier]) throws(NoteFault) -> [Cosignature] {
        var found: [Cosignature] = []
        for witness in witnesses where try note.check(witness) {
            // A line repeated must not make two witnesses of one.
            let all = note.signatures.filter(witness.made).compactMap {
                Cosignature($0.bytes, of: note.text, by: witness)
            }
            if let latest = all.max(by: { $0.time < $1.time }) { found.append(latest) }
        }
        return found
    }

    /// The checkpoint with what witnesses answered: of each of these the first signature that is right, in the place of
    /// an earlier one. Signatures of strangers and wrong ones stay away.
    package func adding(_ answer: [SignedNote.Signature], of witnesses: [NoteVerifier]) -> SignedCheckpoint {
        var signatures = note.signatures
        for witness in witnesses where witness.use == .cosignature {
            guard
                let valid = answer.first(where: {
                    witness.made($0) && witness.isValid($0.bytes, of: note.text)
                })
            else { continue }
            signatures.removeAll(where: witness.made)
            signatures.append(valid)
        }
        return SignedCheckpoint(
            checkpoint: checkpoint, note: SignedNote(text: note.text, signatures: signatures))
    }

    private init(checkpoint: Checkpoint, note: SignedNote) {
        self.checkpoint = checkpoint
        self.note = note
    }
}
