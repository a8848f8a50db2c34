import Registry
import TransparencyLog

/// The server's rule for `Idempotency-Key`, below HTTP: the same key and body get the same answer for ever, another
/// body is refused, and the answer is remembered in the commit of what it tells.
struct RememberedReply {
    let hasher: KeyedHasher

    func answer(_ delivery: Delivery, in store: some RegistryTransaction, _ work: () throws -> Reply) throws -> Reply {
        guard let key = delivery.key else { return try work() }
        let request = hasher.key(.request, "\(delivery.insurer)/\(key)")
        let digest = hasher.key(.record, bytes: delivery.body)
        if let (known, response) = try store.remembered(request: request) {
            guard known == digest else { throw Problem.idempotencyReused }
            return Reply(again: response)
        }
        let reply = try work()
        try store.remember(request: request, digest: digest, response: reply.bytes)
        return reply
    }
}
