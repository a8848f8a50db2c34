import ArgumentParser
import Glibc
import NIOCore
import NIOPosix

/// The whole of Xubao as one command. Exit codes: 0 done, 1 refused or no match, 2 wrong usage or unreadable input,
/// 3 the system failed.
@main
struct Xubao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xubao",
        abstract: "续保: is this vehicle's compulsory insurance in force, until when, and has it been renewed?",
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, AskCommand.self, InsurerCommand.self, OfficialCommand.self, UploadCommand.self,
            WorldCommand.self, BenchCommand.self,
        ])

    /// Tasks run on the event loops, which saves a switch of threads per request; this must come before any task.
    static func main() async {
        _ = NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        // A client that goes away must not end the process.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            CommandFailure.exit(with: error)
        }
    }
}
