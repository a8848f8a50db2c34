extension AnswerTexts {
    /// A flag in words, as far as it can mean something to the person who reads it.
    package static func flag(_ flag: Flag, in language: Language) -> String {
        switch language {
        case .chinese: chineseFlag(flag)
        case .english: englishFlag(flag)
        }
    }

    private static func chineseFlag(_ flag: Flag) -> String {
        switch flag {
        case .repaired: "保险公司报来的内容有书写上的小问题（如号牌里多了点），登记时已经更正，含义没有变。"
        case .vinCheckDigit: "车架号的校验位对不上。部分车辆本来如此，请对照行驶证看一眼。"
        case .vinIrregular: "登记的车架号写法少见，请对照行驶证看一眼。"
        case .vinMissing: "保险公司没有报车架号，这条记录是按号牌或发动机号对上的。"
        case .plateFormUnknown: "登记的号牌不是常见的样式。"
        case .plateUnreadable: "保险公司报来的号牌号码读不懂，没有登记；这条记录是按车架号或发动机号对上的。"
        case .plateCategoryMismatch: "登记的号牌种类与号牌的样式不一致。"
        case .documentIrregular: "登记的证件号码写法少见，不影响保险是否有效。"
        case .phoneIrregular: "登记的联系电话写法少见，保险公司可能联系不上您。"
        case .engineNumberIrregular: "登记的发动机号写法少见。"
        case .valueIgnored: "保险公司报来的记录里有一项读不懂，没有采用。"
        case .unknownColumn: "保险公司报来的记录里有一列不认识，没有采用。"
        case .periodUnusual: "保险期间不是通常的一年。"
        case .issuedAfterStart: "保险单的签发时间晚于保险期间的开始时间。"
        case .paidAfterIssue: "保险费到账的时间晚于保险单签发的时间。"
        case .startTooFarAhead: "保险期间的开始时间离签发时间很远。"
        case .premiumIrregular: "登记的保险费与通常算出的不同。"
        case .trailerNotInsurable: "挂车不用单独投保交强险，由牵引它的车承担。"
        case .overlap: "这辆车有两份保险期间互相重叠的保险单。"
        case .duplicateCover: "这一刻同时有两份交强险。发生事故时由开始较早的一份赔付，较晚的一份可以申请全额退保。"
        case .policyNumberRepeated: "同一个保险单号报送了不止一次。"
        case .eventWithoutEffect: "有一条变更记录没有改变任何内容。"
        case .mergedFiles: "这辆车先前有两份档案，已经合并成一份。"
        case .nameShared: "登记的号牌号码或发动机号同时报在许多辆车上，不能用来区分车辆；这条记录是按车架号或保险单号对上的。"
        case .formerPlate: "这辆车用过您填的号牌，现在登记的是别的号牌。"
        case .resumptionNotReported: "登记的停驶期限已过，还没有收到复驶的报告。上路之前请先向保险公司问清。"
        }
    }

    private static func englishFlag(_ flag: Flag) -> String {
        switch flag {
        case .repaired: "A small slip in what the insurer sent, such as a dot in the plate, was put right on arrival."
        case .vinCheckDigit:
            "The check digit of the VIN does not fit. That is so for some vehicles; compare the licence."
        case .vinIrregular: "The recorded VIN is written in an unusual way; compare it with the licence."
        case .vinMissing: "The insurer sent no VIN, so this record was matched by plate or engine number."
        case .plateFormUnknown: "The recorded plate is not of a common form."
        case .plateUnreadable:
            "The insurer’s plate could not be read and was not recorded; "
                + "this record was matched by VIN or engine number."
        case .plateCategoryMismatch: "The recorded plate category does not fit the form of the plate."
        case .documentIrregular: "The recorded document number is unusual. This does not affect the cover."
        case .phoneIrregular: "The recorded telephone number is unusual, so the insurer may be unable to reach you."
        case .engineNumberIrregular: "The recorded engine number is unusual."
        case .valueIgnored: "One value in the insurer’s record could not be read and was left out."
        case .unknownColumn: "One column in the insurer’s record is not known and was left out."
        case .periodUnusual: "The period is not the usual year."
        case .issuedAfterStart: "The policy was issued after its period had started."
        case .paidAfterIssue: "The premium arrived after the policy was issued."
        case .startTooFarAhead: "The period starts long after the policy was issued."
        case .premiumIrregular: "The recorded premium differs from what is usually charged."
        case .trailerNotInsurable:
            "A trailer needs no compulsory cover of its own; the vehicle that pulls it answers for it."
        case .overlap: "This vehicle has two policies whose periods overlap."
        case .duplicateCover:
            "Two policies cover this moment. The one that started earlier pays, "
                + "and the later one can be returned for a full refund."
        case .policyNumberRepeated: "The same policy number was reported more than once."
        case .eventWithoutEffect: "One reported change altered nothing."
        case .mergedFiles: "This vehicle used to have two files, which have been joined."
        case .nameShared:
            "The recorded plate or engine number was reported on many vehicles and tells none from another; "
                + "this record was matched by VIN or policy number."
        case .formerPlate: "This vehicle used to carry the plate you gave and is now recorded under another."
        case .resumptionNotReported:
            "The recorded lay-up is over, but its end has not been reported. Ask the insurer before driving."
        }
    }
}
