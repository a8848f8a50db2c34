/// One year of the State Council's arrangement of holidays: what departs from Monday to Friday.
public struct HolidayYear: Hashable, Sendable, Decodable {
    /// Days off, weekends among them or not.
    public let daysOff: [CivilDate]
    /// Saturdays and Sundays that are worked.
    public let workedWeekends: [CivilDate]
}
