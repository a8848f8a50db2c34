/// Times as they stand in the files, read apart from the product's own reader: minutes since the year 1 in local time.
enum PlainTime {
    static func read(_ text: String, isEnd: Bool = false) -> Int? {
        let numbers = text.replacingOffset.split { !$0.isNumber }.map(String.init)
        guard numbers.count >= 3, let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2]),
            year > 1900, (1...12).contains(month), (1...length(month, year)).contains(day)
        else { return nil }
        let midnight = days(year, month, day) * 1440
        guard numbers.count >= 5, let hour = Int(numbers[3]), let minute = Int(numbers[4]) else {
            return isEnd ? midnight + 1440 : midnight
        }
        if isEnd, hour == 23, minute == 59 { return midnight + 1440 }
        return midnight + hour * 60 + minute
    }

    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let before = year - 1
        var days = day - 1 + before * 365 + before / 4 - before / 100 + before / 400
        for earlier in 1..<month { days += length(earlier, year) }
        return days
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func length(_ month: Int, _ year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}

extension String {
    fileprivate var replacingOffset: String { hasSuffix("+08:00") ? String(dropLast(6)) : self }
}
