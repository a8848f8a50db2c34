import Registry

/// Writes one insurer's file: goes through the vehicles' lives and keeps what that insurer reports.
struct FileWriter {
    private let file: WorldFile
    private let habits: WritingHabits
    private var course: LifeCourse
    private var rows: RowWriter
    private var transcoder: Transcoder?
    /// Sequence numbers go on from the insurer's file before this one.
    private var nextEarlier = 1
    private var next = 1
    private var policySequences = [Int](repeating: 0, count: 16)
    private var otherSequences = [Int](repeating: 0, count: 16)

    init(_ file: WorldFile) {
        self.file = file
        habits = SampleInsurer.all[file.position].habits
        course = LifeCourse(file.setting)
        rows = RowWriter(file.setting, habits)
        transcoder = file.encoding == .gb18030 ? Transcoder() : nil
    }

    var isFull: Bool { rows.text.count >= 65_536 }

    mutating func begin() {
        rows.begin()
        if file.window.lowerBound > .min { next = 1 + countEarlier() }
    }

    /// What was written since the last time, in the file's encoding.
    mutating func take() -> [UInt8] {
        var piece = rows.text.bytes
        rows.text.clear()
        if transcoder != nil {
            var output: [UInt8] = []
            output.reserveCapacity(piece.count)
            transcoder?.add(piece, to: &output)
            piece = output
        }
        return piece
    }

    mutating func add(vehicle index: Int) {
        let vehicle = SampleVehicle(index, in: file.setting)
        course.tell(vehicle)
        for occurrence in course.life.occurrences
        where occurrence.reportedAt < file.window.upperBound
            && course.life.contracts[occurrence.contract].insurer == file.position
        {
            let isEarlier = occurrence.reportedAt < file.window.lowerBound
            let sequence = isEarlier ? nextEarlier : next
            if isEarlier { nextEarlier += 1 } else { next += 1 }
            if !isEarlier { write(occurrence, sequence, vehicle) }
            if occurrence.event == .policy {
                policySequences[occurrence.contract] = sequence
            } else {
                otherSequences[occurrence.contract] = sequence
            }
        }
    }

    private mutating func write(_ occurrence: Occurrence, _ sequence: Int, _ vehicle: SampleVehicle) {
        let target =
            switch occurrence.target {
            case .none: 0
            case .policy: policySequences[occurrence.contract]
            case .other: otherSequences[occurrence.contract]
            }
        rows.write(occurrence, of: vehicle, course.life, sequence: sequence, target: target)
    }

    /// How many rows this insurer's earlier file has.
    private mutating func countEarlier() -> Int {
        var count = 0
        for index in 0..<file.setting.vehicles {
            course.tell(SampleVehicle(index, in: file.setting))
            for occurrence in course.life.occurrences where occurrence.reportedAt < file.window.lowerBound {
                if course.life.contracts[occurrence.contract].insurer == file.position { count += 1 }
            }
        }
        return count
    }
}
