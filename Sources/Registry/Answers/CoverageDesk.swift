package import Regulation

/// Answers coverage questions: finds the vehicle, checks the proof, applies the rules, says how fresh it all is.
package struct CoverageDesk: Sendable {
    let hasher: KeyedHasher

    package init(hasher: KeyedHasher) { self.hasher = hasher }

    /// The answer, and the vehicle it is about when there is one (for the audit).
    package struct Answered: Sendable {
        package let answer: CoverageAnswer
        package let file: FileID?
    }

    package func answer(
        _ question: CoverageQuestion, from reader: some RegistryReader, feed: FeedStatus, at now: Instant
    ) throws -> Answered {
        let on = question.on ?? now
        // A clock set back must not hide what was acknowledged before.
        let present = max(now, feed.lastCommittedAt)
        let knownAt = min(question.knownAt ?? present, present)
        let isPast = knownAt < feed.lastCommittedAt
        let size = isPast ? try reader.treeSize(at: knownAt) : feed.treeSize
        var files = try files(of: question, from: reader)
        if files.contains(where: { knownAt < $0.file.lastCommittedAt }) {
            files = try files.flatMap { try asKnown($0.id, $0.file, at: knownAt, from: reader) }
        }
        if case .insurer(let code) = question.proof {
            files = files.map { (id: $0.id, file: $0.file.asReported(by: code)) }
        }
        guard let match = match(question, files, on: on) else {
            return Answered(
                answer: noMatch(question, on: on, now: now, knownAt: knownAt, size: size, feed: feed), file: nil)
        }
        let verdict = CoverageRules(file: files[match.position].file, on: on).verdict
        var answer = CoverageAnswer(
            outcome: verdict.outcome, reason: verdict.reason, remedy: verdict.remedy, on: on, asOf: now,
            knownAt: knownAt,
            treeSize: size)
        answer.renewal = verdict.renewal
        answer.period = verdict.period
        answer.nextPeriod = verdict.next
        answer.daysLeft = verdict.daysLeft
        answer.gapDays = verdict.gapDays
        answer.citations = verdict.citations
        answer.flags = (verdict.flags + (match.isFormer ? [.formerPlate] : [])).sorted()
        answer.policyNumber = verdict.policyNumber.map(Self.masked)
        answer.index = verdict.index
        if let code = verdict.insurer {
            answer.insurer = .init(code: code, name: feed.insurers[code]?.name ?? code.text)
        }
        answer.feedAgeSeconds =
            verdict.restsOnAbsence
            ? feed.oldestAge(at: now) : verdict.insurer.flatMap { feed.age(of: $0, at: now) }
        return Answered(answer: answer, file: files[match.position].id)
    }

    /// Of a shared plate only the vehicles that the proof can be of: whose plate it is then, the others do not tell.
    private func files(of question: CoverageQuestion, from reader: some RegistryReader) throws
        -> [(id: FileID, file: VehicleFile)]
    {
        let key = hasher.key(of: question.subject)
        guard case .plate(let plate, _) = question.subject else { return try reader.vehicleFiles(at: key) }
        if let files = try reader.vehicleFiles(at: key, atMost: SharedName.most) { return files }
        switch question.proof {
        case .vinSuffix(let suffix):
            let narrow = try reader.vehicleFiles(at: hasher.key(of: plate, shownBy: suffix), atMost: SharedName.most)
            guard narrow?.isEmpty ?? false else { return narrow ?? [] }
            // Reported so often before such plates were told apart, and never since.
            let isUnknown = try reader.vehicleFiles(at: hasher.key(ofShared: plate)).isEmpty
            return isUnknown ? try reader.vehicleFiles(at: key) : []
        case .vin(let vin): return try reader.vehicleFiles(at: hasher.key(of: vin))
        case .policyNumberSuffix, .official, .insurer: return []
        }
    }

    /// The file as it was, or the files it was, at a knowledge.
    private func asKnown(
        _ id: FileID, _ file: VehicleFile, at moment: Instant, from reader: some RegistryReader
    ) throws -> [(id: FileID, file: VehicleFile)] {
        guard moment < file.lastCommittedAt else { return [(id, file)] }
        return try file.parts(as: id, knownAt: moment).map { part in
            let entries = try reader.entries(part.entries)
            return (part.id, VehicleFile(folding: entries.filter { $0.committedAt <= moment }))
        }
    }

    /// The vehicle asked about, by its place among those found: files are large, and not copied without need.
    private struct Match {
        let position: Int
        var isFormer = false
    }

    private func match(_ question: CoverageQuestion, _ files: [(id: FileID, file: VehicleFile)], on: Instant) -> Match?
    {
        guard !files.isEmpty else { return nil }
        switch question.subject {
        case .vin(let vin):
            return files.firstIndex { $0.file.vin == vin && proves(question.proof, $0.file) }
                .map { Match(position: $0) }
        case .plate(let plate, let category):
            // One vehicle of which one plate was ever told: nearly always, and no need to weigh anything.
            if files.count == 1, let only = files[0].file.onlyPlate, only.from <= on {
                return only.bears(plate, category) && proves(question.proof, files[0].file) ? Match(position: 0) : nil
            }
            let holders = PlateHolders(files.map { ($0.id.number, $0.file) })
            for category in category.map({ [$0] }) ?? holders.categories(of: plate) {
                for holder in holders.holders(of: plate, category: category, at: on) {
                    guard let position = files.firstIndex(where: { $0.id.number == holder.file }),
                        proves(question.proof, files[position].file)
                    else { continue }
                    return Match(position: position, isFormer: holder.isFormer)
                }
            }
            return nil
        }
    }

    private func proves(_ proof: CoverageQuestion.Proof, _ file: VehicleFile) -> Bool {
        guard !file.isEmpty else { return false }
        switch proof {
        case .vinSuffix(let suffix): return file.vin?.suffix == suffix
        case .vin(let vin): return file.vin == vin
        case .policyNumberSuffix(let suffix):
            return file.policyNumbers.contains { Self.suffix(of: $0) == suffix }
        case .official, .insurer: return true
        }
    }

    /// The last six letters and digits, as people copy them: capitals, nothing between.
    private static func suffix(of number: String) -> String {
        let plain = number.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 0x30...0x39, 0x41...0x5A: byte
            case 0x61...0x7A: byte - 0x20
            default: nil
            }
        }
        return String(decoding: plain.suffix(6), as: UTF8.self)
    }

    /// The same whether plate or proof is wrong: the public learns nothing from it, not even whose feed is old.
    private func noMatch(
        _ question: CoverageQuestion, on: Instant, now: Instant, knownAt: Instant, size: Int64, feed: FeedStatus
    ) -> CoverageAnswer {
        var answer = CoverageAnswer(
            outcome: .noMatch, reason: .noRecordMatches, remedy: .checkInputOrAskInsurer, on: on, asOf: now,
            knownAt: knownAt, treeSize: size)
        if question.proof == .official { answer.feedAgeSeconds = feed.oldestAge(at: now) }
        return answer
    }

    /// The last four characters; enough to recognise one's own, not to use another's.
    static func masked(_ number: String) -> String { "****" + String(number.suffix(4)) }
}
