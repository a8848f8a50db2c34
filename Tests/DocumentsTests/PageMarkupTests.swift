import Foundation
import Registry
import Testing

struct PageMarkupTests {
    static let pages = Language.allCases.flatMap { language in
        [false, true].flatMap { SamplePages.all(in: language, elder: $0) }
    }

    @Test func `no page carries a style or a script of its own, so the strict policy holds`() {
        for page in Self.pages {
            #expect(!page.html.contains(/<[^>]* style=/), "\(page.name)")
            #expect(!page.html.contains(/<[^>]* on[a-z]+=/), "\(page.name)")
            #expect(!page.html.contains("<style"), "\(page.name)")
            #expect(!page.html.contains("javascript:"), "\(page.name)")
            #expect(page.html.components(separatedBy: "<script").count == 2, "\(page.name)")
            #expect(
                page.html.contains(/<script src="\/assets\/xubao\.js\?v=[0-9a-f]{16}" defer><\/script>/), "\(page.name)"
            )
        }
    }

    @Test func `pages link only within the house`() {
        for page in Self.pages {
            for attribute in ["href", "src", "action"] {
                for target in MarkupText.values(of: attribute, in: page.html) {
                    let isInside = (target.hasPrefix("/") && !target.hasPrefix("//")) || target.hasPrefix("#")
                    #expect(isInside || target.hasPrefix("tel:"), "\(page.name): \(target)")
                }
            }
        }
    }

    @Test func `no address on any page holds a plate or the end of a VIN`() {
        for page in Self.pages {
            for attribute in ["href", "src", "action"] {
                for target in MarkupText.values(of: attribute, in: page.html) {
                    #expect(target.unicodeScalars.allSatisfy { $0.isASCII }, "\(page.name): \(target)")
                    #expect(!target.contains("12345"), "\(page.name): \(target)")
                }
            }
        }
    }

    @Test func `forms that carry a plate are posted`() {
        for page in Self.pages {
            #expect(!page.html.contains(/<form(?![^>]*method="post")/), "\(page.name)")
        }
    }

    @Test func `elements close in the order they open`() {
        for page in Self.pages {
            #expect(MarkupText.imbalance(of: page.html) == nil, "\(page.name)")
        }
    }

    @Test func `ids are unique, and everything that points to one finds it`() {
        for page in Self.pages {
            let ids = MarkupText.values(of: "id", in: page.html)
            #expect(Set(ids).count == ids.count, "\(page.name)")
            let pointers =
                MarkupText.values(of: "for", in: page.html)
                + MarkupText.values(of: "aria-describedby", in: page.html).flatMap {
                    $0.split(separator: " ").map(String.init)
                }
                + MarkupText.values(of: "aria-labelledby", in: page.html)
                + MarkupText.values(of: "href", in: page.html).filter { $0.hasPrefix("#") }.map {
                    String($0.dropFirst())
                }
            for pointer in pointers { #expect(ids.contains(pointer), "\(page.name): \(pointer)") }
        }
    }

    @Test func `every page has one heading of the first level, a title and a language`() {
        for page in Self.pages {
            #expect(page.html.components(separatedBy: "<h1").count == 2, "\(page.name)")
            #expect(page.html.contains(/<title>[^<]{2,}<\/title>/), "\(page.name)")
            #expect(page.html.contains(/<html lang="(zh-CN|en)"/), "\(page.name)")
        }
    }

    @Test func `nothing on a page is left unfilled or shown as a value of the language`() {
        for page in Self.pages {
            for leftover in ["{{", "}}", "Optional(", "nil", "Phrase(", "\u{FFFD}"] {
                #expect(!page.html.contains(leftover), "\(page.name): \(leftover)")
            }
        }
    }

    @Test func `English pages speak Chinese only where a name, a plate or a Chinese text is shown`() {
        for page in SamplePages.all(in: .english) where page.name.hasPrefix("problem") || page.name == "about" {
            let text = page.html.replacing("中文", with: "").replacing("国", with: "")
            #expect(!text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(page.name)")
        }
    }
}
