import Foundation

/// What `serve` says when it listens: where, and three things to try.
struct Greeting: Sendable {
    let host: String
    let port: Int
    let examples: [SandboxWorld.Example]
    let isJSON: Bool
    /// As it was given; `nil` for the default, which the other commands find by themselves.
    let dataPath: String?

    func say() {
        let url = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        if isJSON {
            Terminal.write("{\"url\":\"\(url)\"}\n")
            return
        }
        var lines = ["续保 Xubao  \(url)", ""]
        if let first = examples.first {
            lines.append("试一试：")
            lines.append("  1. 在浏览器打开 \(url)，输入 \(first.plate) 和 \(first.vinSuffix)")
            let second = examples.count > 1 ? examples[1] : first
            lines.append("  2. \(Self.command) ask \(second.plate) --vin-suffix \(second.vinSuffix)\(dataOption)")
            let third = examples.count > 2 ? examples[2] : first
            let body = "{\"plate\":{\"number\":\"\(third.plate)\"},\"vinSuffix\":\"\(third.vinSuffix)\"}"
            lines.append("  3. curl -s \(url)/v1/coverage-queries -d '\(body)'")
            lines.append("")
            lines.append("沙箱号牌：\(url)/magic-plates")
        }
        lines.append("按 Ctrl-C 停止")
        Terminal.write(lines.joined(separator: "\n") + "\n")
    }

    /// What was typed to start this, so that the line can be typed as it stands.
    private static var command: String { CommandLine.arguments.first.map(quoted) ?? "xubao" }

    private var dataOption: String { dataPath.map { " --data \(Self.quoted($0))" } ?? "" }

    /// In quotes where a shell would read it otherwise.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789/._-".unicodeScalars.contains($0)
        }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
