/// The first page: what is needed, what one gets, how long it takes.
package struct StartModel: Sendable {
    package var chrome: PageChrome

    package init(chrome: PageChrome) { self.chrome = chrome }
}
