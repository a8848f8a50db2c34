import Regulation

/// Why the desk keeps a readable record out: the thing it speaks of is not there, or its number is taken.
extension SubmissionReading.Fault {
    static let policyUnknown = fault(
        .policyNumber, "policyUnknown", "没有收到过这个保单号的承保记录；请先上传承保记录，再重发本条")
    static let vehicleUnknown = fault(
        .plate, "vehicleUnknown", "没有收到过这辆车的承保记录；请先上传承保记录，再重发本条")
    static let targetUnknown = fault(
        .corrects, "targetUnknown", "找不到要更正或撤回的记录；请填受理号，或保单号#序号")
    static let targetWithdrawn = fault(
        .corrects, "targetWithdrawn", "要更正的记录已经撤回；请重新上传正确的记录")
    static let correctedValues = fault(
        .corrects, "correctionUnreadable", "更正后的记录不完整；请补齐该业务类型必须的栏目")
    static let correctionSuperseded = fault(
        .corrects, "correctionSuperseded", "这条更正已经并入后来的更正，不能单独撤回；请再发一条更正，填上正确的值")
    static let vehicleFull = fault(
        .vin, "vehicleFull", "这辆车名下已有 \(VehicleFile.mostEntries) 条以上记录，不像是同一辆车；请核对车架号、发动机号和号牌号码")
    static let vehicleShared = fault(
        .vin, "vehicleShared", "填写的号牌号码或发动机号已用于 \(SharedName.most) 辆以上的车，分不清是哪一辆；请补上车架号")
    static let sequenceReused = fault(
        .sequence, "sequenceReused", "这个序号已用于另一条记录；这是新的记录，请另编序号重发；要改正那一条，请用“更正”业务并另编序号")

    private static func fault(_ field: Field, _ code: String, _ message: String) -> Self {
        SubmissionReading.Fault(
            field: field, finding: Finding(code: code, message: message, path: field.names.english))
    }
}
