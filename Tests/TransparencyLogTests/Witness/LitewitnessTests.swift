import Crypto
import Testing
import TransparencyLog

/// The exchange that litewitness (FiloSottile/torchwood) is tested with, request by request. The log is one of
/// Sigsum's, known by its key alone.
@Suite struct LitewitnessTests {
    private static let origin = "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562"
    private static let keyBytes: [UInt8] = [
        0xFF, 0xDC, 0x2D, 0x4D, 0x98, 0xE4, 0x12, 0x4D, 0x3F, 0xEA, 0xF7, 0x88, 0xC0, 0xC2, 0xF9, 0xAB, 0xFD, 0x79,
        0x60,
        0x83, 0xD1, 0xF0, 0x49, 0x54, 0x37, 0xF3, 0x02, 0xEC, 0x79, 0xCF, 0x10, 0x0F,
    ]
    private static let first = """
        old 0

        \(origin)
        1
        KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=

        — \(origin) UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=

        """
    private static let oneToThree = """
        old 1
        KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=

        \(origin)
        3
        RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=

        — \(origin) UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=

        """
    private static let oneToFive = """
        old 1
        KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        +fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=
        KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=

        \(origin)
        5
        QrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=

        — \(origin) UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=

        """
    private static let threeToFive = oneToFive.replacing(
        """
        old 1
        KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        +fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=
        """,
        with: """
            old 3
            KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            KgMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            wgiIFdZfYNv6WU1OllBKsWnLYIS/DBMqt8Uh/S4OukE=
            """)

    /// Answers, and stores what is admitted, as a witness does.
    private static func answer(_ text: String, latest: inout Checkpoint?) throws -> WitnessAnswer {
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: keyBytes)
        let log = LogIdentity(origin: origin, verifiers: [NoteVerifier(name: origin, key: key)])
        let known = latest
        let answer = WitnessAnswer(
            to: WitnessRequest(text), log: { $0 == origin ? log : nil }, latest: { _ in known })
        if case .admitted(let checkpoint) = answer { latest = checkpoint.checkpoint }
        return answer
    }

    @Test func `every request gets the answer litewitness gives`() throws {
        var latest: Checkpoint?
        #expect(try Self.answer(Self.first, latest: &latest).status == 200)
        #expect(try Self.answer(Self.oneToThree.replacing("Vrx6go=", with: "Vrx6gx="), latest: &latest).status == 400)
        #expect(try Self.answer(Self.oneToThree.replacing("Vrx6go=", with: "Vrx6gw="), latest: &latest).status == 403)
        // litewitness answers 403 here; the specification says 404.
        #expect(try Self.answer(Self.oneToThree.replacing("e562", with: "e563"), latest: &latest).status == 404)
        let hash = "KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
        #expect(try Self.answer(Self.oneToThree.replacing(hash, with: ""), latest: &latest).status == 422)
        let changed = hash.replacing("AAAA=", with: "ABAA=")
        #expect(try Self.answer(Self.oneToThree.replacing(hash, with: changed), latest: &latest).status == 422)
        #expect(try Self.answer(Self.oneToThree, latest: &latest).status == 200)
        #expect(try Self.answer(Self.oneToFive, latest: &latest) == .conflict(3))
        #expect(try Self.answer(Self.threeToFive, latest: &latest).status == 200)
        let restart =
            Self.first.split(separator: "\n\n")[0] + "\n\n"
            + Self.oneToFive.split(separator: "\n\n")[1...].joined(separator: "\n\n")
        #expect(try Self.answer(String(restart), latest: &latest) == .conflict(5))
        #expect(latest?.size == 5)
    }
}
