import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Regulation
import TransparencyLog

/// `POST /v1/policies`: one record, taken in durably before it is answered.
struct Policies {
    let services: Services

    func handle(_ request: Request, context: XubaoContext) async throws -> Response {
        let credential = try services.credentials.insurer(of: request, gate: services.gate)
        let body = try await request.wholeBody(upTo: services.settings.longestPolicy)
        let insurer = credential.holder
        let reading = SubmissionReader.read(json: body)
        let gate = services.gate
        let prepared = try gate.preparer.prepare(
            SubmissionReader(insurer: insurer).read(reading), record: reading.record, insurer: insurer, row: body)
        let desk = IntakeDesk(hasher: gate.hasher)
        let once = try Once(request, body: body, holder: insurer, hasher: gate.hasher)
        let signer = gate.signer
        let reply = try await gate.write { store in
            try once.answer(in: store) {
                let result = try desk.take(prepared, insurer: insurer, in: store)
                return try Self.reply(to: result, policyNumber: prepared.submission?.policyNumber, signer: signer)
            }
        }
        return reply.response()
    }

    private static func reply(to result: SubmissionResult, policyNumber: String?, signer: NoteSigner) throws
        -> Once.Reply
    {
        switch result {
        case .accepted(let acceptance), .repeated(let acceptance):
            var writer = JSONWriter()
            let receipt = try acceptance.receipt.signed(by: signer).encoded
            writer.object { writer in
                writer.member("policyNumber", policyNumber)
                writer.member("entryId", acceptance.entry.text)
                writer.member("logIndex", acceptance.entry.index)
                writer.member("receipt", receipt)
                writer.member("flags", array: { for flag in acceptance.flags { $0.value(flag.rawValue) } })
            }
            let isNew = if case .accepted = result { true } else { false }
            return Once.Reply(status: isNew ? 201 : 200, body: writer.bytes)
        case .quarantined(let faults, _):
            let problem = Problem(
                422, "quarantined", "这条记录没有受理，已留存待改正", detail: "请按 errors 逐项改正后重发。",
                errors: faults.map(\.problemItem))
            return Once.Reply(status: 422, body: problem.json(requestID: nil))
        }
    }
}
