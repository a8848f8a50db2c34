import ArgumentParser
import Dispatch
import Glibc
import NIOCore
import NIOPosix

/// Where the process starts.
///
/// Not an `async` main: the event loops must become the executor of all tasks before the first task exists, which saves a
/// change of threads for every request and two thirds of its cost.
@main
enum Main {
    static func main() {
        _ = NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        // A client that goes away must not end the process.
        signal(SIGPIPE, SIG_IGN)
        Task {
            do {
                var command = try Xubao.parseAsRoot()
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
                exit(0)
            } catch {
                CommandFailure.exit(with: error)
            }
        }
        dispatchMain()
    }
}
