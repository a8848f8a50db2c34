/// When one vehicle gives its plate away; the giver's and the receiver's side reckon the same day.
struct Exchange {
    let day: Int

    init(_ place: PlatePlace, in setting: WorldSetting) {
        var draws = setting.draws(.exchange, place.exchange)
        day = setting.today - 250 - draws.below(450)
    }
}
