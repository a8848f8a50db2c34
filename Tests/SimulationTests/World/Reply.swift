@testable import Registry

/// What a call is answered with; the parts of the answer that go through the registry.
struct Reply: Equatable, Sendable {
    let results: [SubmissionResult]
    /// As it goes over the wire, and as an idempotency key gets it again.
    let bytes: [UInt8]

    init(_ results: [SubmissionResult]) {
        self.results = results
        bytes = results.flatMap { result in
            switch result {
            case .accepted(let acceptance), .repeated(let acceptance): Array(acceptance.receipt.text.utf8)
            case .quarantined(let faults, _):
                Problem(422, "quarantined", "没有受理", errors: faults.map(\.problemItem)).json(requestID: nil)
            }
        }
    }

    /// An answer given again: what it said then is not said anew.
    init(again bytes: [UInt8]) {
        results = []
        self.bytes = bytes
    }
}
