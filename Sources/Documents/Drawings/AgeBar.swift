/// How long ago a feed reported, as a bar: each step (a minute, an hour, a day, a week) is as wide as the last.
enum AgeBar {
    /// Units of the drawing; a week and more fill it.
    static let fullWidth: Int64 = 120

    private static let steps: [Int64] = [1, 60, 3600, 86_400, 604_800]

    static func width(ageSeconds: Int64) -> Int64 {
        let step = fullWidth / Int64(steps.count - 1)
        var width: Int64 = 2
        for (lower, upper) in zip(steps, steps.dropFirst()) where ageSeconds > lower {
            width += step * (min(ageSeconds, upper) - lower) / (upper - lower)
        }
        return min(width, fullWidth)
    }

    /// Within an hour, within a day, older.
    static func tone(ageSeconds: Int64) -> String {
        if ageSeconds <= 3600 { return "good" }
        return ageSeconds <= 86_400 ? "wait" : "stop"
    }
}
