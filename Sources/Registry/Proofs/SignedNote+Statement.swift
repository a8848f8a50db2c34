import TransparencyLog

extension SignedNote {
    /// Checks a note that the registry signs for itself, a card or a receipt: the one signature is this key's, and the
    /// key is the log's own.
    func checkStatement(of log: LogName, by key: NoteVerifier) throws(EvidenceFault) {
        guard key.name.utf8.elementsEqual(log.origin.utf8) else { throw .otherLog }
        guard let only = signatures.first, signatures.count == 1, only.keyID == key.keyID,
            only.name.utf8.elementsEqual(key.name.utf8)
        else { throw .unsigned }
        guard isSigned(by: key) else { throw .wrongSignature }
    }
}
