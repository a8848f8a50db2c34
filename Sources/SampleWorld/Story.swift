package import Registry

/// A life made so that one kind of answer is surely there: the last vehicles of a world tell one each, in turn.
///
/// Cover in these lives begins and ends at midnight, so that the answer is the same all through the as-of day.
package enum Story: CaseIterable, Sendable {
    case covered, lapsed, renewed
    case dueSoon, pendingProposal, pendingReport, startsAfterGap, startsFirst
    case cancelled, undisclosed, laidUp, laidUpDue, laidUpRenewed, laidUpAndBack
    case renewedWithGap, startsToday, endedToday, endsTonight, startsTomorrow, dueInThirty, dueInThirtyOne
    case insuredTwice, duplicateCancelled, shortTermOver, withoutPlate, newPlate, withdrawn, corrected

    /// The story of the vehicle with this number among those that tell one.
    init(number: Int) {
        let all = Self.allCases
        self = all[max(0, number) % all.count]
    }

    /// What the registry answers about this vehicle at any moment of the as-of day, once all files are in.
    package var answer: (outcome: CoverageAnswer.Outcome, renewal: CoverageAnswer.Renewal) {
        switch self {
        case .covered, .startsToday, .dueInThirtyOne, .duplicateCancelled, .withoutPlate, .newPlate,
            .corrected, .laidUpAndBack:
            (.inForce, .notDue)
        // The second policy reaches beyond the first, which is what renewed means.
        case .renewed, .insuredTwice: (.inForce, .renewed)
        case .renewedWithGap: (.inForce, .renewedWithGap)
        case .dueSoon, .endsTonight, .dueInThirty: (.inForce, .due)
        case .laidUp: (.laidUp, .notDue)
        case .laidUpDue: (.laidUp, .due)
        case .laidUpRenewed: (.laidUp, .renewed)
        case .pendingProposal, .pendingReport: (.pending, .none)
        case .startsAfterGap, .startsTomorrow: (.notYetInForce, .renewedWithGap)
        case .startsFirst: (.notYetInForce, .none)
        case .cancelled, .undisclosed: (.cancelled, .overdue)
        case .lapsed, .endedToday, .shortTermOver, .withdrawn: (.lapsed, .overdue)
        }
    }

    /// Whether the vehicle is so new that it is not registered yet.
    var isNew: Bool { self == .withoutPlate || self == .startsFirst || self == .shortTermOver }

    /// The plates its tellers bear, in turn.
    var kinds: [PlateKind] {
        switch self {
        case .laidUp, .laidUpDue, .laidUpRenewed, .laidUpAndBack: [.largeElectric]
        case .covered:
            [.smallCar, .smallElectric, .large, .motorcycle, .tractor, .training, .police, .embassy, .hongKong]
        case .renewed: [.smallElectric, .smallCar, .lowSpeed, .lightMotorcycle, .consulate, .macao, .rescue, .foreign]
        case .lapsed: [.smallCar, .motorcycle, .smallHybrid, .tractor, .large, .trainingMotorcycle, .policeMotorcycle]
        case .shortTermOver: [.temporary]
        case .startsToday: [.smallCar, .smallHybrid, .test, .large]
        case .withoutPlate, .startsFirst, .newPlate: [.smallCar, .smallElectric]
        default: [.smallCar, .smallElectric, .large, .smallHybrid]
        }
    }

    /// One line for people: in Chinese and in English.
    package var description: (chinese: String, english: String) {
        switch self {
        case .covered: ("有效，还没有到续保的时候", "in force, not yet due")
        case .lapsed: ("已过期，没有续保", "lapsed and not renewed")
        case .renewed: ("有效，下一期已经续好", "in force and already renewed")
        case .dueSoon: ("有效，快到期了", "in force, to be renewed soon")
        case .pendingProposal: ("已过期，续保申请已收到", "lapsed, an application has been received")
        case .pendingReport: ("已过期，有一条报告待核", "lapsed, a report is under review")
        case .startsAfterGap: ("中间断了几天，下一期还没有开始", "between two periods, the next has not begun")
        case .startsFirst: ("新车，保单还没有生效", "a new car, cover has not begun")
        case .cancelled: ("保单已解除", "cancelled")
        case .undisclosed: ("因未如实告知被解除", "cancelled for non-disclosure")
        case .laidUp: ("办理了停驶", "laid up")
        case .laidUpDue: ("停驶中，快到期了", "laid up, to be renewed soon")
        case .laidUpRenewed: ("停驶中，下一期已经续好", "laid up and already renewed")
        case .laidUpAndBack: ("复驶后保险期间顺延", "back on the road, the period was extended")
        case .renewedWithGap: ("有效，下一期要隔几天才开始", "in force, the next period leaves a gap")
        case .startsToday: ("今天零时生效", "cover began today at midnight")
        case .endedToday: ("今天零时到期", "cover ended today at midnight")
        case .endsTonight: ("今晚二十四时到期", "cover ends tonight")
        case .startsTomorrow: ("今天没有保障，明天零时生效", "no cover today, it begins tomorrow")
        case .dueInThirty: ("还有三十天到期", "thirty days left")
        case .dueInThirtyOne: ("还有三十一天到期", "thirty-one days left")
        case .insuredTwice: ("重复投保", "insured twice")
        case .duplicateCancelled: ("重复投保，后一份已解除", "insured twice, the later policy was cancelled")
        case .shortTermOver: ("短期保险已到期", "a short-term policy that has ended")
        case .withoutPlate: ("新车，还没有上牌", "a new car without a plate")
        case .newPlate: ("换过号牌", "bears a new plate")
        case .withdrawn: ("续保报告有误，已撤回", "the renewal was reported in error and withdrawn")
        case .corrected: ("终保时间报错，已更正", "the end was reported wrong and corrected")
        }
    }
}
