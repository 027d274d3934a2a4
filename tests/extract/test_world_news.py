"""Counts as reports from abroad tell them: wholes and parts, sums over a time, other deeds, captives, lists."""

from __future__ import annotations

import pytest

from reading import claims
from variorum.model import Claim


def told(text: str, kind: str = "killed") -> list[tuple[object, str, bool]]:
    return [(c.value.number, c.scope, c.partial) for c in claims(text) if c.kind == kind and c.person is None]


def numbers(text: str, kind: str = "killed") -> list[object]:
    return [number for number, _, _ in told(text, kind)]


def only(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("A cargo jet hit a ridge, killing all seven people on board.", "killed", [7]),
        ("All 46 passengers aboard the barge drowned.", "killed", [46]),
        ("There were 46 people on board when the barge sank.", "aboard", [46]),
    ],
)
def test_what_befell_those_on_board_comes_first(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("The air force shot down 22 of 31 drones.", "shot_down", [22]),
        ("The air force shot down 22 of 31 drones.", "drones_launched", [31]),
        ("The crews intercepted 38 of 52 targets.", "shot_down", [38]),
        ("The army lost 3 of 12 drones.", "drones_launched", []),
        ("Debris from one of the drones killed a cook.", "killed", []),
    ],
)
def test_the_whole_is_not_what_befell_a_part(text: str, kind: str, found: list[object]) -> None:
    assert [n for n in numbers(text, kind) if n != 1] == found


def test_who_is_stabbed_is_not_shot() -> None:
    assert numbers("Nine guards were hurt, two of whom were stabbed.", "injured") == [9, 2]
    assert numbers("Two guards were shot at the gate.", "shot") == [2]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The raid brought to 58 the number of people killed in the town since the beginning of May.", "background"),
        ("The raid brought to 58 the number of people killed in the town.", "event"),
        ("In that period 3,400 villagers have died.", "background"),
        ("So far this winter, 58 people have been killed by avalanches.", "background"),
        ("The only three people killed were night-school teachers who had a night off.", "event"),
    ],
)
def test_sums_over_a_time(text: str, scope: str) -> None:
    assert [s for _, s, _ in told(text)] == [scope]


def test_what_the_attack_comes_after_is_another_deed() -> None:
    text = "A bomb killed six people in Oslav. The attack comes three days after gunmen killed four guards."
    assert told(text) == [(6, "event", False), (4, "background", False)]
    assert told("Help came an hour after the attack, which killed six people.") == [(6, "event", False)]


def test_elsewhere_is_another_deed() -> None:
    text = "A bomb killed six people in Oslav. Elsewhere on Monday, gunmen killed four guards in Tamna."
    assert told(text) == [(6, "event", False), (4, "background", False)]
    storm = "The storm killed six people in Oslav. Elsewhere, four people drowned in a flooded cellar."
    assert told(storm) == [(6, "event", False), (4, "event", False)]


def test_the_attack_of_another_day_that_somebody_planned() -> None:
    text = (
        "The force killed two rebels. Their chief is believed to have directed the 2 April attack in which 7 men died."
    )
    assert told(text)[1][1] == "background"


@pytest.mark.parametrize(
    "text",
    [
        "Between 2015 and last year the road was rebuilt, and nobody died.",
        "He promised 500,000 rupees for each of the dead, 100,000 for the badly injured and 25,000 for the rest.",
        "The doctor said five bodies had been counted twice.",
        "A study advised that 30 families be evacuated.",
        "Forty-two rescue teams took part.",
        "The victims, brothers of seven and nine, lived there.",
    ],
)
def test_numbers_that_count_nobody(text: str) -> None:
    assert [c for c in claims(text) if c.value.number and c.person is None] == []


def test_a_family_that_the_counted_are_of_is_no_count() -> None:
    assert numbers("Among the dead were seven members of one family.") == [7]


def test_ages_in_words() -> None:
    assert numbers("Five children between the ages of six and eleven were killed.") == [5]
    assert numbers("Fifteen were hurt, including two children aged five and thirteen.", "injured") == [15, 2]


def test_places_behind_a_colon_are_parts_of_the_count_they_add_up_to() -> None:
    text = "Twenty-one people were killed and 134 wounded: nine in Orsk, eleven in Vysoke and one in Temnik."
    assert told(text) == [(21, "event", False), (9, "event", True), (11, "event", True), (1, "event", True)]
    assert numbers(text, "injured") == [134]


def test_the_next_place_of_a_list() -> None:
    assert numbers("In Upper Sarn, 47 people were killed; in Lower Sarn, 29; in Gozluk only two.") == [47, 29, 2]


def test_how_the_dead_died() -> None:
    text = "Of the dead, 52 were drowned, 23 were buried in mud, and three were struck by trees."
    assert numbers(text) == [52, 23, 3]
    assert numbers(text, "trapped") == []
    assert numbers("Of those rescued, 23 had been buried in mud.") == []


def test_one_of_those_told_of_who_did_not_survive() -> None:
    text = "Two policemen were wounded; one of the policemen, a young woman, died in hospital."
    assert [c.value.number for c in claims(text) if c.kind == "killed"] == [1]
    assert numbers(text, "injured") == [2]


def test_what_is_said_of_others_than_the_count_before() -> None:
    text = "Thirteen of the injured were flown out; two died on the way and four were in a serious condition."
    assert numbers(text) == [2]
    assert numbers(text, "injured") == [13, 4]


def test_one_more_by_an_ordinal() -> None:
    assert numbers("Two guards were killed and a third was badly wounded.", "injured") == [1]
    assert numbers("Twenty guards were killed and a third was badly wounded.", "injured") == []


def test_who_holds_them_tells_captives_from_prisoners() -> None:
    assert only("Twelve oil workers held by militants were freed.").kind == "kidnapped"
    assert only("Twelve smugglers were held by police.").kind == "detained"
    assert only("Fourteen sailors were held by pirates for nine months.").scope == "event"


@pytest.mark.parametrize(
    "text",
    [
        "Seven were wounded in an assault by some 60 rebels.",
        "He was hit by six bullets, one of which also wounded seven guards.",
        "Seven women and a nurse were wounded, a charity and two officials said.",
    ],
)
def test_who_does_it_or_tells_it_is_not_harmed(text: str) -> None:
    assert numbers(text, "injured") == [7]


def test_states_behind_their_numbers() -> None:
    text = "The troops suffered 47 dead and 67 wounded."
    assert (numbers(text), numbers(text, "injured")) == ([47], [67])


def test_a_dash_in_another_sentence_breaks_nothing_down() -> None:
    text = "Two sailors died at sea. The crew – eight Poles and four Greeks – were in good health."
    assert numbers(text) == [2]


def test_joined_to_a_joined_passive() -> None:
    assert numbers("Two armed men came out of a ditch and were engaged and killed.") == [2]


def test_driven_from_home() -> None:
    assert numbers("The fighting has forced 70,000 people from their homes.", "displaced") == [70000]


def test_the_wounded_who_include() -> None:
    assert numbers("The wounded, who include five guards, were flown out.", "injured") == [5]


def test_a_part_of_a_part() -> None:
    text = "The crews intercepted 38 of 52 targets, including 11 of 16 cruise missiles."
    assert told(text, "shot_down") == [(38, "event", False), (11, "event", True)]


def test_a_family_among_the_counted_and_the_rest_of_them() -> None:
    missing = "Rescuers were searching for seven people, among them a family of four."
    assert [p for _, _, p in told(missing, "missing")] == [False, True]
    rest = "Sixteen people were killed. Eleven of them died in Orsk. The remaining five died in Temnik."
    assert told(rest)[-1] == (5, "event", True)
    assert told("The other five men were killed in Temnik.") == [(5, "event", False)]


def test_the_vote_that_comes_weeks_after() -> None:
    assert told("The vote comes seven weeks after the killing of 31 soldiers.") == [(31, "background", False)]


def test_hours_and_papers_are_no_victims() -> None:
    text = "THE ARMY IMPOSED A CURFEW FROM 2200 TO 0500 AFTER LOOTING LEFT NINE DEAD AND SOME 1,100 UNDER ARREST."
    assert (numbers(text), numbers(text, "injured"), numbers(text, "detained")) == ([9], [], [1100])
    assert not claims("Reporters, including this one, were not admitted to the hospital.")


def test_a_poll_carried_out_takes_nobody_aboard() -> None:
    assert numbers("A poll carried out in May put the party at 34.", "aboard") == []
    assert numbers("The ferry carried 34 passengers.", "aboard") == [34]


def test_a_noun_that_looks_like_a_verb_and_the_other_way_round() -> None:
    assert numbers("In Mosul, six suspects were detained in two raids.", "detained") == [6]
    text = "Eleven people were killed and eight badly burned when lightning struck a tree."
    assert (numbers(text), numbers(text, "injured")) == ([11], [8])


@pytest.mark.parametrize(
    "text",
    [
        "The second fall all but killed two rescuers.",
        "The minister survived a vote of no confidence.",
        "Troops found a cache and detained nobody else: 11 artillery rounds and 40 blasting caps.",
        "Soldiers searched 64 compounds.",
        "Around 400 rescue workers were sent to the mine.",
        "The court issued 40 arrest warrants.",
    ],
)
def test_nobody_came_to_harm(text: str) -> None:
    assert [c for c in claims(text) if c.value.number and c.person is None] == []


def test_since_something_began() -> None:
    assert told("The clashes have claimed over 90 lives since the harvest began.") == [(90, "background", False)]
    worst = "It is the worst setback since the attack on a bridge in October, when 19 soldiers were killed."
    assert told(worst) == [(19, "background", False)]
    gala = "The first gala since the end of the war turned to grief on Sunday, when a stand fell and 19 people died."
    assert told(gala) == [(19, "event", False)]
    assert told("The town has been cut off since Monday, when four people were killed.") == [(4, "event", False)]


def test_what_another_voice_says_within_a_denial() -> None:
    text = "The army denied that it bombed a camp, where the church says that at least 17 people were killed."
    assert not only(text).negated
    assert only("The army denied that 17 people were killed.").negated


def test_how_a_town_shrank_is_no_earlier_toll() -> None:
    text = "Six were killed and 230 injured, out of a population that has dwindled from 48,000 to 9,000."
    assert numbers(text, "injured") == [230]
    assert numbers("The toll rose from 12 to 31 dead.") == [12, 31]


def test_how_many_came_are_no_victims() -> None:
    text = "Six people died. The raiders, thought to number about 150, fled."
    assert numbers(text) == [6]
    assert numbers("The raiders put the number of dead at 150.") == [150]


def test_the_past_hours_are_the_event() -> None:
    assert told("Troops killed two insurgents over the past 24 hours.") == [(2, "event", False)]
    assert told("Troops killed 200 insurgents over the past year.") == [(200, "background", False)]


def test_the_dead_told_apart_by_how_they_died() -> None:
    text = "Of the 94 people known to have been killed, 61 were shot and 20 were trapped in their homes."
    assert (numbers(text, "shot"), numbers(text, "trapped")) == ([], [])


def test_classes_in_two_clauses_stay_parts() -> None:
    text = "Nineteen people were killed. Eleven of those killed were soldiers; eight were civilians."
    assert numbers(text) == [19, 11, 8]
