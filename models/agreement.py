"""Agreements 协议: one row for the terms of a clause from a day on (art. 10, 13, 15, 18)."""

from __future__ import annotations

from peewee import BigIntegerField, DateField, IntegerField, TextField

from models.ledger import LedgerTable


class Agreement(LedgerTable):
    """Sheet 协议. Units as in `rules.facts.Terms`; days as MM-DD, due days as written there."""

    number = TextField(index=True)
    clause = IntegerField()
    in_force_from = DateField()
    project = TextField(null=True)
    business = TextField(index=True)
    party = TextField()
    party_number = TextField(null=True)
    mode = TextField()
    stake = TextField(null=True)
    source = TextField(null=True)
    written_reason = TextField(null=True)
    upstream = TextField(null=True)
    households = IntegerField(null=True)
    signed_on = DateField()
    starts_on = DateField()
    ends_on = DateField(null=True)
    year_kind = TextField(null=True)
    principal = BigIntegerField(null=True)
    shares = BigIntegerField(null=True)
    guaranteed_rate = IntegerField(null=True)
    guaranteed_amount = BigIntegerField(null=True)
    profit_share = IntegerField(null=True)
    combination = TextField(null=True)
    pays_from_year = IntegerField(null=True)
    record_day = TextField(null=True)
    unit = TextField(null=True)
    remainder = TextField(null=True)
    land_area = BigIntegerField(null=True)
    rent_kind = TextField(null=True)
    rent_price = BigIntegerField(null=True)
    rent_growth = IntegerField(null=True)
    rent_step_amount = BigIntegerField(null=True)
    rent_step_years = IntegerField(null=True)
    rent_crop = TextField(null=True)
    rent_crop_kg = BigIntegerField(null=True)
    rent_price_day = TextField(null=True)
    crop = TextField(null=True)
    crop_kg = BigIntegerField(null=True)
    floor_price = BigIntegerField(null=True)
    premium = BigIntegerField(null=True)
    job = TextField(null=True)
    wage = BigIntegerField(null=True)
    wage_unit = TextField(null=True)
    work_time = BigIntegerField(null=True)
    service = TextField(null=True)
    fee = BigIntegerField(null=True)
    reduced_fee = BigIntegerField(null=True)
    reduced_for = TextField(null=True)
    payment_form = TextField(null=True)
    due_days = TextField(null=True)
    entry_terms = TextField(null=True)
    exit_terms = TextField(null=True)
    liability = TextField(null=True)
    penalty_rate = IntegerField(null=True)
    duties = TextField(null=True)
    ownership = TextField(null=True)
    witness = TextField(null=True)
    template = TextField(null=True)
    buyback_price = BigIntegerField(null=True)
    buyback_on = DateField(null=True)
    buyback_by = TextField(null=True)


class Result(LedgerTable):
    """Sheet 经营结果; `per_share` in ten-thousandths of a yuan."""

    agreement = TextField(index=True)
    clause = IntegerField()
    year = IntegerField()
    round = IntegerField()
    net = BigIntegerField(null=True)
    loss_covered = BigIntegerField(null=True)
    reserve = BigIntegerField(null=True)
    profit = BigIntegerField(null=True)
    per_share = BigIntegerField(null=True)
    confirmed_on = DateField()


class Training(LedgerTable):
    """Sheet 培训: what was taught when; nobody's attendance is recorded."""

    agreement = TextField(index=True)
    day = DateField()
    topic = TextField()
    stage = TextField(null=True)
