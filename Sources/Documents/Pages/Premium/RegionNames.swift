import Regulation

/// Regions for readers of English, with the character of their plates.
enum RegionNames {
    static func english(_ region: Region) -> String {
        guard let name = names[region.code] else { return region.name }
        return "\(name) \(region.name)"
    }

    private static let names: [String: String] = [
        "110000": "Beijing", "120000": "Tianjin", "130000": "Hebei", "140000": "Shanxi", "150000": "Inner Mongolia",
        "210000": "Liaoning", "210200": "Dalian", "220000": "Jilin", "230000": "Heilongjiang", "310000": "Shanghai",
        "320000": "Jiangsu", "330000": "Zhejiang", "330200": "Ningbo", "340000": "Anhui", "350000": "Fujian",
        "350200": "Xiamen", "360000": "Jiangxi", "370000": "Shandong", "370200": "Qingdao", "410000": "Henan",
        "420000": "Hubei", "430000": "Hunan", "440000": "Guangdong", "440300": "Shenzhen", "450000": "Guangxi",
        "460000": "Hainan", "500000": "Chongqing", "510000": "Sichuan", "520000": "Guizhou", "530000": "Yunnan",
        "540000": "Tibet", "610000": "Shaanxi", "620000": "Gansu", "630000": "Qinghai", "640000": "Ningxia",
        "650000": "Xinjiang",
    ]
}
