import ArgumentParser
import Dispatch
import Glibc
import NIOCore
import NIOPosix
import TaskHook

/// Where the process starts.
///
/// Not an `async` main: the event loops must become the executor of all tasks before the first task exists, which
/// saves a change of threads for every request and much of its cost.
@main
enum Main {
    static func main() {
        xubao_send_tasks_to(EventLoopTasks.enqueue)
        // A client that goes away must not end the process.
        signal(SIGPIPE, SIG_IGN)
        Task.detached {
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

/// Runs tasks on SwiftNIO's event loops. Called from any thread.
private enum EventLoopTasks {
    static let enqueue: @convention(c) (UnsafeMutableRawPointer?) -> Void = { job in
        guard let job else { return }
        // Sticky: on an event loop already, it is this one, and no thread is woken.
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let address = UInt(bitPattern: job)
        loop.execute { xubao_run_task(UnsafeMutableRawPointer(bitPattern: address)) }
    }
}
