import ArgumentParser

/// The whole of Xubao as one command. Exit codes: 0 done, 1 refused or no match, 2 wrong usage or unreadable input,
/// 3 the system failed.
struct Xubao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xubao",
        abstract: "续保: is this vehicle's compulsory insurance in force, until when, and has it been renewed?",
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, AskCommand.self, InsurerCommand.self, OfficialCommand.self, UploadCommand.self,
            VerifyCommand.self, RebuildIndexCommand.self, ProofCommand.self, VerifyProofCommand.self, CardCommand.self,
            ForgetCommand.self, BackupCommand.self, RestoreCommand.self, MigrateCommand.self, DoctorCommand.self,
            ExportEntriesCommand.self, WitnessCommand.self, LawCommand.self,
            WorldCommand.self, BenchCommand.self,
        ])
}
