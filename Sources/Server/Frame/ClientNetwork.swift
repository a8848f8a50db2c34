import Glibc
import Hummingbird
import NIOCore
import Registry

/// The network a client belongs to, as a keyed hash: /24 of IPv4, /56 of IPv6, what one household or office is given.
enum ClientNetwork {
    static func key(of request: Request, _ context: XubaoContext, _ services: Services) -> LookupKey {
        key(peer: context.remoteAddress?.ipAddress, forwarded: request.headers[.forwardedFor], services)
    }

    /// `peer` is `nil` on the operator's socket; `forwarded` is what the peer says of the client it speaks for.
    static func key(peer: String?, forwarded: String?, _ services: Services) -> LookupKey {
        services.gate.hasher.key(.client, network(address(peer ?? "socket", forwarded, services.settings)))
    }

    /// The peer, or the client it forwards for when the peer is a proxy of ours.
    private static func address(_ peer: String, _ forwarded: String?, _ settings: ServerSettings) -> String {
        guard let forwarded, !settings.trustedProxies.isEmpty, settings.trustedProxies.contains(peer) else {
            return peer
        }
        // The last one is what our own proxy saw; what stands before it anybody may have written.
        let last =
            forwarded.utf8.lastIndex(of: 0x2C).map { forwarded[forwarded.utf8.index(after: $0)...] } ?? forwarded[...]
        return last.trimmingPrefix { $0 == " " }.description
    }

    static func network(_ address: String) -> String {
        if !address.utf8.contains(0x3A), let last = address.utf8.lastIndex(of: 0x2E) { return String(address[..<last]) }
        if let host = hostBeforePort(address) { return network(host) }
        var raw = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &raw) == 1 else { return address }
        // An IPv4 address in IPv6's clothes counts as what it is.
        if raw.prefix(10).allSatisfy({ $0 == 0 }), raw[10] == 0xFF, raw[11] == 0xFF {
            return raw[12..<15].map(String.init).joined(separator: ".")
        }
        return raw.prefix(7).map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// Some proxies name the port as well, `203.0.113.7:4711`, `[2001:db8::1]:4711`; it changes with every connection.
    private static func hostBeforePort(_ address: String) -> String? {
        if address.utf8.first == 0x5B, let end = address.firstIndex(of: "]") {
            return String(address[..<end].dropFirst())
        }
        guard let colon = address.firstIndex(of: ":"), colon == address.lastIndex(of: ":") else { return nil }
        return String(address[..<colon])
    }
}
