package import Registry

/// What surrounds every page: language, size of type, where we are.
package struct PageChrome: Sendable {
    package var language: Language
    /// 大字版: larger type and shorter pages.
    package var elder: Bool
    /// The page's path without the language, `/` or `/query`; never with a query, never taken from a request unchecked.
    package var path: String
    /// Whether to say that everything here is made up.
    package var sandbox: Bool

    package init(language: Language, path: String, elder: Bool = false, sandbox: Bool = false) {
        self.language = language
        self.path = path
        self.elder = elder
        self.sandbox = sandbox
    }

    /// Chinese stands at the root, English under `/en`.
    var prefix: String { language == .chinese ? "" : "/en" }

    var otherLanguagePath: String { language == .chinese ? "/en" + (path == "/" ? "/" : path) : path }
}
