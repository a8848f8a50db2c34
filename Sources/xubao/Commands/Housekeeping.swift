import Registry
import Server
import ServiceLifecycle
import Storage

/// Every second, and once more at the end: writes the audit trail, keeps the guess limits, writes folds anew that did
/// not open, takes what is left of keys given up off the disk.
struct Housekeeping: Service {
    let services: Services
    let store: RegistryStore

    func run() async throws {
        var keeper = GuessLimitsKeeper(services: services, store: store)
        var (hasStopped, isUnwritten) = (false, false)
        var seconds = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }
            do {
                try await flush()
                isUnwritten = false
            } catch {
                if !isUnwritten {
                    Terminal.complain("the audit trail cannot be written; looks wait, and too many are refused")
                }
                isUnwritten = true
            }
            await heal()
            do { try await store.offload { [store] in try store.purgeKeys() } } catch {
                store.stop(reason: "persons' keys: \(error)")
            }
            if !hasStopped, let reason = store.stopReason {
                hasStopped = true
                Terminal.complain("nothing more is written (\(reason)); questions are answered as before")
            }
            await keeper.keepIfDue()
            seconds += 1
            if seconds % 60 == 0 { await forgetInBackups() }
        }
        await keeper.keep()
        try await flush()
    }

    private func flush() async throws { try await store.offload { [store] in try store.audit.flush() } }

    /// Backups that were out of reach when somebody was forgotten.
    private func forgetInBackups() async {
        let path = store.directory.path
        _ = try? await store.offload {
            try BackupRun.refreshKeys(dataPath: path, masterKeyPath: DataOptions.masterKeyPath)
        }
    }

    private func heal() async {
        do {
            for id in try await store.heal() {
                Terminal.complain("the fold of file \(id.number) did not open; made anew from its entries")
            }
        } catch { Terminal.complain("folds made anew could not be written; trying again") }
    }
}
