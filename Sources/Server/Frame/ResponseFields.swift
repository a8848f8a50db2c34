import HTTPTypes

/// The header fields of an answer that is written on the event loop: the ones the router's answers carry.
enum ResponseFields {
    static func json(length: Int, requestID: String, date: String) -> HTTPFields {
        var fields = HTTPFields()
        fields.append(HTTPField(name: .contentType, value: "application/json"))
        fields.append(HTTPField(name: .cacheControl, value: "no-store"))
        fields.append(HTTPField(name: .contentLength, value: String(length)))
        fields.append(HTTPField(name: .requestID, value: requestID))
        fields.append(HTTPField(name: .contentTypeOptions, value: "nosniff"))
        fields.append(HTTPField(name: .date, value: date))
        fields.append(HTTPField(name: .server, value: ServerApplication.name))
        return fields
    }
}
