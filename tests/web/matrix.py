"""Who may use what: every route with its readers and the object that its address names.

Written by hand: a route that is missing here, or that lets somebody else in, fails the build.
Readers: A anybody, H household, B business, V village cadre, T township, C county, P prefecture.
An object is seen by those alone in whose scope it lies, or whose own it is; "" stands for a page
about the reader's own scope or for everybody.
"""

READERS = {
    "A": "anyone",
    "H": "household",
    "B": "business",
    "V": "cadre",
    "T": "township",
    "C": "county",
    "P": "prefecture",
}
MATRIX = {
    **dict.fromkeys(("account.create", "account.find", "account.index", "account.new"), ("CP", "")),
    **dict.fromkeys(
        (
            *("account.show", "account.disable", "account.enable", "account.renew"),
            *("account.reset", "account.stop"),
        ),
        ("CP", "account"),
    ),
    **dict.fromkeys(("activate.enter", "activate.show"), ("A", "")),
    **dict.fromkeys(
        ("agreement.find", "agreement.lines", "agreement.overview", "agreement.schedule"),
        ("TC", "agreement"),
    ),
    "agreement.show": ("H", "own agreement"),
    "asset.show": ("TC", "asset"),
    "bring.create": ("T", ""),
    "business.index": ("TC", ""),
    "business.notices": ("TC", ""),
    "business.show": ("TC", "business"),
    **dict.fromkeys(("business.paper", "business.told"), ("TC", "business")),
    "business.tell": ("C", "business"),
    **dict.fromkeys(("campaign.create", "campaign.index", "campaign.new"), ("C", "")),
    **dict.fromkeys(("campaign.paper", "campaign.show"), ("C", "campaign")),
    **dict.fromkeys(("card.set_pin", "card.show", "card.start", "card.unlock"), ("A", "card")),
    "check.index": ("H", ""),
    **dict.fromkeys(("check.show", "check.tell"), ("H", "check")),
    **dict.fromkeys(("contract.pdf", "contract.word"), ("TC", "signing")),
    **dict.fromkeys(("course.create", "course.index", "course.new"), ("TC", "")),
    **dict.fromkeys(("course.end", "course.remove"), ("TC", "course")),
    "dashboard.export": ("P", ""),
    "dashboard.show": ("TCP", ""),
    **dict.fromkeys(("disclosure.paper", "disclosure.show"), ("TC", "project")),
    "dispute.index": ("VTCP", ""),
    "dispute.show": ("VTC", "dispute"),
    **dict.fromkeys(("dispute.answer", "dispute.handle"), ("TC", "dispute")),
    **dict.fromkeys(("due.show", "due.tell"), ("H", "due")),
    "event.index": ("TC", ""),
    **dict.fromkeys(("event.create", "event.new"), ("T", "household")),
    "event.show": ("TC", "event"),
    "event.decide": ("C", "event"),
    "finding.export": ("C", ""),
    "finding.index": ("TC", ""),
    "finding.show": ("TC", "finding"),
    **dict.fromkeys(
        (
            *("held.ask", "held.erase", "held.forget"),
            *("held.sheet", "held.show", "held.take_out"),
        ),
        ("H", ""),
    ),
    "home.show": ("A", ""),
    **dict.fromkeys(("household.show", "household.voice"), ("H", "")),
    **dict.fromkeys(("issue.find", "issue.index"), ("TC", "")),
    "issue.show": ("TC", "household"),
    **dict.fromkeys(
        ("issue.create", "issue.end", "issue.new", "issue.paper", "issue.revoke"),
        ("T", "household"),
    ),
    "language.choose": ("A", ""),
    **dict.fromkeys(
        ("export.create", "export.show", "ledger.index", "ledger.template", "ledger.upload"),
        ("C", ""),
    ),
    **dict.fromkeys(
        (
            *("ledger.discard", "ledger.marked", "ledger.show", "ledger.store"),
            *("ledger.take_back", "ledger.undo"),
        ),
        ("C", "batch"),
    ),
    **dict.fromkeys(("link.create", "link.end", "link.new", "link.revoke"), ("C", "business")),
    **dict.fromkeys(("next.leave", "next.show"), ("A", "")),
    "notice.show": ("A", ""),
    "obligation.show": ("TC", ""),
    **dict.fromkeys(("own_card.revoke", "own_card.show"), ("H", "")),
    **dict.fromkeys(("own_dispute.create", "own_dispute.index", "own_dispute.new"), ("H", "")),
    **dict.fromkeys(("own_dispute.show", "own_dispute.tell"), ("H", "own dispute")),
    "own_place.show": ("H", ""),
    **dict.fromkeys(("parameter.create", "parameter.index", "parameter.show"), ("C", "")),
    **dict.fromkeys(("password.change", "password.show"), ("VTCP", "")),
    "payer.ask": ("A", ""),
    "payer.enter": ("A", "link"),
    "payer.show": ("B", ""),
    **dict.fromkeys(("plan.minutes", "plan.payout", "plan.posted", "plan.show"), ("TC", "plan")),
    **dict.fromkeys(("policy.index", "policy.show", "calculator.show"), ("A", "")),
    **dict.fromkeys(("explanation.show", "explanation.voice"), ("A", "")),
    **dict.fromkeys(("poster.show", "poster.tell"), ("A", "")),
    **dict.fromkeys(
        (
            *("print_job.again", "print_job.download", "print_job.hand_over"),
            *("print_job.handout", "print_job.handover", "print_job.sheet", "print_job.start"),
            *("print_job.stop", "printing.close", "printing.withdraw"),
        ),
        ("T", "printing"),
    ),
    **dict.fromkeys(("print_job.sample", "printing.create", "printing.new"), ("T", "")),
    "printing.decide": ("C", "printing"),
    "printing.index": ("TC", ""),
    "printing.show": ("TC", "printing"),
    **dict.fromkeys(("project.create", "project.index", "project.new"), ("TC", "")),
    **dict.fromkeys(("project.amend", "project.correct", "project.show"), ("TC", "project")),
    **dict.fromkeys(
        ("project.approve", "project.decide", "project.judge", "project.review"), ("C", "project")
    ),
    **dict.fromkeys(("proof.give", "proof.show"), ("VTCP", "")),
    **dict.fromkeys(("receipt.find", "receipt.show"), ("A", "card")),
    **dict.fromkeys(("recovery.create", "recovery.show"), ("TCP", "")),
    **dict.fromkeys(("remedy.create", "remedy.new"), ("TC", "")),
    "remedy.index": ("TCP", ""),
    **dict.fromkeys(("remedy.add", "remedy.show"), ("TC", "remedy")),
    "remedy.hand": ("C", "remedy"),
    **dict.fromkeys(("reply.give", "reply.show"), ("B", "own finding")),
    **dict.fromkeys(("review.index", "review.show", "review.decide", "review.make"), ("C", "")),
    **dict.fromkeys(("review.amend", "review.correct"), ("C", "decision")),
    **dict.fromkeys(
        ("review.document", "review.pack", "review.paper", "review.workbook"), ("C", "pack")
    ),
    "roster.save": ("T", "signing"),
    "roster.show": ("TC", "signing"),
    **dict.fromkeys(("exemplar.create", "exemplar.new"), ("C", "")),
    **dict.fromkeys(("exemplar.index", "exemplar.show"), ("A", "")),
    **dict.fromkeys(("exemplar.edit", "exemplar.update"), ("C", "exemplar")),
    **dict.fromkeys(("rule.create", "rule.new"), ("C", "")),
    **dict.fromkeys(("rule.index", "rule.show"), ("A", "")),
    **dict.fromkeys(("rule.edit", "rule.update"), ("C", "rule")),
    **dict.fromkeys(("session.end", "session.index"), ("HVTCP", "")),
    **dict.fromkeys(("setting.choose", "setting.show"), ("A", "")),
    **dict.fromkeys(("signature.create", "signature.new"), ("T", "signing")),
    **dict.fromkeys(("signin.enter", "signin.leave", "signin.show"), ("A", "")),
    **dict.fromkeys(("signing.create", "signing.new"), ("T", "")),
    "signing.index": ("TC", ""),
    "signing.show": ("TC", "signing"),
    **dict.fromkeys(
        (
            *("signing.check", "signing.clause", "signing.end", "signing.give_up"),
            *("signing.reopen", "signing.save"),
        ),
        ("T", "signing"),
    ),
    **dict.fromkeys(("slip.create", "slip.new"), ("T", "household")),
    **dict.fromkeys(("statement.paper", "statement.show"), ("H", "")),
    **dict.fromkeys(("sunshine.index", "sunshine.poster", "sunshine.village"), ("A", "")),
    **dict.fromkeys(
        ("sunshine.business", "sunshine.data", "sunshine.paper", "sunshine.workbook"), ("A", "")
    ),
    "visit.check": ("VT", "active card"),
    **dict.fromkeys(
        ("visit.create", "visit.find", "visit.index", "visit.new", "visit.scan"), ("VT", "")
    ),
    "visit.done": ("VT", "own visit"),
}
