/// Makes records of a file as its bytes arrive: finds out whether it is CSV or NDJSON, and in which encoding.
///
/// Memory is bounded whatever the file's size; the readings of one feed are at most half as many as its bytes. The same
/// bytes give the same readings however they are cut.
package struct RecordReader: Sendable {
    package enum Format: String, CaseIterable, Sendable { case csv, ndjson }

    private enum Stage { case opening, csv, ndjson, failed }

    /// `nil` until the first bytes have told.
    package private(set) var format: Format?
    /// `nil` while all bytes were ASCII and nobody said otherwise.
    package private(set) var encoding: TextEncoding?
    /// What stood before the first character, to be written back before a corrected file; most files have none.
    package private(set) var byteOrderMark: [UInt8] = []
    private let askedFormat: Format?
    private var stage = Stage.opening
    private var fault: FileFault?
    private var opening: [UInt8] = []
    /// What came from the first byte that is not ASCII, until it is enough to settle the encoding.
    private var evidence: [UInt8] = []
    private var csv = CSVReader()
    private var decoder = CSVRecordDecoder(encoding: nil)
    private var ndjson = NDJSONReader()

    /// `nil` leaves it to be found out.
    package init(encoding: TextEncoding? = nil, format: Format? = nil) {
        self.encoding = encoding
        askedFormat = format
    }

    /// The CSV header, once it was read.
    package var header: CSVHeader? { decoder.header }
    /// Where the CSV header stands in the file.
    package var headerRange: Range<Int>? { decoder.headerRange }
    /// Columns we do not know; to be reported once. For NDJSON each record names its own.
    package var unknownColumns: [String] { decoder.header?.unknown ?? [] }

    /// Takes the next bytes and hands on a reading of every row that ends in them.
    package mutating func feed(
        _ bytes: UnsafeRawBufferPointer, _ take: (RecordReading) -> Void
    ) throws(FileFault) {
        if let fault { throw fault }
        if stage == .opening {
            opening.append(contentsOf: bytes)
            try open(isWhole: false, take)
        } else {
            try settle(bytes, take)
        }
    }

    /// The file ends here.
    package mutating func finish(_ take: (RecordReading) -> Void) throws(FileFault) {
        if let fault { throw fault }
        if stage == .opening { try open(isWhole: true, take) }
        if !evidence.isEmpty { try judge(isWhole: true, take) }
        switch stage {
        case .csv:
            csv.finish { row in decoder.read(row).map(take) }
            if let fault = decoder.fault { try fail(fault) }
            if decoder.header == nil { try fail(.empty) }
        case .ndjson: ndjson.finish(take)
        case .opening, .failed: break
        }
    }

    /// As `feed`, with the readings in an array.
    package mutating func feed(_ bytes: [UInt8]) throws(FileFault) -> [RecordReading] {
        var readings: [RecordReading] = []
        // `withUnsafeBytes` does not pass typed errors on.
        let result = bytes.withUnsafeBytes { raw -> Result<Void, FileFault> in
            do throws(FileFault) {
                try feed(raw) { readings.append($0) }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
        return readings
    }

    /// As `finish`, with the readings in an array.
    package mutating func finish() throws(FileFault) -> [RecordReading] {
        var readings: [RecordReading] = []
        try finish { readings.append($0) }
        return readings
    }
}

extension RecordReader {
    private mutating func open(isWhole: Bool, _ take: (RecordReading) -> Void) throws(FileFault) {
        switch FileOpening(opening, isWhole: isWhole) {
        case .undecided: return
        case .fault(let fault): try fail(fault)
        case .text(let found, let markLength, let marked):
            format = askedFormat ?? found
            stage = format == .csv ? .csv : .ndjson
            csv = CSVReader(startOffset: markLength)
            ndjson = NDJSONReader(startOffset: markLength)
            // A byte order mark is better evidence than what somebody said.
            if let encoding = marked ?? encoding { settle(on: encoding) }
            byteOrderMark = Array(opening.prefix(markLength))
            let held = opening.dropFirst(markLength)
            opening = []
            try settle(Array(held), take)
        }
    }

    private mutating func settle(on encoding: TextEncoding) {
        self.encoding = encoding
        decoder.encoding = encoding
        ndjson.encoding = encoding
    }

    private mutating func settle(_ bytes: [UInt8], _ take: (RecordReading) -> Void) throws(FileFault) {
        let result = bytes.withUnsafeBytes { raw -> Result<Void, FileFault> in
            do throws(FileFault) {
                try settle(raw, take)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Reads what is ASCII, and holds back what is not until its encoding is settled.
    private mutating func settle(
        _ bytes: UnsafeRawBufferPointer, _ take: (RecordReading) -> Void
    ) throws(FileFault) {
        guard encoding == nil else { return try read(bytes, take) }
        guard evidence.isEmpty else {
            evidence.append(contentsOf: bytes)
            return try judge(isWhole: false, take)
        }
        guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return try read(bytes, take) }
        try read(UnsafeRawBufferPointer(rebasing: bytes[..<first]), take)
        evidence.append(contentsOf: bytes[first...])
        try judge(isWhole: false, take)
    }

    private mutating func judge(isWhole: Bool, _ take: (RecordReading) -> Void) throws(FileFault) {
        guard isWhole || evidence.count >= TextEncoding.evidenceLimit else { return }
        let judgement = evidence.withUnsafeBufferPointer {
            let isAll = isWhole && $0.count <= TextEncoding.evidenceLimit
            return TextEncoding.judged(
                by: UnsafeBufferPointer(rebasing: $0.prefix(TextEncoding.evidenceLimit)), isWhole: isAll)
        }
        settle(on: judgement)
        let held = evidence
        evidence = []
        try settle(held, take)
    }

    private mutating func read(
        _ bytes: UnsafeRawBufferPointer, _ take: (RecordReading) -> Void
    ) throws(FileFault) {
        switch stage {
        case .csv:
            csv.feed(bytes) { row in decoder.read(row).map(take) }
            if let fault = decoder.fault { try fail(fault) }
        case .ndjson: ndjson.feed(bytes, take)
        case .opening, .failed: break
        }
    }

    private mutating func fail(_ fault: FileFault) throws(FileFault) {
        self.fault = fault
        stage = .failed
        throw fault
    }
}
