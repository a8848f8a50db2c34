import Mustache
import Registry

/// The fixed texts of one page in the language it is rendered in; templates say `{{text.name}}`.
struct PhraseBook: MustacheParent {
    let phrases: [String: Phrase]
    let language: Language

    func child(named name: String) -> Any? { phrases[name]?.text(in: language) }
}
