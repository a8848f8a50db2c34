/// What Xubao is, what it does with data, whom to complain to.
package struct AboutModel: Sendable {
    package var chrome: PageChrome
    /// How often the last six of a VIN may be tried for one vehicle in a day.
    package var triesPerVehicleAndDay: Int
    /// In the language of the page; `nil` for the authority at the time of writing.
    package var regulatorName: String?
    package var regulatorPhone: String

    package init(
        chrome: PageChrome, triesPerVehicleAndDay: Int, regulatorName: String? = nil, regulatorPhone: String = "12378"
    ) {
        self.chrome = chrome
        self.triesPerVehicleAndDay = triesPerVehicleAndDay
        self.regulatorName = regulatorName
        self.regulatorPhone = regulatorPhone
    }
}
