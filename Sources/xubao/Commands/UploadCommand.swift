import ArgumentParser
import Foundation
import Registry
import Regulation

/// `xubao upload`: a file of records, with what became of each.
struct UploadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload", abstract: "Take in an insurer's records from CSV or NDJSON.")

    @Argument(help: "The file.") var file: String
    @Option(help: "Code of the insurer whose records these are.") var insurer: String
    @Option(help: "auto, utf-8 or gb18030.") var encoding: String = "auto"
    @Option(help: "Moment up to which the insurer has reported everything.") var reportedThrough: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        let size = try ChunkedFile.size(file)
        guard let code = InsurerCode(insurer) else {
            throw CommandFailure.usage("保险公司代码应是 2 至 12 位字母和数字", next: "xubao insurer list")
        }
        _ = try TextEncoding(option: encoding)
        let through = try reportedThrough.map { text in
            guard let reading = Instant.read(text) else {
                throw CommandFailure.usage("--reported-through 应写作 2026-12-01T00:00:00+08:00")
            }
            return reading.instant
        }
        let channel = try await data.open()
        let bar = ProgressBar(URL(fileURLWithPath: file).lastPathComponent, total: size)
        let document = try await channel.upload(
            UploadFile(path: file, insurer: code, encoding: encoding, reportedThrough: through),
            progress: { bytes, rows in bar.update(done: bytes, rows: rows) })
        bar.finish()
        try await channel.close()
        let report = try UploadSummary(document)
        let quarantineFile = try report.writeQuarantine(beside: file)
        if data.json {
            Terminal.write(document + [0x0A])
        } else {
            Terminal.write(report.text(quarantineFile: quarantineFile, insurer: code.text))
        }
        if report.quarantined > 0 { throw ExitCode(1) }
    }
}
