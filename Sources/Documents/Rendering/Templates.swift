import Mustache

/// The page templates, embedded in the binary and parsed once.
enum Templates {
    /// Every template by the name other templates include it under.
    static let sources: [String: [UInt8]] = [
        "about": PackageResources.about_mustache,
        "answer": PackageResources.answer_mustache,
        "compensation": PackageResources.compensation_mustache,
        "compensationAnswer": PackageResources.compensationAnswer_mustache,
        "compensationVehicle": PackageResources.compensationVehicle_mustache,
        "compensationVictim": PackageResources.compensationVictim_mustache,
        "faults": PackageResources.faults_mustache,
        "figure": PackageResources.figure_mustache,
        "figureBody": PackageResources.figureBody_mustache,
        "flow": PackageResources.flow_mustache,
        "freshness": PackageResources.freshness_mustache,
        "lawNotes": PackageResources.lawNotes_mustache,
        "lawSources": PackageResources.lawSources_mustache,
        "layout": PackageResources.layout_mustache,
        "legend": PackageResources.legend_mustache,
        "licence": PackageResources.licence_mustache,
        "log": PackageResources.log_mustache,
        "logCheck": PackageResources.logCheck_mustache,
        "logGrowth": PackageResources.logGrowth_mustache,
        "logTree": PackageResources.logTree_mustache,
        "magicPlates": PackageResources.magicPlates_mustache,
        "mark": PackageResources.mark_mustache,
        "payments": PackageResources.payments_mustache,
        "premium": PackageResources.premium_mustache,
        "premiumAnswer": PackageResources.premiumAnswer_mustache,
        "premiumMore": PackageResources.premiumMore_mustache,
        "premiumVehicle": PackageResources.premiumVehicle_mustache,
        "problem": PackageResources.problem_mustache,
        "qr": PackageResources.qr_mustache,
        "question": PackageResources.question_mustache,
        "questionByPlate": PackageResources.questionByPlate_mustache,
        "questionByVIN": PackageResources.questionByVIN_mustache,
        "sign": PackageResources.sign_mustache,
        "stair": PackageResources.stair_mustache,
        "start": PackageResources.start_mustache,
        "timeline": PackageResources.timeline_mustache,
    ]

    private static let library: MustacheLibrary = {
        MustacheContentTypes.register(ScalarEscaping(), named: ScalarEscaping.name)
        var library = MustacheLibrary()
        for (name, bytes) in sources {
            // Each template, included ones too, starts with the engine's own escaping; this line replaces it.
            let text = "{{% CONTENT_TYPE: \(ScalarEscaping.name) }}" + String(decoding: bytes, as: UTF8.self)
            do {
                try library.register(text, named: name)
            } catch {
                preconditionFailure("the embedded template \(name) does not parse: \(error)")
            }
        }
        return library
    }()

    static func render(_ name: String, _ values: Values) -> String {
        guard let text = library.render(values, withTemplate: name) else {
            preconditionFailure("there is no embedded template \(name)")
        }
        return text
    }
}
