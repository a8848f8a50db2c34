import ArgumentParser
import Foundation
import Registry
import Regulation
import SampleWorld

/// `xubao world`: a realistic sample world as insurers' upload files.
struct WorldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "world", abstract: "Write a sample world as insurers' upload files; same arguments, same bytes.")

    @Option(help: "How many vehicles.") var vehicles: Int = 20_000
    @Option(help: "Seed.") var seed: UInt64 = 1
    @Option(help: "The day the world is written for, 2026-11-21.") var asOf: String
    @Option(help: "Directory for the files; made when it is not there.") var output: String
    @ArgumentParser.Flag(help: "Print one JSON document and nothing else on stdout.") var json = false

    func run() async throws {
        guard let date = CivilDate(asOf) else {
            throw CommandFailure.usage("日期应写作 2026-11-21", next: "--as-of 2026-11-21")
        }
        guard (0...100_000_000).contains(vehicles) else { throw CommandFailure.usage("车辆数应在 0 与 100000000 之间") }
        do { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true) } catch {
            throw CommandFailure.usage("不能建立目录 \(output)")
        }
        let world = World(vehicles: vehicles, seed: seed, asOf: date)
        let files = world.files
        var names: [String] = []
        for (position, file) in files.enumerated() {
            let bar = ProgressBar("\(file.name) \(position + 1)/\(files.count)", total: 0)
            try write(file, bar)
            bar.finish()
            names.append(file.name)
            if !json {
                let through = file.reportedThrough.map { " --reported-through \($0.text)" } ?? ""
                print("xubao upload \(output)/\(file.name) --insurer \(file.insurer.text)\(through)")
            }
        }
        if json {
            let list: [[String: String]] = files.map {
                var entry = ["file": "\(output)/\($0.name)", "insurer": $0.insurer.text, "name": $0.insurerName]
                entry["reportedThrough"] = $0.reportedThrough?.text
                return entry
            }
            let data = try JSONSerialization.data(withJSONObject: ["files": list], options: [.sortedKeys])
            Terminal.write(Array(data) + [0x0A])
        }
    }

    private func write(_ file: WorldFile, _ bar: ProgressBar) throws {
        let path = "\(output)/\(file.name)"
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CommandFailure.system("不能写文件 \(path)") }
        var bytes = 0
        try file.write { chunk in
            try handle.write(contentsOf: chunk)
            bytes += chunk.count
            bar.update(done: bytes, rows: 0)
        }
        try handle.close()
    }
}
