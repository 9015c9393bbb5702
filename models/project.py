"""Projects 帮扶项目 and the assets they made (art. 4, 12, 14, 16, 18)."""

from __future__ import annotations

from dataclasses import fields
from typing import NamedTuple

from peewee import JOIN, BigIntegerField, BooleanField, DateField, IntegerField, TextField

from models.batch import Batch
from models.bulk import tuples, values
from models.ledger import LedgerTable
from models.scope import COUNTY_DIGITS, under
from rules.watch import facts


class Project(LedgerTable):
    """Sheet 项目; money in fen, purchase in ten-thousandths of a kilogram a year."""

    number = TextField(unique=True)
    name = TextField()
    village = TextField(null=True, index=True)
    year = IntegerField()
    kind = TextField()
    legacy = BooleanField(null=True)
    industry = BooleanField()
    fund_central = BigIntegerField(null=True)
    fund_region = BigIntegerField(null=True)
    fund_prefecture = BigIntegerField(null=True)
    fund_county = BigIntegerField(null=True)
    fund_bond = BigIntegerField(null=True)
    fund_xinjiang_aid = BigIntegerField(null=True)
    fund_paired_aid = BigIntegerField(null=True)
    fund_donation = BigIntegerField(null=True)
    fund_other = BigIntegerField(null=True)
    content = TextField(null=True)
    department = TextField()
    approver = TextField(null=True)
    implementer = TextField()
    user_in_charge = TextField(null=True)
    mechanism = TextField(null=True)
    expected_households = IntegerField(null=True)
    expected_gain = BigIntegerField(null=True)
    expected_jobs = IntegerField(null=True)
    expected_purchase_kg = BigIntegerField(null=True)
    capacity = IntegerField(null=True)
    review = TextField(null=True)


class Asset(LedgerTable):
    """Sheet 资产; life in ten-thousandths of a year, residual in hundred-thousandths."""

    number = TextField(unique=True)
    project = TextField(index=True)
    name = TextField()
    kind = TextField()
    fixed = BooleanField(null=True)
    cost = BigIntegerField()
    public_money = BigIntegerField(null=True)
    in_use_from = DateField()
    life_years = BigIntegerField()
    residual = IntegerField(null=True)
    in_base = BooleanField()
    exclusion_reason = TextField(null=True)
    owner = TextField()
    appraised = BigIntegerField(null=True)
    appraised_on = DateField(null=True)
    appraisal_department = TextField(null=True)
    state = TextField(null=True)


class Lease(LedgerTable):
    """Sheet 协议资产: which assets an agreement uses."""

    agreement = TextField(index=True)
    asset = TextField(index=True)


class Offered(NamedTuple):
    """A project that an agreement may name, with the department that is in charge of it."""

    number: str
    name: str
    department: str


def offered(place: str, limit: int) -> list[Offered]:
    """Return the projects of a place, and those of its county that lie in no one village."""
    county = Project.village.is_null() & Batch.scope.in_((place[:COUNTY_DIGITS], ""))
    query = (
        Project.select(Project.number, Project.name, Project.department)
        .join(Batch, JOIN.LEFT_OUTER, on=Batch.id == Project.batch)
        .where(under(Project.village, place) | county)
        .order_by(Project.number.desc())
    )
    return [Offered(*row) for row in tuples(query.limit(limit))]


def name_of(number: str) -> str:
    """Return a project's name, or its number where the ledger has none such."""
    return next(values(Project.select(Project.name).where(Project.number == number)), number)


def as_fact(row: Project) -> facts.Project:
    """Return a project as the rules see it."""
    return facts.Project(**{each.name: getattr(row, each.name) for each in fields(facts.Project)})
