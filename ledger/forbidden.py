"""What is kept out of the system for ever: headings whose columns are dropped, words in a text.

A column that is on the ledger's own list is never looked up here. A text is an agreement's own
words, which speak of animals' health and a field's place: there fewer words are refused than as a
heading, those that can only be about a person.
"""

from __future__ import annotations

import re

# fmt: off
CHINESE = (
    "民族", "族别", "族籍", "宗教", "信仰", "信教", "教派", "礼拜", "清真", "政治", "党员",
    "党派", "团员", "党籍", "政审", "行踪", "轨迹", "去向", "行程", "外出", "流动", "出行",
    "出入", "在家", "离家", "到访", "来访", "打卡", "考勤", "签到", "出境", "出国", "护照",
    "思想", "观点", "言论", "意见", "态度", "表现", "情绪", "评价", "诉求", "舆情", "关注人员",
    "重点人员", "维稳", "信用分", "积分", "评分", "排名", "子女", "儿童", "小孩", "孩子", "婴",
    "未成年", "学生", "学龄", "入学", "学校", "家庭成员", "成员姓名", "亲属", "配偶", "婚姻",
    "生育", "身份证", "证件", "身份号", "公民身份", "户口", "户籍", "籍贯", "出生", "生日",
    "年龄", "性别", "银行账", "银行帐", "银行卡", "账号", "帐号", "账户", "帐户", "卡号", "开户",
    "存折", "社保卡", "照片", "相片", "图片", "头像", "人像", "影像", "指纹", "人脸", "虹膜",
    "血型", "基因", "位置", "定位", "坐标", "经度", "纬度", "经纬", "住址", "地址", "门牌", "gps",
    "电话", "手机", "联系方式", "微信", "设备号", "设备标识", "健康", "疾病", "患病", "病情",
    "残疾", "医疗", "体检", "心理",
)
# fmt: on
ENGLISH = re.compile(
    r"ethnic|nationality|\brace\b|religio|belief|\bfaith|politic|\bparty member|whereabout|"
    r"movement|\btravel|opinion|attitude|\bmood|child|minor\b|\bid[ _-]?(?:card|no|number)|"
    r"identity|passport|bank|account[ _-]?n|card[ _-]?n|photo|picture|image|portrait|fingerprint|"
    r"biometric|location|\bgps|latitude|longitude|coordinate|address|phone|mobile|\btel\b|wechat|"
    r"\bdevice|\bimei|\bmac\b|birth|\bage\b|\bsex\b|gender|health|disease|illness|disab|family"
)
# ە turns into ى before endings: مىللەت, مىللىتى.
UYGHUR = re.compile(
    "مىلل[ەى]ت|مىللىي|(?:^|\\s)دىن(?:ىي|\\s|$)|ئېتىقاد|ئىباد[ەى]ت|سىياسىي|پارتىي[ەى]|"
    "ئىتتىپاق ئەزا|كىملىك|پاسپورت|نوپۇس|بانكا|ھېسابات نومۇر|ھېساب نومۇر|كارتا نومۇر|"
    "سۈر[ەى]ت|رەسىم|بارماق ئىزى|ئورۇن|ئورنى|كوئوردىنات|ئۇزۇنلۇق گرادۇس|كەڭلىك گرادۇس|ئادرېس|"
    "تېلېفون|يانفون|ئۈندىدار|ئۈسكۈن[ەى]|بالا|بالىلىرى|پەرز[ەى]نت|ئوقۇغۇچى|ئائىل[ەى] ئەزا|نىكاھ|"
    "پىكىر|پىكرى|قارىش|قاراش|پوزىتسىي[ەى]|ئىدىي[ەى]|ھەرىك[ەى]ت|يۈرۈش|سىرتقا چىق|"
    "تۇغۇلغان|ياش|يېشى|جىنس|سالام[ەى]ت|ساغلام|كېس[ەى]ل|مېيىپ"
)


def is_forbidden(heading: str) -> bool:
    """Say whether a heading names something that must never be read."""
    lower = heading.casefold()
    joined = "".join(lower.split())
    return (
        any(word in joined for word in CHINESE)
        or ENGLISH.search(lower) is not None
        or UYGHUR.search(lower) is not None
    )


# fmt: off
IN_TEXT = re.compile(
    "民族(?![乡路街])|族别|族籍|宗教|信仰|信教|教派|礼拜|政治面貌|党员|党派|团员|政审|行踪|轨迹|去向|外出|流动人口|"
    "打卡|签到|出境|出国|护照|思想|言论|态度|情绪|舆情|(?:关注|重点)人员|维稳|信用分|积分|排名|子女|儿童|小孩|孩子|"
    "婴儿|未成年|学生|学龄|家庭成员|配偶|婚姻|生育|身份证|证件号|身份号|户口|户籍|籍贯|银行账|银行帐|银行卡|[账帐卡]号|"
    "存折|社保卡|照片|相片|头像|人像|指纹|人脸|虹膜|血型|基因检测|定位|经纬度|微信号|手机号|残疾|病史|"
    "\\b(?:ethnic|religio|belief|politic|party member|whereabout|opinion|child(?:ren)?\\b|passport|"
    "identity card|id[ _-]?card|bank[ _-]?(?:account|card)|photo|portrait|fingerprint|"
    "account[ _-]n|biometric|gps|latitude|longitude|imei)|"
    "مىلل[ەى]ت|مىللىي|دىنىي|ئېتىقاد|ئىباد[ەى]ت|سىياسىي|پارتىي[ەى]|كىملىك|پاسپورت|نوپۇس|"
    "(?:بانكا )?ھېسابات نومۇر|كارتا نومۇر|رەسىم|بارماق ئىزى|پ[ەې]رز[ەى]نت|بالىلىر|ئوقۇغۇچى|"
    "ئائىل[ەى] ئەزا|نىكاھ|ھەرىك[ەى]ت ئىز|مېيىپ",
    re.IGNORECASE,
)
# fmt: on


def word_in(text: str) -> str:
    """Return the first word in a text that must not be stored, or ""."""
    found = IN_TEXT.search(text)
    return found[0] if found else ""
