"""What real workbooks hold, and what each of it means."""

import datetime as dt
from datetime import date

import pytest

from tests.ledger.sheets import CREDIT_CODE, VILLAGE, reading

DAY = date(2024, 12, 20)
CASES = [
    # sheet, field, heading, what is written, what it means
    *(
        ("资产", "asset.in_use_from", "启用日期", written, DAY)
        for written in (
            dt.date(2024, 12, 20),
            dt.datetime(2024, 12, 20, 15, 30),
            "2024-12-20",
            "2024/12/20",
            "2024.12.20",
            "2024年12月20日",
            "2024 年 12 月 20 日",
            "２０２４年１２月２０日",
            "2024-12-20 00:00:00",
            "20241220",
            20241220,
            45646,
            " 2024-12-20　",
        )
    ),
    *(
        ("资产", "asset.fixed", "固定资产", written, True)
        for written in ("是", "√", "✓", "Y", "y", "1", 1, "１", True, "TRUE", " 是 ")
    ),
    *(
        ("资产", "asset.fixed", "固定资产", written, False)
        for written in ("否", "×", "✗", "N", "0", 0, False, "x")
    ),
    *(
        ("项目", "project.fund.central", "中央衔接资金(元)", written, 1234550)
        for written in (
            12345.5,
            "12345.50",
            "12,345.50",
            "１２，３４５．５０",
            "¥12,345.5",
            "￥12345.5",
            "12345.5元",
            "1.23455万元",
            " 12 345.50 ",
            12345.500000000001,
        )
    ),
    ("项目", "project.fund.central", "中央衔接资金（万元）", 1.23455, 1234550),
    ("项目", "project.fund.central", "中央衔接资金\n（单位：万元）", "1.23455", 1234550),
    ("项目", "project.fund.central", "中央衔接资金/万元", 0.1 + 0.2, 300000),
    ("项目", "project.fund.central", "中央衔接资金(万元)", "12345.5元", 1234550),
    ("项目", "project.fund.central", "中央衔接资金(千元)", 12.3455, 1234550),
    ("项目", "project.expected_gain", "预期户均增收(元/户·年)", 800, 80000),
    ("项目", "project.expected_purchase_kg", "预期收购量(吨)", 1.5, 15_000_000),
    ("项目", "project.year", "年度", "2023年", 2023),
    ("项目", "project.year", "年度", "２０２３年度", 2023),
    ("项目", "project.kind", "项目类型", " 公益 性　", "public"),
    ("项目", "project.village", "行政村代码", int(VILLAGE), VILLAGE),
    ("项目", "project.village", "行政村代码", "６５２３２４１００２００", VILLAGE),
    ("项目", "project.village", "行政村代码", "/", None),
    ("项目", "project.expected_households", "预期带动户数", "35户", 35),
    ("经营主体", "business.number", "主体编号", CREDIT_CODE.lower(), CREDIT_CODE),
    ("经营主体", "business.number", "主体编号", "nc-12a", "NC-12A"),
    ("经营主体", "business.phone", "联系电话", 13812345678, "13812345678"),
    ("经营主体", "business.phone", "联系电话", "+86 138-1234-5678", "13812345678"),
    ("经营主体", "business.phone", "联系电话", "（0994）2345678", "0994-2345678"),
    ("经营主体", "business.phone", "联系电话", "0994-1234567", "0994-1234567"),
    ("经营主体", "business.name", "主体名称", "某合作社（有限合伙）", "某合作社（有限合伙）"),
    ("协议", "agreement.land_area", "土地面积(亩)", "12.5亩", 125_000),
    ("协议", "agreement.land_area", "土地面积(公顷)", 2, 300_000),
    ("协议", "agreement.guaranteed_rate", "保底比例", "6%", 6000),
    ("协议", "agreement.guaranteed_rate", "保底比例(%/年)", 3.45, 3450),
    ("协议", "agreement.floor_price", "保护价(元/公斤)", 5.1234, 51234),
    ("协议", "agreement.floor_price", "保护价(元/斤)", 2.5, 50_000),
    ("协议", "agreement.wage", "工资标准(元/月)", 3000, 300_000),
    ("协议", "agreement.rent_growth", "租金年递增", "-1.5%", -1500),
    ("协议", "agreement.record_day", "分红基准日", "12月31日", "12-31"),
    ("协议", "agreement.record_day", "分红基准日", dt.date(2026, 12, 31), "12-31"),
    ("协议", "agreement.record_day", "分红基准日", "2/29", "02-29"),
    ("协议", "agreement.due_days", "兑现时限", "12-20", "12-20"),
    ("协议", "agreement.due_days", "兑现时限", "12-20=1;06-30=2", "06-30=2;12-20=1"),
    ("协议", "agreement.due_days", "兑现时限", "次年3月31日；12月20日", "12-20;次年03-31"),
    ("协议", "agreement.due_days", "兑现时限", "06-30=40%,12-20=60%", "06-30=40;12-20=60"),
    ("协议", "agreement.clause", "条款序号", "第2条", 2),
    ("协议", "agreement.number", "协议编号", "ＸＹ—０１", "XY—01"),
    ("协议", "agreement.number", "协议编号", 20240001, "20240001"),
    ("协议", "agreement.duties", "各方权责", "甲方：付款\r\n乙方：养羊", "甲方：付款\n乙方：养羊"),
    ("经营结果", "result.net", "净利润", "(1,200.00)", -120_000),
    ("经营结果", "result.net", "净利润", "－１２００", -120_000),
    ("发放", "payment.instalment", "期次", "第2期", 2),
    ("发放", "payment.voucher", "凭证号", 652301202412200001 // 10**4, "65230120241220"),
    ("发放", "payment.voucher", "凭证号", "652301202412200001", "652301202412200001"),
    ("农户", "household.head", "户主姓名", "阿布都热依木·买买提", "阿布都热依木·买买提"),
    ("农户", "household.head", "户主姓名", "𠮷田𬱖", "𠮷田𬱖"),
    ("农户", "household.head", "户主姓名", "ئابدۇرېھىم\u200cمەمەت", "ئابدۇرېھىم\u200cمەمەت"),
    ("农户", "household.head", "户主姓名", "Жұмабай", "Жұмабай"),
    ("农户", "household.head", "户主姓名", "e\u0301", "é"),
    ("农户", "household.workers", "劳动力数（人）", "２", 2),
    ("农户", "household.workers", "*劳动力数", None, None),
]


@pytest.mark.parametrize(("sheet", "field", "heading", "written", "meant"), CASES)
def test_it_means(sheet, field, heading, written, meant):
    found = reading(sheet, {heading: written})
    assert not found.problems
    value = found.rows[sheet][0].values[field]
    assert value == meant
    assert type(value) is type(meant)
