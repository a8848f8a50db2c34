/// Something odd about an accepted record or about an answer; published, stable, never a refusal.
package enum Flag: String, CaseIterable, Sendable, Comparable {
    // at the door
    case repaired
    case vinCheckDigit, vinIrregular, vinMissing
    case plateFormUnknown, plateUnreadable, plateCategoryMismatch
    case documentIrregular, phoneIrregular, engineNumberIrregular
    case valueIgnored, unknownColumn
    case periodUnusual, issuedAfterStart, paidAfterIssue, startTooFarAhead, premiumIrregular
    case trailerNotInsurable
    // against the vehicle's file
    case overlap, duplicateCover, policyNumberRepeated, eventWithoutEffect, mergedFiles, nameShared
    // in answers
    case formerPlate, resumptionNotReported

    package static func < (left: Flag, right: Flag) -> Bool { left.rawValue < right.rawValue }
}
