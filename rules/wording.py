"""Words about people, which this system never holds (product.md 5): in a text, in a heading.

A text, an agreement's or somebody's own, also speaks of animals, goods and places, so fewer words
are refused in it than in a heading, which stands over a whole column.
"""

from __future__ import annotations

import re
import unicodedata

# A people's name is also part of names of places: 昌吉回族自治州, 大泉塔塔尔族乡.
PEOPLES = "汉|回|维吾尔|哈萨克|蒙古|柯尔克孜|塔塔尔|乌孜别克|塔吉克|锡伯|满|俄罗斯|达斡尔|东乡"
# What stands around a word says that no person is meant: 面积分布, 每户口粮, 以上访问, 集团员工,
# and offices and funds by their names: 民族宗教事务局, 少数民族发展资金.
CHINESE = (
    rf"民族(?!团结|发展|事务|宗教事务|[乡路街])|族别|族籍|(?:{PEOPLES})族(?!自治|乡)|宗教(?!事务)"
    r"|信教|信仰|教派|礼拜|清真寺|朝觐|阿訇|政治(?!站位|责任|任务|引领|意识)|党员|党派|党籍|团员(?!工)|政审"
    r"|行踪|轨迹|(?<!资金|款项|产品|收益)去向|外出(?!考察|学习|参观)|流动人口|打卡(?!点|地)"
    r"|签到(?!表|册)|出境|出国|护照|(?<!主义|解放|指导|统一)思想|现实表现|言论|态度|情绪|舆情"
    r"|关注人员|重点人(?!才)|维稳|(?<![以线网])上访|信访(?!局)|信用分|(?<![面体容])积分|排名"
    r"|子女|儿童|小孩|孩子|婴儿|未成年|(?<!大)学生|学龄|家庭成员|(?<!近)亲属|配偶|婚姻|离婚|生育"
    r"|身份证|证件号|身份号|户口(?![粮头])|户籍|籍贯|银行[账帐卡]|[账帐卡]号|存折|社保卡"
    r"|照片|相片|头像|人像|人脸|指纹|虹膜|血型|基因检测"
    r"|(?<!市场|产品|品牌|产业|项目|功能|发展|目标|企业)定位|经纬度|手机号|微信号|设备号|残疾(?!人联合会)|病史"
    r"|(?:(?<=[人户主员众民属他她])|(?<=[人户主员众民属他她]的))(?:患病|生病|病情|健康状况|性别)"
    r"|懒[汉惰]|好吃懒做|等靠要|游手好闲|不思进取|酒鬼|赌[鬼棍]|无赖|老赖|刁民|素质[低差]"
)
# photovoltaic, good faith and an animal's illness are no matter of people.
ENGLISH = (
    r"\b(?:ethnic|nationality|race\b|religio|belief|(?<!good )faith|politic|party member"
    r"|whereabout|opinion|mood\b|child|passport|identity card|id[ _-]?(?:card|no\b|number)"
    r"|bank[ _-]?(?:account|card)|account[ _-]n|photo(?!volt)|portrait|fingerprint|biometric|gps\b"
    r"|latitude|longitude|imei|disab|(?:his|her|their) illness|lazy|drunkard)"
)
# ە turns into ى before endings: مىللەت, مىللىتى.
UYGHUR = (
    r"مىلل[ەى]ت|مىللىي(?! يېزا)|(?<!\w)دىن(?:ىي|(?!\w))|ئېتىقاد|ئىباد[ەى]ت|مەسچىت|سىياسىي"
    r"|پارتىي[ەى]|ئىتتىپاق ئەزا|ئىز-دېرەك|ھەرىك[ەى]ت ئىز|چەت ئەلگە چىق|پاسپورت|ئىدىي[ەى]"
    r"|بالىلىر|پ[ەې]رز[ەى]نت|ئوقۇغۇچى|ئائىل[ەى] ئەزا|نىكاھ|كىملىك|نوپۇس|بانكا كارت"
    r"|ھېساب(?:ات)? نومۇر|كارتا نومۇر|سۈر[ەى]ت|رەسىم|بارماق ئىزى|مېيىپ"
    r"|(?:ئۇنىڭ|ئادەمنىڭ|كىشىنىڭ) كېسىلى|ھۇرۇن|ھاراقكەش|قىمارۋاز"
)
# A household or a person is praised, ranked or held up to others; a business may be.
PRAISE = re.compile(
    "(?:示范|带头|先进|模范|标兵|光荣|优秀|最美|文明|星级|典型|落后|后进)(?:农|住|脱贫|家)?(?:户|家庭(?!农场))"
    "|致富(?:能手|带头人|标兵)|(?:带头人|贫困户|脱贫户)[^。]{0,6}第一|勤劳致富的"
    "|(?:ئۈلگىلىك|نەمۇنىچى|نەمۇنىلىك|ئىلغار|ئارقىدا قالغان) (?:دېھقان )?ئائىلە"
)
IN_TEXT = re.compile(f"{CHINESE}|{ENGLISH}|{UYGHUR}", re.IGNORECASE)
# Of a column these words too, and those above whatever stands around them.
IN_HEADING = re.compile(
    "民族|宗教|信访|残疾|清真|政治|团员|去向|行程|外出|流动|出行|出入|在家|离家|到访|来访|打卡|考勤|签到|思想"
    "|观点|意见|表现|评价|诉求|重点人员|积分|评分|婴|学生|入学|学校|成员姓名|亲属"
    "|证件|公民身份|户口|出生|生日|年龄|性别|[账帐]户|开户|图片|影像|基因|位置|定位|坐标|经度|纬度"
    "|经纬|住址|地址|门牌|电话|手机|联系方式|微信|设备标识|健康|疾病|患病|病情|医疗|体检|心理"
    r"|ethnic|religio|belief|faith|politic|movement|\btravel|opinion|attitude|\bmood|child|minor\b"
    r"|identity|passport|bank|card[ _-]?n|photo|picture|image|portrait|fingerprint|biometric"
    r"|location|gps|latitude|longitude|coordinate|address|phone|mobile|\btel\b|wechat|\bdevice"
    r"|\bmac\b|birth|\bage\b|\bsex\b|gender|health|disease|illness|family"
    "|مىللىي|ئورۇن|ئورنى|كوئوردىنات|ئۇزۇنلۇق گرادۇس|كەڭلىك گرادۇس|ئادرېس|تېلېفون|يانفون|ئۈندىدار"
    "|ئۈسكۈن[ەى]|بالا|پىكىر|پىكرى|قارىش|قاراش|پوزىتسىي[ەى]|ھەرىك[ەى]ت|يۈرۈش|سىرتقا چىق|تۇغۇلغان"
    "|بانكا|ياش|يېشى|جىنس|سالام[ەى]ت|ساغلام|كېس[ەى]ل",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
# Eleven digits in a row are a telephone, an identity card, a bank card or a household's number.
NUMBER = re.compile(r"\d(?:[ ‐–—-]?\d){10,}")
DAY = re.compile(r"(?<!\d)20\d\d-\d{1,2}-\d{1,2}(?!\d)")


def about_people(text: str) -> str:
    """Return the first word of a text that speaks of people, or nothing."""
    found = IN_TEXT.search(_joined(text))
    return found[0] if found else ""


def praises(text: str) -> str:
    """Return the first words of a text that praise or rank households or people, or nothing."""
    found = PRAISE.search(_joined(text))
    return found[0] if found else ""


def is_about_people(heading: str) -> bool:
    """Say whether a heading names something about people: its column is never read."""
    joined = _joined(heading)
    return bool(IN_TEXT.search(joined) or IN_HEADING.search(joined))


def has_number_of_people(text: str) -> bool:
    """Say whether a number stands in it that could be a telephone, a card or a household's."""
    plain = DAY.sub("日", unicodedata.normalize("NFKC", text))
    return NUMBER.search(plain) is not None


def _joined(text: str) -> str:
    """Return a text without blanks between Chinese characters: 民 族 is 民族."""
    return BETWEEN.sub("", unicodedata.normalize("NFKC", text))
