/// What to do next. Codes are published and stable.
package enum Remedy: String, CaseIterable, Sendable {
    case nothingToDo, renewInTime, closeTheGap
    case resumeBeforeDriving
    case askInsurerAboutProposal, askInsurerAboutReport
    case waitForStart
    case insureBeforeDriving, renewBeforeDriving
    case checkInputOrAskInsurer
}
