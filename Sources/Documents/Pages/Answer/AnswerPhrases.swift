import Registry

enum AnswerPhrases {
    static let noMatchByVIN = Phrase("没有找到与您填的内容都相符的记录", "We found no record that matches everything you entered")

    static let phrases: [String: Phrase] = [
        "asked": Phrase("您问的是", "You asked about"),
        "tries": Phrase("可以试试，从最常见的开始", "What to try, most likely first"),
        "tryInput": Phrase("对照行驶证，看看填的对不对", "Compare what you typed with the licence"),
        "tryInputNote": Phrase(
            "车架号后六位最容易看错，例如 0 和 D、8 和 B。新能源车的号牌是 8 位。",
            "The end of the VIN is easily misread, for example 0 and D or 8 and B. New-energy plates have 8 characters."
        ),
        "tryLater": Phrase("刚刚投保的，过一会儿再查", "If you insured just now, ask again a little later"),
        "tryLaterNote": Phrase(
            "保险公司可能还没有报来。每家报到了什么时候，看数据新鲜度。",
            "The insurer may not have reported yet. The freshness page shows how far each insurer has reported."),
        "tryInsurer": Phrase("手里有保险单的，打保险单上的电话", "If you hold a policy, call the number on it"),
        "tryInsurerNote": Phrase(
            "请他们核对报送给登记簿的号牌和车架号。保险单本身仍然有效力。",
            "Ask them to check the plate and VIN they reported. The policy itself remains valid."),
        "edit": Phrase("改一改再查", "Change and ask again"),
        "timelineTitle": Phrase("时间线", "Time line"),
        "timeline": Phrase("保险期间在时间线上的位置", "The periods of cover on a line of time"),
        "facts": Phrase("详情", "Details"),
        "insurer": Phrase("保险公司", "Insurer"),
        "policyNumber": Phrase("保险单号", "Policy number"),
        "copy": Phrase("复制", "Copy"),
        "copied": Phrase("已复制", "Copied"),
        "reason": Phrase("为什么", "Why"),
        "freshness": Phrase("数据", "Data"),
        "freshnessLink": Phrase("看各家的数据新鲜度", "Freshness of every insurer’s data"),
        "register": Phrase("登记簿", "Register"),
        "flags": Phrase("还要说明的", "Worth knowing"),
        "law": Phrase("依据的条文", "The law it rests on"),
        "takeTitle": Phrase("带走这个答案", "Take this answer with you"),
        "take": Phrase(
            "这是登记簿签名的查询结果，24 小时内有效。让对方扫一下，没有网络也能核对真假；上面没有姓名，号牌只有头尾几位。",
            "This is the answer with the register’s signature, good for 24 hours. Let the other side scan it: they "
                + "can check it with no network. It names nobody and shows only the ends of the plate."),
        "takeCheck": Phrase("在本站核对一张卡", "Check a card here"),
        "takeText": Phrase("二维码里的文字", "What the code says"),
        "print": Phrase("打印", "Print"),
        "again": Phrase("再查一次", "Ask again"),
        "limits": Phrase(
            "这个结果说的是登记簿里的记录，不能代替保险单。",
            "This answer speaks of what is on record. It does not take the place of the policy."),
    ]
}
