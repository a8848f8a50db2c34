import Glibc
import Hummingbird
import NIOCore
import Registry

/// The network a client belongs to, as a keyed hash: /24 of IPv4, /56 of IPv6, what one household or office is given.
enum ClientNetwork {
    static func key(of request: Request, _ context: XubaoContext, _ services: Services) -> LookupKey {
        services.gate.hasher.key(.client, network(address(of: request, context, services.settings)))
    }

    /// The peer, or the client it forwards for when the peer is a proxy of ours.
    static func address(of request: Request, _ context: XubaoContext, _ settings: ServerSettings) -> String {
        let peer = context.remoteAddress?.ipAddress ?? "socket"
        guard !settings.trustedProxies.isEmpty, settings.trustedProxies.contains(peer),
            let forwarded = request.headers[.forwardedFor]
        else { return peer }
        // The last one is what our own proxy saw; what stands before it anybody may have written.
        let last =
            forwarded.utf8.lastIndex(of: 0x2C).map { forwarded[forwarded.utf8.index(after: $0)...] } ?? forwarded[...]
        return last.trimmingPrefix { $0 == " " }.description
    }

    static func network(_ address: String) -> String {
        if !address.utf8.contains(0x3A), let last = address.utf8.lastIndex(of: 0x2E) { return String(address[..<last]) }
        var raw = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &raw) == 1 else { return address }
        // An IPv4 address in IPv6's clothes counts as what it is.
        if raw.prefix(10).allSatisfy({ $0 == 0 }), raw[10] == 0xFF, raw[11] == 0xFF {
            return raw[12..<15].map(String.init).joined(separator: ".")
        }
        return raw.prefix(7).map { String($0, radix: 16) }.joined(separator: ":")
    }
}
