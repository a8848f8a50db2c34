package import Registry

/// What an operator may set about serving; each has a default fit for one small machine.
package struct ServerSettings: Sendable {
    package var isSandbox = false
    /// Peers whose `X-Forwarded-For` is believed: addresses of the operator's own proxies.
    package var trustedProxies: Set<String> = []
    package var limits = GuessLimits.Settings()
    /// Requests being worked on at once; the next is turned away with 503.
    package var mostAtOnce = 512
    package var mostConnections = 16_384
    package var longestQuery = 8 * 1024
    package var longestPolicy = 64 * 1024
    package var longestUpload = 16 << 30

    package init() {}
}
