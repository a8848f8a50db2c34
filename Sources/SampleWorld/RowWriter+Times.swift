import Registry

extension RowWriter {
    /// A moment in the insurer's manner.
    mutating func write(time: Int) {
        let day = LocalTime.dayNumber(time)
        let clock = LocalTime.clock(time)
        switch habits.times {
        case .rfc3339:
            text.add(day: day)
            text.add(ascii: "T")
            writeClock(clock, withSeconds: true)
            text.add("+08:00")
        case .local:
            text.add(day: day)
            text.add(ascii: " ")
            writeClock(clock, withSeconds: clock % 60 != 0)
        case .slashed:
            // As a spreadsheet shows it: no leading zeros, no seconds.
            text.add(day: day, separator: "/", padded: false)
            text.add(ascii: " ")
            text.add(number: clock / 3600)
            text.add(ascii: ":")
            text.add(number: clock / 60 % 60, digits: 2)
        }
    }

    /// Start or end of the period, with what went wrong with it.
    mutating func writePeriod(_ field: Field, _ row: Row) {
        let contract = row.contract
        let isPolicy = row.occurrence.event == .policy
        let isUnreadable =
            row.occurrence.mistake == .unreadablePeriod || (isPolicy && row.errors.period == .unreadable)
        let isSwapped = isPolicy && row.errors.period == .swapped
        if field == .start {
            if isUnreadable { return writeNonsense(row) }
            isSwapped ? write(end: contract.end, row) : write(time: contract.start)
        } else if isSwapped {
            write(time: contract.start)
        } else if row.occurrence.mistake == .endAYearLate {
            write(end: LocalTime.adding(years: 1, to: contract.end), row)
        } else {
            write(end: contract.end, row)
        }
    }

    /// What stands in a cell when a spreadsheet column was too narrow, or a date was none.
    private mutating func writeNonsense(_ row: Row) {
        switch row.sequence % 3 {
        case 0: text.add("########")
        case 1:
            text.add(number: setting.year, digits: 4)
            text.add("-02-30 00:00")
        default: text.add("见纸质保单")
        }
    }

    private mutating func write(end: Int, _ row: Row) {
        guard LocalTime.clock(end) == 0 else { return write(time: end) }
        let lastDay = LocalTime.dayNumber(end) - 1
        switch endStyle(row) {
        case .exact, .mixed: write(time: end)
        case .hour24: writeLast(lastDay, " 24:00")
        case .minute2359: writeLast(lastDay, " 23:59")
        case .second2359: writeLast(lastDay, " 23:59:59")
        case .bareDate: writeLast(lastDay, "")
        }
    }

    private func endStyle(_ row: Row) -> WritingHabits.Ends {
        guard habits.ends == .mixed else { return habits.ends }
        switch row.sequence % 5 {
        case 0: return .hour24
        case 1: return .minute2359
        case 2: return .second2359
        case 3: return .bareDate
        default: return .exact
        }
    }

    private mutating func writeLast(_ day: Int, _ clock: String) {
        let isSlashed = habits.times == .slashed
        text.add(day: day, separator: isSlashed ? "/" : "-", padded: !isSlashed)
        text.add(clock)
    }

    private mutating func writeClock(_ clock: Int, withSeconds: Bool) {
        text.add(number: clock / 3600, digits: 2)
        text.add(ascii: ":")
        text.add(number: clock / 60 % 60, digits: 2)
        guard withSeconds else { return }
        text.add(ascii: ":")
        text.add(number: clock % 60, digits: 2)
    }
}
