extension Citation {
    /// The schedule of items and ranges.
    static let vehicleTaxSchedule = Citation(.vehicleTaxLaw2019, "附《车船税税目税额表》")
    static let newVehicleTax = Citation(.vehicleTaxRules2019, "第19条")
    static let taxAlreadyPaid = Citation(.vehicleTaxRules2019, "第13条")
    static let lateVehicleTax = Citation(.vehicleTaxRules2019, "第14条")
    static let taxedVehicles = Citation(.vehicleTaxRules2019, "第26条")
    static let licenceData = Citation(.vehicleTaxRules2019, "第6条")
    static let provincialTax = Citation(.vehicleTaxRules2019, "第17条")
    static let vehicleTaxRelief = Citation(.vehicleTaxLaw2019, "第4条")
    static let taxByInsurers = Citation(.vehicleTaxCollection2015, "保险机构代收代缴")
}
