import Registry
import Testing

struct PageSnapshotTests {
    @Test(arguments: Language.allCases)
    func `every page looks as it was approved`(language: Language) {
        for page in SamplePages.all(in: language) {
            Snapshot.check(page.html, named: "\(page.name).\(language.rawValue)")
        }
    }

    @Test(arguments: Language.allCases)
    func `the short pages of the elder mode look as they were approved`(language: Language) {
        let names: Set = ["start", "question", "answer-inForce-notDue", "answer-noMatch-none", "freshness", "log"]
        for page in SamplePages.all(in: language, elder: true) where names.contains(page.name) {
            Snapshot.check(page.html, named: "\(page.name).\(language.rawValue).elder")
        }
    }
}
