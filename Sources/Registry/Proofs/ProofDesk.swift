import Regulation
package import TransparencyLog

/// Makes proof files and answer cards from what is stored and what is published.
package struct ProofDesk: Sendable {
    private let gate: any RegistryGate

    package init(gate: any RegistryGate) { self.gate = gate }

    /// What is shown of an entry when nothing else is asked for: the contract, by whom and for when, and what a
    /// correction is about.
    package static let alwaysShown: Set<UInt8> = Set(
        [Field.event, .insurer, .policyNumber, .start, .end, .effectiveAt, .ground, .layUpUntil].map(\.rawValue)
            + [EntryContent.Annotation.correctedEvent, .target, .movedTo, .erased].map(\.rawValue))

    /// The proof file of a contract: the report that stands, and everything that changed it. Of more than a file holds,
    /// the latest. Throws a `Problem`.
    package func proof(for request: ProofRequest) throws -> String {
        let shown = try Self.alwaysShown.union(request.shownFields().map(\.rawValue))
        let entries = try entries(of: request)
        let (log, checkpoint) = try published()
        guard entries.all.allSatisfy({ $0.index < checkpoint.checkpoint.size }) else { throw Problem.notYetPublished }
        var tiles = try TileReader(size: checkpoint.checkpoint.size, root: checkpoint.checkpoint.root) {
            try log.tile($0)
        }
        let others = Self.chosen(entries.all.filter { $0.index != entries.report.index })
        let erasures = Erasures(others)
        func opened(_ entry: Entry) -> OpenedEntry {
            OpenedEntry(
                entry, showing: shown,
                personal: erasures.beside(entry.index).mapValues { PersonalOpening.erased(by: $0) })
        }
        let further = try others.map { (entry: opened($0), proof: try tiles.inclusionProof(of: $0.index)) }
        let file = ProofFile(
            opened(entries.report), try tiles.inclusionProof(of: entries.report.index),
            further: further, in: checkpoint, signedWith: gate.signer.verifier)
        // What nobody could verify is not handed out: then the log or the store is not as it should be.
        do { _ = try file.verified(by: [gate.signer.verifier]) } catch {
            throw RegistryFault.entryDamaged(entries.report.index)
        }
        let encoded = file.encoded
        guard encoded.utf8.count <= LogProof.byteLimit else { throw Problem.proofTooLong }
        return encoded
    }

    /// As many as a file holds beside the report: the latest of what changed the contract, then erasures.
    private static func chosen(_ entries: [Entry]) -> [Entry] {
        let most = ProofFile.entryLimit - 1
        let changes = entries.filter { $0.content.event != .erasure }.suffix(most)
        let erasures = entries.filter { $0.content.event == .erasure }.suffix(most - changes.count)
        return (changes + erasures).sorted { $0.index < $1.index }
    }

    private func entries(of request: ProofRequest) throws -> PolicyEntries {
        let found = try gate.read { reader, feed in
            try (request.insurer.map { [$0] } ?? feed.insurers.keys.sorted()).compactMap { insurer in
                let key = gate.hasher.key(ofPolicy: request.policyNumber, insurer: insurer)
                let indexes = try reader.vehicleFiles(at: key).flatMap(\.file.entries)
                guard !indexes.isEmpty else { return nil as PolicyEntries? }
                return PolicyEntries(
                    of: request.policyNumber, insurer: insurer, among: try reader.entries(Set(indexes).sorted()))
            }
        }
        guard let first = found.first else { throw Problem.policyUnknown }
        guard found.count == 1 else { throw Problem.policyOfSeveralInsurers }
        return first
    }

    /// The card of an answer as it is now; `nil` where none is made. Throws a `Problem` while nothing is published.
    package func card(of answer: CoverageAnswer, to subject: CoverageQuestion.Subject) throws -> SignedNote? {
        let checkpoint = try published().checkpoint.checkpoint
        return try AnswerCard(answer, of: subject, in: checkpoint)?.signed(by: gate.signer)
    }

    private func published() throws -> (log: any PublishedLog, checkpoint: SignedCheckpoint) {
        guard let log = gate.publishedLog else { throw Problem.logNotPublished }
        do { return (log, try log.checkpoint()) } catch LogFault.notPublished { throw Problem.logNotPublished }
    }
}
