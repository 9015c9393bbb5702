"""The whole schema: every table, and the migrations that make it."""

from __future__ import annotations

from pathlib import Path

from peewee import Database, PeeweeException
from playhouse.migrations import Runner

from models.access import Access
from models.account import Account
from models.activation import Activation
from models.agreement import Agreement, Result, Training
from models.answer import Answer
from models.assistance import Assistance
from models.audit import Audit, AuditHead
from models.batch import Batch, Change
from models.business import Business
from models.campaign import Campaign, Poster, PosterAnswer, PosterReply, PosterScan
from models.card import Card
from models.course import Course
from models.database import Table
from models.database import database as bound
from models.dispute import Dispute, DisputeEntry
from models.due import Due
from models.erasure import EarlyErasure, Erasure
from models.event import Event
from models.exemplar import Exemplar
from models.finding import Finding, Survey, Total
from models.guess import Guess
from models.household import Delivery, Household, Income, Settlement, Share, Simple
from models.link import Link
from models.notice import Notice
from models.outcome import Outcome
from models.parameter import Parameter
from models.payment import Payment, Plan, Portion
from models.place import Place, Village
from models.printing import Printing, PrintingCard
from models.printing_job import PrintingJob
from models.project import Asset, Lease, Project
from models.project_step import ProjectStep
from models.rate import County, Lpr, Price
from models.recovery import Recovery
from models.remedy import Remedy, RemedyEntry
from models.reply import Reply
from models.review import Decision, Review
from models.roster import DraftShare
from models.rule import Rule
from models.session import Session
from models.signing import Signing
from models.slip import Slip
from models.tally import Tally
from models.visit import Check, Visit

MIGRATIONS = Path(__file__).with_name("migrations")

TABLES: tuple[type[Table], ...] = (
    Place,
    Village,
    Project,
    Asset,
    Lease,
    Business,
    Agreement,
    Result,
    Training,
    Household,
    Share,
    Delivery,
    Settlement,
    Income,
    Simple,
    Payment,
    Plan,
    Portion,
    Price,
    Lpr,
    County,
    Batch,
    Change,
    Due,
    Outcome,
    Visit,
    Check,
    Answer,
    Account,
    Activation,
    Recovery,
    Session,
    Card,
    Slip,
    Guess,
    Printing,
    PrintingCard,
    PrintingJob,
    Access,
    Assistance,
    Erasure,
    EarlyErasure,
    Finding,
    Total,
    Survey,
    Tally,
    Parameter,
    Rule,
    Exemplar,
    Decision,
    Review,
    Signing,
    DraftShare,
    Course,
    Campaign,
    Poster,
    PosterScan,
    PosterAnswer,
    PosterReply,
    ProjectStep,
    Remedy,
    RemedyEntry,
    Link,
    Reply,
    Notice,
    Dispute,
    DisputeEntry,
    Event,
    Audit,
    AuditHead,
)


def migrate(database: Database) -> None:
    """Bring the schema of `database` up to date; a second run changes nothing."""
    Runner(database, directory=str(MIGRATIONS)).up()


def pending(database: Database) -> list[str]:
    """Return the names of the migrations that `database` has not had."""
    status = Runner(database, directory=str(MIGRATIONS)).status()
    return [migration.name for migration in status if not migration.applied]


def unknown(database: Database) -> list[str]:
    """Return the migrations that `database` has had and this version of the product lacks."""
    status = Runner(database, directory=str(MIGRATIONS)).status()
    return [migration.name for migration in status if migration.path is None]


def lacks_schema() -> bool:
    """Say whether the bound database is there and its schema is not, or is an older one."""
    try:
        return bool(pending(bound.obj))
    except PeeweeException:
        return False
