import pytest
from made import Book, by, exactly, killed

from dateline.findings import event_of


def event_with(*stances, denier="the government"):
    """One account whose type claims have these stances; denials on somebody's word."""
    book = Book()
    report = book.report("Reports of an ambush on the road were denied.")
    account = book.tell(report, "Armed clash", stance=stances[0])
    chain = by(denier) if denier else {}
    kind = book.claims[account.claims[0]].value
    for number, stance in enumerate(stances[1:]):
        more = chain if stance == "denied" else {}
        account = book.add(account, book.claim(report, "type", kind, number + 5, stance=stance, **more))
    return book.fold(account)


@pytest.mark.parametrize(
    ("stances", "stance", "exported"),
    [
        (["asserted"], "asserted", True),
        (["alleged"], "alleged", True),
        (["alleged", "denied"], "alleged and denied", False),
        (["asserted", "denied"], "alleged and denied", False),
        (["planned"], "planned", False),
        (["hypothetical"], "hypothetical", False),
    ],
)
def test_what_stays_out_until_a_person_decides(stances, stance, exported):
    event = event_with(*stances)
    assert (event.stance, event.exported, event.withheld is None) == (stance, exported, exported)


def test_told_not_to_have_happened():
    event = event_with("denied", denier=None)
    assert (event.stance, event.exported) == ("denied", False)


def test_a_denied_figure_denies_no_event():
    book = Book()
    report = book.report("A text that is long enough.")
    figure = book.claim(report, "killed", exactly(5), 1, stance="denied", **by("the army"))
    event = book.fold(book.tell(report, "Attack", None, None, figure))
    assert event.exported
    assert killed(event) == 0
    assert figure.id in event.finding("killed").opposing


def test_planned_here_and_told_there_has_happened():
    book = Book()
    planned = book.tell(book.report("They will march."), "Peaceful protest", stance="planned")
    done = book.tell(book.report("They marched."), "Peaceful protest", salience="background")
    event = book.fold(planned, done)
    assert (event.stance, event.exported, event.salience) == ("asserted", True, "main")


def test_a_summary_is_no_single_event():
    book = Book()
    made = [book.tell(book.report(f"Text {n}."), clarity="summary") for n in range(2)]
    assert book.fold(*made).clarity == "summary"


def test_people_have_the_last_word():
    book = Book()
    account = book.tell(book.report("A text."), stance="planned")
    assert not book.fold().exported
    accept = book.decide("accept", event_of(account.id), at=1, seen=account.claims)
    assert (book.fold().exported, book.fold().status) == (True, "accepted by reviewer")
    book.decide("reject", event_of(account.id), at=2, reason="a rumour")
    assert (book.fold().exported, book.fold().withheld) == (False, "rejected by reviewer: a rumour")
    book.decide("undo", book.decisions[-1].id, at=3)
    assert book.fold().status == "accepted by reviewer"
    book.decide("undo", accept.id, at=4)
    assert book.fold().status == "machine, unreviewed"


def test_new_claims_under_an_accepted_event_are_shown():
    book = Book()
    report = book.report("A text that is long enough.")
    account = book.tell(report)
    book.decide("accept", event_of(account.id), seen=account.claims)
    book.add(account, book.claim(report, "killed", exactly(4), 3))
    assert book.fold().status == "accepted by reviewer; new claims since"


def test_a_chosen_claim_and_a_chosen_value():
    book = Book()
    report = book.report("A text that is long enough.")
    low = book.claim(report, "killed", exactly(4), 1, **by("the army"))
    high = book.claim(report, "killed", exactly(9), 2, **by("residents"))
    account = book.tell(report, "Attack", None, None, low, high)
    assert killed(book.fold()) == 4
    chosen = book.decide("choose", account.id, field="killed", value=high.id)
    found = book.fold().finding("killed", "acled: lowest reliable")
    assert (found.value, found.decision, found.supporting) == (9, chosen.id, (high.id,))
    assert low.id in found.opposing
    assert killed(book.fold(), "airwars: min-max") == [9, 9]
    book.decide("choose", account.id, field="killed/ucdp: best", value=7, at=2)
    assert killed(book.fold(), "ucdp: best") == 7
    assert killed(book.fold()) == 9
    book.decide("choose", account.id, field="type", value="Armed clash", at=3)
    assert book.fold().type.acled_event == "Battles"


def test_a_rejected_claim_is_used_by_no_rule():
    book = Book()
    report = book.report("A text that is long enough.")
    figure = book.claim(report, "killed", exactly(4), 1)
    book.tell(report, "Attack", None, None, figure)
    book.decide("reject", figure.id)
    assert killed(book.fold()) == 0
    assert figure in book.fold().claims
