import Registry

enum LogTexts {
    static let title = Phrase("登记簿的日志", "The register’s log")

    static let phrases: [String: Phrase] = [
        "title": title,
        "lead": Phrase(
            "保险公司报来的每一条记录，都按先后写进一本只能往后添的日志。谁改过旧的一条，所有人都看得出来，我们自己改也一样。",
            "Every record that insurers report is written, in order, into a log that can only be added to. If anybody "
                + "changes an old entry, everyone can tell. That goes for us as well."),
        "howTitle": Phrase("一分钟看懂", "In a minute"),
        "nowTitle": Phrase("日志现在的样子", "The log now"),
        "nowNone": Phrase("日志还没有公布第一个检查点。", "The log has not published its first checkpoint yet."),
        "size": Phrase("一共", "Size"),
        "newest": Phrase("最新一条", "The newest"),
        "root": Phrase("根", "Root"),
        "nowNote": Phrase(
            "这几行叫检查点，由登记簿签名，有新记录就在一秒之内换新。把它存一份，以后随时能查出日志有没有改过。",
            "This is the checkpoint, signed by the register and renewed within a second of each new entry. Keep a copy "
                + "and you can tell at any later time whether the log was changed."),
        "checkpointLink": Phrase("检查点", "Checkpoint"),
        "keyLink": Phrase("公钥", "Public key"),
        "checkTitle": Phrase("这条记录在日志里吗", "Is this record in the log?"),
        "check": Phrase(
            "手里有查询结果卡、回执或证明文件的，贴进来就知道是真是假。",
            "If you hold an answer card, a receipt or a proof file, paste it in and see whether it is genuine."),
        "checkLink": Phrase("核对一份证明", "Check a proof"),
        "growthTitle": Phrase("最近十四天添了多少", "The last fourteen days"),
        "growthLabel": Phrase("每天新添的条目数", "New entries by day"),
        "growthTable": Phrase("看数字", "The figures"),
        "day": Phrase("日期", "Day"),
        "entries": Phrase("新添条目", "New entries"),
        "contentTitle": Phrase("日志里有什么，没有什么", "What is in it, and what is not"),
        "content": Phrase(
            "公开的每一条只有两样：入库的时间，和一个承诺值。承诺值像封好的信封上的火漆，能证明里面没换过，却看不见里面。",
            "A public entry has two things: when it came in, and a commitment. The commitment is like the seal on an "
                + "envelope: it shows that nothing inside was exchanged, and shows nothing of what is inside."),
        "leafTitle": Phrase("最新的一条，全部内容", "The newest entry, all of it"),
        "leafTime": Phrase("入库时间", "Came in at"),
        "leafCommitment": Phrase("承诺值", "Commitment"),
        "private1": Phrase(
            "没有姓名、证件号码、电话，没有号牌和车架号，也没有保险单号。",
            "No name, document number or telephone, no plate, no VIN, no policy number."),
        "private2": Phrase(
            "承诺值掺了随机数，拿着号牌一个个去试，也试不出来。",
            "Random numbers are mixed into the commitment, so that trying out plates one by one leads nowhere."),
        "private3": Phrase(
            "个人信息另外存放，每个人一把密钥。日志里没有它，所以删掉它也不用改日志，别人的证明照样有效。",
            "Personal data lies elsewhere, under a key for each person. The log holds none of it, so erasing it "
                + "changes neither the log nor anybody else’s proof."),
        "selfTitle": Phrase("不信我们，自己查", "Do not trust us: check"),
        "self": Phrase(
            "下面的命令只读公开的文件，不用账号。URL 换成本站的网址。",
            "These commands read public files only and need no account. Put this site’s address for URL."),
        "self1": Phrase("存下公钥和今天的检查点", "Keep the key and today’s checkpoint"),
        "self2": Phrase(
            "过些日子，看日志是不是从它续写下来的",
            "Some time later, see whether the log still continues it"),
        "self3": Phrase(
            "没有网络，也能核对手里的证明文件、查询结果卡和回执",
            "With no network, check a proof file, an answer card or a receipt"),
        "selfNote": Phrase(
            "格式是公开的（C2SP tlog-tiles、RFC 6962），用别人写的程序也能查。",
            "The formats are public (C2SP tlog-tiles, RFC 6962), so programs that others wrote can check it too."),
    ]
}
