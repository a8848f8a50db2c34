import Regulation
import Testing

@testable import SampleWorld

@Suite struct WorldVehicleTests {
    /// 12,000 vehicles of a larger world, without those that tell stories.
    private static let crowd: [WorldVehicle] = {
        let world = World(vehicles: 200_000, seed: 5, asOf: SampleFiles.asOf)
        return stride(from: 0, to: 180_000, by: 15).compactMap(world.vehicle)
    }()

    private func permille(_ isCounted: (WorldVehicle) -> Bool) -> Int {
        let plated = Self.crowd.filter { $0.plate != nil }
        return plated.filter(isCounted).count * 1000 / max(1, plated.count)
    }

    @Test func `every VIN is valid, check digit included, and comes once`() throws {
        var seen: Set<String> = []
        for vehicle in Self.crowd {
            guard let vin = vehicle.vin else { continue }
            #expect(seen.insert(vin).inserted)
            let reading = VIN.read(vin)
            #expect(reading.value != nil && reading.warnings.isEmpty && reading.repairs.isEmpty, "\(vin)")
        }
        #expect(seen.count > Self.crowd.count * 97 / 100)
    }

    @Test func `engine numbers come once and read without a remark`() {
        #expect(Set(Self.crowd.map(\.engineNumber)).count == Self.crowd.count)
        for vehicle in Self.crowd {
            let reading = EngineNumber.read(vehicle.engineNumber)
            #expect(reading.value != nil && reading.warnings.isEmpty)
        }
    }

    @Test func `every plate reads without a remark and fits its category`() throws {
        for vehicle in Self.crowd {
            guard let plate = vehicle.plate, let code = vehicle.category else { continue }
            let category = try #require(PlateCategory(code: code))
            let reading = PlateNumber.read(plate, category: category)
            #expect(reading.value?.text == plate, "\(plate) \(code)")
            #expect(reading.warnings.isEmpty && reading.repairs.isEmpty, "\(plate) \(code)")
            #expect(reading.value?.permittedCategories.contains(category) == true, "\(plate) \(code)")
        }
    }

    @Test func `small cars are some 85 percent, a tenth of them with new energy`() {
        let small = permille { $0.category == "02" || $0.category == "52" }
        #expect((830...875).contains(small))
        #expect((75...100).contains(permille { $0.category == "52" }))
        #expect((45...75).contains(permille { $0.category == "01" }))
        #expect((45...75).contains(permille { $0.category == "07" || $0.category == "08" }))
        #expect(permille { $0.category == "15" } == 0)
    }

    @Test func `vehicles stand where they stand in life`() {
        #expect((60...105).contains(permille { $0.plate?.hasPrefix("粤") == true }))
        #expect((60...105).contains(permille { $0.plate?.hasPrefix("鲁") == true }))
        #expect((10...30).contains(permille { $0.plate?.hasPrefix("京") == true }))
        #expect(permille { $0.plate?.hasPrefix("藏") == true } < 6)
        let provinces = Set(Self.crowd.compactMap { $0.plate?.first }).subtracting("0123456789")
        #expect(provinces.count == 31)
    }

    @Test func `plates of every category hang on some vehicle of a thousand`() throws {
        let rows = try SampleFiles.thousand.get().rows
        let categories = Set(rows.map { $0["plateCategory"] }).subtracting([""])
        #expect(categories == Set(PlateKind.allCases.map(\.category)))
    }

    @Test func `new energy grows by the year`() {
        let world = World(vehicles: 60_000, seed: 5, asOf: SampleFiles.asOf)
        let setting = WorldSetting(vehicles: world.vehicleCount, seed: 5, asOf: SampleFiles.asOf)
        var byAge = [Int](repeating: 0, count: 20)
        for index in 0..<50_000 {
            let vehicle = SampleVehicle(index, in: setting)
            guard vehicle.kind == .smallElectric || vehicle.kind == .smallHybrid else { continue }
            byAge[min(19, max(0, setting.today - vehicle.registeredDay) / 365)] += 1
        }
        #expect(byAge[0] > byAge[2] && byAge[2] > byAge[4] && byAge[4] > byAge[6])
    }

    @Test func `serial numbers of a form never give the same plate twice`() {
        for kind in PlateKind.allCases {
            let cell = PlateCell(kind: kind, province: 0, office: UInt8(ascii: "A"), slots: 1)
            let space = PlateSerial.space(kind)
            let step = max(1, space / 4000)
            var seen: Set<String> = []
            for serial in stride(from: 0, to: space, by: step) {
                var text = ByteText()
                PlateSerial.write(serial, of: cell, into: &text)
                #expect(seen.insert(text.string).inserted, "\(kind) \(serial)")
            }
        }
    }

    @Test func `first, changed, moved and told plates of a plan are all different`() {
        let plan = PlatePlan(seed: 9)
        var seen: Set<String> = []
        func take(_ place: PlatePlace, _ bearing: Bearing) {
            var text = ByteText()
            plan.write(place, bearing, into: &text)
            let category = plan.cell(of: place, bearing).map { plan.cells[$0].kind.category } ?? ""
            #expect(seen.insert(category + text.string).inserted, "\(category) \(text.string) \(bearing)")
        }
        for index in 0..<100_000 {
            let place = plan.place(index)
            if !place.receivesPlate { take(place, .first) }
            if place.givesPlateAway { take(place, .changed) }
            if place.mayMoveAway { take(place, .movedIn) }
            if plan.cells[place.cell].kind == .temporary { take(place, .permanent) }
        }
        for story in 0..<240 {
            var place = plan.place(of: .smallCar, choice: UInt64(story * 7), block: 10 + story)
            place.story = story
            take(place, .told)
        }
    }

    @Test func `people and organisations have valid documents and telephone numbers nobody has`() throws {
        for row in try SampleFiles.thousand.get().rows {
            let document = row["policyholderDocument"]
            if !document.isEmpty {
                let reading = IdentityDocument.read(document)
                #expect(reading.warnings.isEmpty, "row \(row.sequence)")
                switch try #require(reading.value) {
                // A resident's real number carries the code of a district, never that of a whole province.
                case .resident(let number): #expect(number.text.dropFirst(2).hasPrefix("0000"))
                case .organisation(let code): #expect(code.text.dropFirst(8).hasPrefix("X"))
                case .other(let permit): #expect(permit.hasPrefix("H") || permit.hasPrefix("M"))
                }
            }
            if !row["phone"].isEmpty { #expect(row["phone"].hasPrefix("1990000") && row["phone"].utf8.count == 11) }
        }
    }
}
