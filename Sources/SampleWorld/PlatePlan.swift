/// Who bears which plate, worked out from a vehicle's number alone.
///
/// Vehicles come in blocks of 65,536. In every block each cell (kind × office) has the same number of slots, so the
/// block and the rank within the cell count the plates of the cell through: no two vehicles ever get the same one, and
/// nothing has to be remembered. Good for some 400 million vehicles before the largest cells run out.
struct PlatePlan: Sendable {
    static let block = 65_536
    /// Of sixteen serial numbers twelve are first plates; the rest is set aside for plates that come later in a life.
    private static let firstPlates = 12

    let cells: [PlateCell]
    private let seed: UInt64
    private let cellOfSlot: [UInt16]
    private let firstSlot: [Int]
    private let cellsOfKind: [[Int]]
    /// Where each cell's serial numbers begin.
    private let offsets: [Int]

    init(seed: UInt64) {
        self.seed = seed
        let cells = Self.apportionedCells()
        var cellOfSlot: [UInt16] = []
        cellOfSlot.reserveCapacity(Self.block)
        var firstSlot: [Int] = []
        var cellsOfKind = [[Int]](repeating: [], count: PlateKind.allCases.count)
        for (position, cell) in cells.enumerated() {
            firstSlot.append(cellOfSlot.count)
            cellsOfKind[Int(cell.kind.rawValue)].append(position)
            for _ in 0..<cell.slots { cellOfSlot.append(UInt16(truncatingIfNeeded: position)) }
        }
        self.cells = cells
        self.cellOfSlot = cellOfSlot
        self.firstSlot = firstSlot
        self.cellsOfKind = cellsOfKind
        offsets = cells.indices.map { position in
            var draws = Draws(seed: seed, topic: .serial, index: position)
            return draws.below(PlateSerial.space(cells[position].kind))
        }
    }

    /// The place of a vehicle by its number.
    func place(_ index: Int) -> PlatePlace {
        let block = index / Self.block
        var slotDraws = Draws(seed: seed, topic: .slot, index: block)
        let slot = Self.scramble(UInt16(truncatingIfNeeded: index), with: slotDraws.next())
        let cell = Int(cellOfSlot[slot])
        return PlatePlace(cell: cell, ordinal: block * cells[cell].slots + slot - firstSlot[cell])
    }

    /// A place of a wished kind in a block of its own, which must lie behind all blocks of ordinary vehicles.
    func place(of kind: PlateKind, choice: UInt64, block: Int) -> PlatePlace {
        let possible = cellsOfKind[Int(kind.rawValue)]
        let cell = possible.isEmpty ? 0 : possible[Int(choice % UInt64(possible.count))]
        return PlatePlace(cell: cell, ordinal: block * cells[cell].slots)
    }

    func write(_ place: PlatePlace, _ bearing: Bearing, into text: inout ByteText) {
        guard let cell = cell(of: place, bearing) else { return }
        let plate = cells[cell]
        PlateSerial.write(
            serial(place, bearing, cell: cell, space: PlateSerial.space(plate.kind)), of: plate, into: &text)
    }

    /// The cell a plate belongs to; `nil` for a vehicle that has no plate yet.
    func cell(of place: PlatePlace, _ bearing: Bearing) -> Int? {
        switch bearing {
        case .none: nil
        case .first, .changed, .told: place.cell
        case .movedIn: neighbour(of: place.cell)
        case .permanent: permanentCell(of: place.cell)
        }
    }

    private func serial(_ place: PlatePlace, _ bearing: Bearing, cell: Int, space: Int) -> Int {
        let ordinal = place.ordinal
        let number =
            switch bearing {
            case .none, .first: ordinal / Self.firstPlates * 16 + ordinal % Self.firstPlates
            case .changed: ordinal / PlatePlace.exchangeEvery * 16 + 12
            case .movedIn: ordinal / PlatePlace.moveEvery * 16 + 13
            case .permanent: ordinal * 16 + 14
            case .told: place.story * 16 + 15
            }
        // A prime far above every factor of the space: a walk through it that meets each number once.
        return (number * 1_000_003 + offsets[cell]) % space
    }

    /// Another office with the same kind of plate; a step round the circle of offices, so no two share a neighbour.
    private func neighbour(of cell: Int) -> Int {
        let circle = cellsOfKind[Int(cells[cell].kind.rawValue)]
        guard let first = circle.first else { return cell }
        return circle[(cell - first + 17) % circle.count]
    }

    /// The office's plate for small cars, given when a temporary one runs out.
    private func permanentCell(of cell: Int) -> Int {
        let temporary = cells[cell]
        return cellsOfKind[Int(PlateKind.smallCar.rawValue)]
            .first { cells[$0].province == temporary.province && cells[$0].office == temporary.office } ?? cell
    }

    private static func scramble(_ value: UInt16, with key: UInt64) -> Int {
        var mixed = value ^ UInt16(truncatingIfNeeded: key)
        mixed = (mixed ^ (mixed >> 7)) &* (UInt16(truncatingIfNeeded: key >> 16) | 1)
        mixed = (mixed ^ (mixed >> 9)) &* (UInt16(truncatingIfNeeded: key >> 32) | 1)
        mixed = (mixed ^ (mixed >> 8)) &* 0x9E37
        return Int(mixed ^ UInt16(truncatingIfNeeded: key >> 48))
    }

    /// Shares out the slots of a block: over the kinds, then over the offices, by running totals so that none is lost.
    private static func apportionedCells() -> [PlateCell] {
        var cells: [PlateCell] = []
        let shares = PlateKind.allCases.map(\.share)
        for (kind, slots) in zip(PlateKind.allCases, apportion(block, over: shares)) {
            let offices = offices(of: kind)
            for (office, count) in zip(offices, apportion(slots, over: offices.map(\.weight))) where count > 0 {
                cells.append(PlateCell(kind: kind, province: office.province, office: office.letter, slots: count))
            }
        }
        return cells
    }

    private static func apportion(_ total: Int, over weights: [Int]) -> [Int] {
        let sum = max(1, weights.reduce(0, +))
        var running = 0
        var given = 0
        return weights.map { weight in
            running += weight
            let share = running * total / sum - given
            given += share
            return share
        }
    }

    private static func offices(of kind: PlateKind) -> [(province: Int, letter: UInt8, weight: Int)] {
        Province.all.enumerated().flatMap { position, province -> [(province: Int, letter: UInt8, weight: Int)] in
            switch kind.spread {
            case .everyOffice:
                return province.offices.enumerated().map {
                    (position, $0.element, province.vehicles * province.weight(office: $0.offset) / officeSum(province))
                }
            case .capitalOffices:
                let letter = kind == .rescue ? UInt8(ascii: "X") : province.offices.first ?? UInt8(ascii: "A")
                return [(position, letter, province.vehicles)]
            case .consulateProvinces:
                return [31, 44, 51, 21, 42, 50, 61].contains(province.code) ? [(position, UInt8(ascii: "A"), 1)] : []
            case .guangdong: return province.code == 44 ? [(position, UInt8(ascii: "Z"), 1)] : []
            case .beijing: return province.code == 11 ? [(position, UInt8(ascii: "A"), 1)] : []
            }
        }
    }

    private static func officeSum(_ province: Province) -> Int {
        // Scaled so that the quotient above keeps three digits.
        max(1, province.offices.indices.reduce(0) { $0 + province.weight(office: $1) } / 10)
    }
}
