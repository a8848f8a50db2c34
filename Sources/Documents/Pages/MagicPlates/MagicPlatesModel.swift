/// The plates one can try in the sandbox, in the order given.
package struct MagicPlatesModel: Sendable {
    package var chrome: PageChrome
    package var plates: [MagicPlate]

    package init(chrome: PageChrome, plates: [MagicPlate]) {
        self.chrome = chrome
        self.plates = plates
    }
}
