"""Dated quantities: list prices 市价, the LPR 利率 and the county's own figures 县指标."""

from __future__ import annotations

from peewee import BigIntegerField, DateField, IntegerField, TextField

from models.ledger import LedgerTable


class Price(LedgerTable):
    """Sheet 市价: ten-thousandths of a yuan per kilogram, in force until the next."""

    crop = TextField(index=True)
    day = DateField()
    yuan_per_kg = BigIntegerField()
    source = TextField(null=True)


class Lpr(LedgerTable):
    """Sheet 利率: the one-year LPR in hundred-thousandths, in force until the next."""

    day = DateField(unique=True)
    rate = IntegerField()


class County(LedgerTable):
    """Sheet 县指标 (art. 4, 5)."""

    code = TextField(index=True)
    year = IntegerField()
    central_total = BigIntegerField(null=True)
    central_industry = BigIntegerField(null=True)
    farmer_income = BigIntegerField(null=True)
