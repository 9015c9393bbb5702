"""Payments 发放, and the plans 分配方案 by which a collective shares out (art. 11, 12)."""

from __future__ import annotations

from peewee import BigIntegerField, DateField, IntegerField, TextField

from models.ledger import HolderTable, LedgerTable


class Payment(HolderTable):
    """Sheet 发放; `agreement` is the number of an agreement or of a plan."""

    agreement = TextField(index=True)
    year = IntegerField()
    instalment = IntegerField(null=True)
    kind = TextField(null=True)
    voucher = TextField()
    type = TextField(null=True)
    amount = BigIntegerField()
    paid_on = DateField()
    form = TextField(null=True)
    passbook_text = TextField(null=True)


class Plan(LedgerTable):
    """Sheet 分配方案; `use_households` is the pot that households share."""

    number = TextField(unique=True)
    agreement = TextField(null=True, index=True)
    village = TextField(index=True)
    year = IntegerField()
    received = BigIntegerField()
    use_industry = BigIntegerField(null=True)
    use_posts = BigIntegerField(null=True)
    use_upkeep = BigIntegerField(null=True)
    use_welfare = BigIntegerField(null=True)
    use_reserve = BigIntegerField(null=True)
    use_other = BigIntegerField(null=True)
    use_households = BigIntegerField(null=True)
    basis = TextField(null=True)
    unit = TextField(null=True)
    decided_on = DateField(null=True)
    posted_from = DateField(null=True)
    posted_to = DateField(null=True)
    due_on = DateField(null=True)


class Portion(HolderTable):
    """Sheet 分户; `basis` in ten-thousandths."""

    plan = TextField(index=True)
    basis = BigIntegerField(null=True)
    amount = BigIntegerField(null=True)
