/// What a round of the scrub looks through, in this order.
package enum ScrubPhase: String, CaseIterable, Sendable {
    case entries, files, keys, reports, digests, requests, personKeys, credentials
}
