import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Regulation

/// The pages: Chinese at the root, English under `/en`, each with the same handlers.
struct PageEndpoints {
    let services: Services

    /// Paths that a redirect may lead back to.
    private static let paths = [
        "/", "/query", "/law/premium", "/law/compensation", "/freshness", "/log", "/log/check", "/about", "/sandbox",
    ]

    func add(to router: Router<XubaoContext>) {
        for (prefix, language) in [("", Language.chinese), ("/en", .english)] {
            router.get("\(prefix)/") { request, _ in
                Response.html(StartView.render(StartModel(chrome: chrome(request, "/", language))))
            }
            router.get("\(prefix)/query") { request, _ in
                Response.html(QuestionView.render(QuestionModel(chrome: chrome(request, "/query", language))))
            }
            router.post("\(prefix)/query") { request, context in
                try await QuestionPage(services: services, chrome: chrome(request, "/query", language))
                    .handle(request, context: context)
            }
            router.get("\(prefix)/law/premium") { request, _ in premium(request, language).blank() }
            router.post("\(prefix)/law/premium") { request, _ in try await premium(request, language).handle(request) }
            router.get("\(prefix)/law/compensation") { request, _ in compensation(request, language).blank() }
            router.post("\(prefix)/law/compensation") { request, _ in
                try await compensation(request, language).handle(request)
            }
            router.get("\(prefix)/freshness") { request, _ in freshness(request, language) }
            router.get("\(prefix)/log") { request, _ in
                try LogPage(services: services, chrome: chrome(request, "/log", language)).response()
            }
            router.get("\(prefix)/log/check") { request, _ in logCheck(request, language).blank() }
            router.post("\(prefix)/log/check") { request, _ in try await logCheck(request, language).handle(request) }
            router.get("\(prefix)/about") { request, _ in
                Response.html(
                    AboutView.render(
                        AboutModel(
                            chrome: chrome(request, "/about", language),
                            triesPerVehicleAndDay: services.settings.limits.wrongTriesPerPlate)))
            }
            if let magic = services.magic {
                router.get("\(prefix)/sandbox") { request, _ in
                    MagicPage.response(magic, chrome(request, "/sandbox", language), services.gate.clock.now)
                }
                router.get("\(prefix)/magic-plates") { _, _ in Response.redirect(to: "\(prefix)/sandbox") }
            }
        }
        router.post("/elder", use: elder)
        for asset in Asset.all { router.get("\(asset.path)") { request, _ in Self.serve(asset, request) } }
        router.get("/favicon.ico") { request, _ in Self.serve(.icon, request) }
    }

    private func chrome(_ request: Request, _ path: String, _ language: Language) -> PageChrome {
        PageChrome.of(request, path, language, services)
    }

    private func premium(_ request: Request, _ language: Language) -> PremiumPage {
        PremiumPage(services: services, chrome: chrome(request, "/law/premium", language))
    }

    private func compensation(_ request: Request, _ language: Language) -> CompensationPage {
        CompensationPage(services: services, chrome: chrome(request, "/law/compensation", language))
    }

    private func logCheck(_ request: Request, _ language: Language) -> LogCheckPage {
        LogCheckPage(services: services, chrome: chrome(request, "/log/check", language))
    }

    private func freshness(_ request: Request, _ language: Language) -> Response {
        let feed = services.gate.feed
        let rows = feed.insurers.map { code, insurer in
            FreshnessRow(
                code: code.text, name: insurer.name, reportedThrough: insurer.through,
                recordsAccepted: insurer.accepted,
                quarantinedOpen: insurer.openQuarantine, sequenceGaps: insurer.sequences.missing)
        }
        let order = request.uri.queryParameters["order"].flatMap { FreshnessOrder(rawValue: String($0)) } ?? .age
        return .html(
            FreshnessView.render(
                FreshnessModel(
                    chrome: chrome(request, "/freshness", language), rows: rows, order: order,
                    asOf: services.gate.clock.now, treeSize: feed.treeSize)))
    }

    private struct ElderForm: Decodable {
        let on: String?
        let back: String?
    }

    /// 大字版: remembered in a cookie, then back to the page it was asked on.
    private func elder(_ request: Request, context: XubaoContext) async throws -> Response {
        let body = try await request.wholeBody(upTo: services.settings.longestQuery)
        let form = try? URLEncodedFormDecoder().decode(ElderForm.self, from: String(decoding: body, as: UTF8.self))
        let back = form?.back ?? "/"
        let known = Self.paths + Self.paths.map { "/en" + $0 }
        var response = Response.redirect(to: known.contains(back) ? back : "/")
        let isOn = form?.on == "1"
        response.headers[.setCookie] =
            "xubao_elder=\(isOn ? "1" : "0"); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
        return response
    }

    private static func serve(_ asset: Asset, _ request: Request) -> Response {
        let tag = "\"\(asset.fingerprint)\""
        let isVersioned = request.uri.queryParameters["v"].map(String.init) == asset.fingerprint
        let headers: HTTPFields = [
            .contentType: asset.contentType, .eTag: tag,
            .cacheControl: isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=300",
        ]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
}

extension PageChrome {
    static func of(_ request: Request, _ path: String, _ language: Language, _ services: Services) -> PageChrome {
        PageChrome(
            language: language, path: path, elder: request.cookies["xubao_elder"]?.value == "1",
            sandbox: services.settings.isSandbox)
    }
}
