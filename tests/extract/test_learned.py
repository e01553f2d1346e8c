from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from telling import tell

from dateline.codebook import load_codebook
from dateline.extract.read import read
from dateline.extract.what.frames import frames
from dateline.extract.what.learned import doubtful, origin, sure, weigh
from dateline.extract.what.triggers import triggers
from dateline.model.reading import EventGuess, Reading, RoleGuess, Trigger
from dateline.model.report import Report
from dateline.text import parse

TEXT = "Fighters walked into Bria unopposed. Villagers were attacked. The team attacked well."
LEARNED = load_codebook().learned


def guess(words, score, kind="Non-violent transfer of territory", share=0.9):
    at = TEXT.index(words)
    return EventGuess(at, at + len(words), words, score, ((kind, share),))


def reading(*guesses, text=TEXT):
    return Reading(Report(text)).add(doc=parse(text), guesses=guesses)


def listed(words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Trigger(at, at + len(words), words, at, "attack", "VERB", "attack")


def test_a_likely_guess_that_no_list_has_becomes_a_trigger():
    (made,) = weigh(reading(guess("walked into", LEARNED.add)), [])
    assert (made.text, made.lemma, made.pos, made.entry) == ("walked into", "walk", "VERB", "learned-withdraw")
    assert sure(*weigh(reading(guess("walked into", LEARNED.sure)), []))
    assert origin([made]) == {"origins": ("learned reader",), "score": LEARNED.add}


def test_a_guess_too_unlikely_adds_nothing():
    assert weigh(reading(guess("walked into", LEARNED.add - 0.01)), []) == []


def test_a_guess_of_no_clear_type_adds_nothing():
    assert weigh(reading(guess("walked into", 1.0, share=LEARNED.clear)), [])
    assert weigh(reading(guess("walked into", 1.0, share=LEARNED.clear - 0.01)), []) == []


@pytest.mark.parametrize("words", ["the civil war", "in conflict"])
def test_a_word_for_a_whole_war_tells_no_event(words):
    text = f"He told of {words} and of a siege."
    found = [
        EventGuess(text.index(w), text.index(w) + len(w), w, 1.0, (("Armed clash", 1.0),)) for w in (words, "a siege")
    ]
    assert [t.text for t in weigh(reading(*found, text=text), [])] == ["a siege"]


def test_a_listed_word_stays_with_its_guess_or_goes_without_one():
    kept, lost = listed("attacked"), listed("attacked", 1)
    on_it = guess("attacked", LEARNED.sure, "Attack")
    found = weigh(reading(on_it), [kept, lost])
    assert [(t.start, t.guess) for t in found] == [(kept.start, on_it)]
    assert origin(found) == {"origins": ("rules", "learned reader"), "score": 1.0}


@pytest.mark.parametrize(("text", "number"), [("The army will attack Bria.", 1), ("The army attacked Bria.", 0)])
def test_a_listed_word_to_come_needs_less_than_one_told_as_done(text, number):
    at = text.index("attack")
    word = Trigger(at, at + 6, "attack", at, "attack", "VERB", "attack")
    unlikely = EventGuess(at, at + 6, "attack", LEARNED.keep, (("Attack", 0.9),))
    assert len(weigh(reading(unlikely, text=text), [word])) == number


def test_an_event_told_as_done_needs_one_likely_word():
    unlikely, likely = guess("attacked", LEARNED.told - 0.01, "Attack"), guess("attacked", LEARNED.told, "Attack")
    word = listed("attacked")
    assert doubtful([replace(word, guess=unlikely)])
    assert not doubtful([replace(word, guess=unlikely), replace(word, guess=likely)])
    assert not doubtful([word])


@pytest.mark.parametrize(("rest", "number"), [("in Bosaso, Somalia, on Friday", 1), ("", 0)])
def test_unlikely_words_that_tell_town_and_day_tell_an_event(rest, number, monkeypatch):
    text = f"A shopkeeper was shot dead {rest}."
    at, score = text.index("shot"), LEARNED.told - 0.01
    guessed = (EventGuess(at, at + 9, "shot dead", score, (("Attack", 0.9),)),)
    monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guessed, ()))
    assert len(read(Report(text, published=date(2025, 3, 16))).accounts) == number


@pytest.fixture
def guessing(monkeypatch):
    """The kinds of the events of a text, with the learned reader's types of words given as (type, share)."""

    def kinds(text, **types):
        found = []
        for word, (name, share) in types.items():
            at = text.index(word)
            found.append(EventGuess(at, at + len(word), word, 1.0, ((name, share),)))
        monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (tuple(found), ()))
        report = Report(text, published=date(2025, 3, 16))
        return [account.type.acled_sub_event for account in read(report).accounts]

    return kinds


def test_the_reader_goes_before_a_rule_where_it_is_sure_enough(guessing):
    text, enough = "Gunmen attacked a village near Gao on Friday.", LEARNED.type
    assert guessing(text, attacked=("Mob violence", enough)) == ["Mob violence"]
    assert guessing(text, attacked=("Mob violence", enough - 0.01)) == ["Attack"]


@pytest.mark.parametrize(("short", "kind"), [(0.01, "Mob violence"), (-0.01, "Attack")])
def test_the_reader_goes_before_a_rule_only_where_it_finds_the_rules_type_far_less_likely(short, kind, monkeypatch):
    text, share = "Gunmen attacked a village near Gao on Friday.", LEARNED.type + 0.05
    types = (("Mob violence", share), ("Attack", share - LEARNED.ahead - short))
    at = text.index("attacked")
    guessed = (EventGuess(at, at + 8, "attacked", 1.0, types),)
    monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guessed, ()))
    (account,) = read(Report(text, published=date(2025, 3, 16))).accounts
    assert account.type.acled_sub_event == kind


def test_words_of_harm_say_little_of_the_kind(guessing):
    text = "A blast shook Gao on Friday, killing two people."
    assert guessing(text, blast=("Suicide bomb", 0.9), killing=("Attack", 0.9)) == ["Suicide bomb"]


def test_no_guess_goes_before_a_firm_rule(guessing):
    text = "Police seized rifles in Lahore on Friday."
    assert guessing(text, seized=("Arrests", 0.95)) == ["Disrupted weapons use"]


@pytest.mark.parametrize(
    ("doers", "kind"),
    [("The army", "Government regains territory"), ("The rebels", "Non-state actor overtakes territory")],
)
def test_who_takes_a_place_says_whose_it_is_whatever_is_guessed(doers, kind, guessing):
    other = {"Government regains territory", "Non-state actor overtakes territory"} - {kind}
    assert guessing(f"{doers} seized control of the town on Friday.", seized=(*other, 0.9)) == [kind]


@pytest.mark.parametrize(("score", "number"), [(LEARNED.sure, 1), (LEARNED.sure - 0.01, 0)])
def test_sure_words_beside_somebody_tell_an_event(score, number, monkeypatch):
    text = "It was raining. Nobody slept. The roads were wet. The army said that shells were fired."
    at = text.index("fired")
    guessed = (EventGuess(at, at + 5, "fired", score, (("Shelling/artillery/missile attack", 0.9),)),)
    monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guessed, ()))
    assert len(read(Report(text)).accounts) == number


@pytest.mark.parametrize(
    ("text", "read_as", "stance", "salience"),
    [
        ("Gunmen attacked a village near Gao on Friday.", ("planned", "main"), "planned", "main"),
        ("Gunmen will attack a village near Gao.", ("asserted", "background"), "asserted", "background"),
        ("Gunmen attacked a village near Gao on Friday.", ("alleged", "main"), "alleged", "main"),
        ("Gunmen will attack a village near Gao.", ("alleged", "main"), "planned", "main"),
        ("Gunmen attacked a village near Gao on Friday.", ("asserted", "follow-up"), "asserted", "main"),
    ],
)
def test_the_reader_says_how_an_event_is_held_and_what_it_is_to_the_story(text, read_as, stance, salience, monkeypatch):
    at, end = text.index("attack"), text.index(" a village")
    guessed = (EventGuess(at, end, text[at:end], 0.99, (("Attack", 0.9),), *read_as),)
    monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guessed, ()))
    (account,) = read(Report(text, published=date(2025, 3, 16))).accounts
    assert (account.stance, account.salience) == (stance, salience)


@pytest.mark.parametrize(
    ("score", "share", "number"),
    [(LEARNED.sure, LEARNED.plain, 1), (LEARNED.sure, LEARNED.plain - 0.01, 0), (LEARNED.sure - 0.01, 0.99, 0)],
)
def test_sure_words_of_one_plain_kind_tell_an_event_with_nobody_beside_them(score, share, number, monkeypatch):
    text = "It was raining. Nobody slept. The roads were wet. All that was of worth had been carried off."
    at = text.index("carried off")
    kinds = (("Looting/property destruction", share),)
    guessed = (EventGuess(at, at + 11, "carried off", score, kinds),)
    monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guessed, ()))
    assert len(read(Report(text)).accounts) == number


@pytest.mark.parametrize("device", ["A roadside bomb planted by", "A car bomb of"])
@pytest.mark.parametrize("who", ["the Israeli army", "Russian forces", "gunmen"])
def test_a_bomb_that_was_laid_is_none_from_the_air_whoever_laid_it(device: str, who: str) -> None:
    assert tell(f"{device} {who} killed four people near Quetta on Friday.").kinds == ["Remote explosive/landmine/IED"]


@pytest.mark.parametrize("who", ["The Sudanese army", "US forces", "Fighters of the Rapid Support Forces", "Gunmen"])
def test_who_attacks_makes_no_battle_of_an_attack(who: str) -> None:
    hit = ("attacked a village near Kaya", "attacked the town of Babanusa", "stormed a hospital in Gedaref")
    assert [tell(f"{who} {what} on Monday, killing two people.").kinds for what in hit] == [["Attack"]] * 3


@pytest.mark.parametrize("who", ["The Sudanese army", "US forces", "JNIM fighters", "Gunmen"])
def test_whoever_attacks_soldiers_fights_them(who: str) -> None:
    hit = ("attacked an army base near Gao, killing nine soldiers", "exchanged fire with militants near Gao")
    assert [tell(f"{who} {what} on Friday.").kinds for what in hit] == [["Armed clash"]] * 2


def test_a_village_that_sounds_like_a_person_is_not_masked_and_a_person_is() -> None:
    village = (Path(__file__).parents[2] / "examples/reports/syria-2-monitor-bulletin.txt").read_text("utf-8")
    assert "fire in Tal Halaf over" in village
    assert "Tal Halaf" not in [m.text for m in read(Report(village, published=date(2024, 6, 14))).people]
    person = (
        "HASAKAH, Syria - The army said on Friday that it had lost confidence in Omar Haddad, a baker, and held him."
    )
    assert [m.text for m in read(Report(person, published=date(2024, 6, 14))).people] == ["Omar Haddad"]


def test_a_phrase_that_is_ruled_out_is_none_for_the_learned_reader_either():
    text = "Two thousand people came to a campaign rally in Tampa and to a rally of miners."
    found = [text.index("a campaign rally"), text.index("a rally")]
    guesses = [
        EventGuess(at, at + size, text[at : at + size], 1.0, (("Peaceful protest", 0.9),))
        for at, size in zip(found, (16, 7), strict=True)
    ]
    read_now = triggers(reading(*guesses, text=text).add(places=(), times=(), fillers=()))
    assert [trigger.start for trigger in read_now.triggers] == [text.index("rally of")]


def test_what_was_hit_ends_with_its_own_words():
    text = "Raiders burned the union offices in Lima."
    at = text.index("union")
    target = RoleGuess(at, at + 16, "union offices in", "target", 0.9)
    found = triggers(reading(text=text).add(places=(), times=(), fillers=(target,))).features
    assert [mention.text for mention in found if mention.field == "target"] == ["union offices"]


def test_a_ruling_that_only_the_reader_finds_needs_conflict_beside_it():
    assert tell("The university revoked the licence of the firm in Boston on Saturday.").events == []
    assert "Other" in tell("The junta revoked the licence of the paper after the protest in Yangon on Saturday.").kinds


def test_an_unclear_guess_does_not_decide_beside_a_word_of_a_list():
    text = "Villagers were attacked during violence."
    at = text.index("violence")
    vague = EventGuess(at, at + 8, "violence", 1.0, (("Mob violence", LEARNED.type - 0.01),))
    sharp = EventGuess(at, at + 8, "violence", 1.0, (("Mob violence", LEARNED.type),))
    at = text.index("attacked")
    known = EventGuess(at, at + 8, "attacked", 1.0, (("Attack", 0.9),))
    families = [frames(triggers(reading(known, other, text=text))).frames[0].families for other in (vague, sharp)]
    assert families == [("attack",), ("mob", "attack")]


@pytest.mark.parametrize(
    ("when", "stance", "day"),
    [
        ("on Friday", "planned", date(2025, 3, 21)),
        ("on Friday", "asserted", date(2025, 3, 14)),
        ("on 2 April", "planned", date(2025, 4, 2)),
        ("on 2 December", "planned", date(2024, 12, 2)),
        ("on the 12th", "planned", date(2025, 4, 12)),
    ],
)
def test_what_the_reader_takes_for_planned_is_of_the_next_such_day(when, stance, day, monkeypatch):
    text = f"Gunmen attacked a village near Gao {when}."
    guessed = (EventGuess(8, 16, text[8:16], 0.99, (("Attack", 0.9),), stance, "main"),)
    monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guessed, ()))
    reading = read(Report(text, published=date(2025, 3, 16)))
    (period,) = (claim.value for claim in reading.claims if claim.field == "period")
    assert period["start"] == day.isoformat()


@pytest.mark.parametrize(
    ("rest", "number"),
    [
        ("The bakers' guild will remember him.", 0),
        ("Rebels had attacked the town.", 1),
        ("Soldiers had beaten him.", 1),
        ("The prosecutor wants to know how.", 1),
    ],
)
def test_a_bare_death_is_an_event_only_beside_conflict(rest, number, monkeypatch):
    text = f"Anton Merz, a former mayor of Bria, died on Sunday. {rest}"
    at = text.index("died")
    guessed = (EventGuess(at, at + 4, "died", 0.99, (("Attack", 0.9),)),)
    monkeypatch.setattr("dateline.extract.what.learned.guesses", lambda *_: (guessed, ()))
    told = read(Report(text, published=date(2025, 3, 16))).accounts
    assert sum("died" in account.anchor.quote for account in told) == number
