from rules.finding import KINDS, ORDER, finding


def test_a_finding_has_its_code_article_subject_and_named_numbers():
    found = finding("agreement.no_due_day", "agreement:A", clause=2)
    assert (found.code, found.article, found.subject) == (
        "agreement.no_due_day",
        "10(3)",
        "agreement:A",
    )
    assert found.params == (("clause", "2"),)


def test_a_finding_may_rest_on_another_article():
    found = finding("price.missing", "agreement:A", ORDER, clause=1, crop="番茄", day="2024-08-01")
    assert found.article == "10(1)"


def test_every_code_says_what_it_is_about():
    subjects = {"agreement", "share", "result", "price", "plan", "payment"}
    assert {code.split(".")[0] for code in KINDS} == subjects
