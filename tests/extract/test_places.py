"""Places: which names are places, which places they are, and how the words mean them."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from dateline.extract.where.place_calibrate import probability
from dateline.extract.where.places import places
from dateline.model.reading import PlaceMention, Reading, RoleGuess
from dateline.model.report import Dateline, Report
from dateline.text import parse

HOME = "The fighting is in Burkina Faso. "


def read(text: str, dateline: Dateline | None = None) -> dict[str, PlaceMention]:
    reading = places(Reading(report=Report(text), doc=parse(text), dateline=dateline))
    for mention in reading.places:
        assert text[mention.start : mention.end] == mention.text
        assert 0 <= mention.phrase_start <= mention.start < mention.end <= mention.phrase_end <= len(text)
        assert mention.usable == (mention.why_not is None)
    return {mention.text: mention for mention in reading.places}


def test_declares_what_it_needs_and_gives() -> None:
    assert places.requires == ("doc", "fillers", "dateline")
    assert places.provides == ("places",)


def test_a_town_is_found_and_resolved() -> None:
    found = read("Gunmen stormed a market in Djibo, killing seventeen people.")["Djibo"]
    assert found.usable
    assert (found.place.geonameid, found.place.country, found.place.precision) == (2361177, "BF", "town")
    assert found.place.candidates[0].score <= 1


def test_a_name_in_two_words() -> None:
    found = read("Fighters shelled Tal Abyad in northern Syria on Monday.")
    assert found["Tal Abyad"].place.country == "SY"


@pytest.mark.parametrize(
    ("text", "name", "relation", "kilometres"),
    [
        ("Soldiers were ambushed near Dori on Friday.", "Dori", "near", 10.0),
        ("Two workers were seized outside Dori.", "Dori", "outside", 10.0),
        ("A convoy was hit 12 km north of Dori.", "Dori", "12 km north of", 3.0),
        ("A convoy was hit about ten miles from Dori.", "Dori", "about ten miles from", 16.1),
    ],
)
def test_relations(text: str, name: str, relation: str, kilometres: float) -> None:
    found = read(HOME + text)[name]
    assert (found.place.relation, found.place.radius_km, found.place.precision) == (relation, kilometres, "near")
    assert (HOME + text)[found.phrase_start : found.phrase_end] == f"{relation} {name}"


@pytest.mark.parametrize(
    ("text", "relation", "precision"),
    [
        ("A convoy was hit on the outskirts of Dori.", "on the outskirts of", "town"),
        ("A trader was shot in a suburb of Dori.", "suburb of", "town"),
        ("Shells fell in nearby Dori.", "nearby", "town"),
        ("Two nurses were kidnapped on the Dori road.", "on the road to", "near"),
        ("Three were shot beside the Dori track.", "on the road to", "near"),
        ("A mine went off at the Dori turn-off.", "on the road to", "near"),
        ("A road-building firm was robbed in Dori.", None, "town"),
    ],
)
def test_the_rim_of_a_town_is_in_it_and_a_road_called_by_it_leads_there(
    text: str, relation: str | None, precision: str
) -> None:
    place = read(HOME + text)["Dori"].place
    assert (place.relation, place.precision) == (relation, precision)


def test_a_road_called_by_a_place_that_is_listed_as_a_unit_alone_is_near_it() -> None:
    place = read("In Benin, rangers were shot at on the Karimama road.")["Karimama"].place
    assert (place.country, place.precision) == ("BJ", "near")
    assert read("In Benin, rangers were shot at in Karimama district.")["Karimama"].place.precision == "district"


def test_the_mark_of_a_distance_is_no_location() -> None:
    found = read(HOME + "Clashes broke out in Djibo, some 200km north of Ouagadougou.")
    assert found["Djibo"].place.role == "location"
    assert found["Ouagadougou"].place.role == "distance-mark"


def test_a_mark_where_something_happens_is_a_location() -> None:
    found = read("The town of Djibo lies 200 km north of Ouagadougou, where police fired tear gas.")["Ouagadougou"]
    assert (found.place.role, found.place.precision) == ("location", "town")


def test_units_by_cue_and_containers() -> None:
    found = read("A bomb exploded in Tal Abyad, Raqqa province, Syria.")
    assert found["Tal Abyad"].usable
    assert not found["Raqqa"].usable
    assert not found["Syria"].usable
    assert found["Raqqa"].why_not == "says where Tal Abyad is"


def test_a_province_is_a_province() -> None:
    found = read("Militants attacked villages across Anbar province in Iraq.")["Anbar"]
    assert (found.place.precision, found.place.country) == ("province", "IQ")


def test_a_list_of_towns_is_no_nest() -> None:
    found = read("Air strikes hit Aleppo, Homs and Idlib in Syria.")
    assert all(found[name].usable and found[name].place.precision == "town" for name in ("Aleppo", "Homs", "Idlib"))


def test_an_unknown_village_keeps_its_name() -> None:
    found = read("Gunmen killed six people in the village of Tinfadimata in northern Mali.")["Tinfadimata"]
    assert found.usable
    assert (found.place.name, found.place.geonameid, found.place.country) == ("Tinfadimata", None, "ML")


def test_no_namesake_elsewhere() -> None:
    found = read("In Mali, gunmen burned the village of Springfield. Malian soldiers in Mopti and Gao gave chase.")
    assert found["Springfield"].place.geonameid is None
    assert found["Springfield"].place.country == "ML"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Police in Tripoli, Lebanon, made arrests.", "Tripoli", "LB"),
        ("Militias fought in Tripoli as the Libyan government fled to Tobruk.", "Tripoli", "LY"),
        ("Boko Haram struck Nigeria again; dozens died in Damasak in Borno.", "Damasak", "NG"),
    ],
)
def test_the_report_decides_between_namesakes(text: str, name: str, country: str) -> None:
    assert read(text)[name].place.country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Damascus said the raid had failed.", "Damascus"),
        ("Talks with Tehran were broken off.", "Tehran"),
        ("The Islamic State of Iraq claimed the bombing.", "Iraq"),
        ("A lecturer at the University of Baghdad was shot in Kirkuk.", "Baghdad"),
        ("Malian troops were killed.", "Malian"),
        ("US-led jets bombed Manbij in Syria.", "US"),
        ("Nigeria's army denied the claim.", "Nigeria"),
    ],
)
def test_what_is_no_location(text: str, name: str) -> None:
    found = read(text).get(name)
    assert found is None or not found.usable


@pytest.mark.parametrize(
    "text",
    [
        "Police said on March 3 that ten had died.",
        "Reading a statement, he said Mobile phones were found.",
        "Jordan Smith, a lawyer, was arrested.",
        "Lashkar-e-Taiba was blamed.",
        "The General and the President met on Monday.",
        "Crowds marched against limits on free speech in Islam.",
    ],
)
def test_ordinary_words_and_people_are_no_places(text: str) -> None:
    assert not [mention for mention in read(text).values() if mention.usable]


def test_roles() -> None:
    found = read("Rockets were fired from Gaza. A farmer from Ménaka in Mali died. She is a native of Gao.")
    assert found["Gaza"].place.role == "launched-from"
    assert found["Ménaka"].place.role == "origin"
    assert found["Gao"].place.role == "origin"


def test_the_dateline_is_where_it_was_filed() -> None:
    text = "OUAHIGOUYA, March 16 - Gunmen stormed Djibo."
    head = Dateline(0, 24, text[:24], "OUAHIGOUYA", date(2025, 3, 16))
    found = read(text, head)
    assert found["OUAHIGOUYA"].place.role == "filed-from"
    assert found["OUAHIGOUYA"].place.name == "Ouahigouya"
    assert found["Djibo"].place.role == "location"


def test_same_text_same_places() -> None:
    text = "Clashes in Homs and Hama, Syria. Iraqi forces retook Hawija, 55 km southwest of Kirkuk."
    assert read(text) == read(text)


def test_empty_text() -> None:
    assert read("") == {}


def test_a_province_before_its_town_at_the_head_of_an_item() -> None:
    found = read("Attacks in Mali:\n1. Gao, Ansongo. Two dead.\n2. Mopti, Koro. None hurt.")
    assert found["Gao"].why_not == "says where Ansongo is"
    assert found["Ansongo"].usable
    assert found["Koro"].usable


def test_a_road_between_two_towns() -> None:
    found = read(HOME + "They were taken from a bus along the Dori-Djibo road.")
    assert (found["Dori"].place.precision, found["Dori"].place.relation) == ("near", "on the road from")
    assert found["Djibo"].place.role == "distance-mark"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A trader was murdered with axes at Tinfadimata.", "Tinfadimata"),
        ("Gunmen attacked the police post at Tinfadimata.", "Tinfadimata"),
        ("Soldiers fought them a dozen kilometres from Tinfadimata.", "Tinfadimata"),
    ],
)
def test_words_of_violence_place_an_unknown_name(text: str, name: str) -> None:
    found = read("Mali mourns. " + text)[name]
    assert (found.usable, found.place.name, found.place.country) == (True, name, "ML")


@pytest.mark.parametrize(
    "text",
    [
        "He works at Zentrix and was shot at a Zentrix store.",
        "She studied at Buryat State University.",
        "They shared the video on Zentrix.",
    ],
)
def test_a_firm_or_a_university_is_no_place(text: str) -> None:
    assert not [mention for mention in read(text).values() if mention.usable and not mention.place.geonameid]


def test_an_unknown_place_lies_in_the_country_spoken_of_around_it() -> None:
    text = (
        "In Mali, gunmen burned the village of Tinfadimata near Gao.\n\n"
        + "Talks went on all week, and prices rose again in every market. " * 12
        + "\n\nIn Niger, shells hit the village of Tchintakoum near Diffa, and Zinder sent help to Diffa."
    )
    found = read(text)
    assert found["Tinfadimata"].place.country == "ML"
    assert found["Tchintakoum"].place.country == "NE"


def test_a_city_without_namesakes_needs_no_support() -> None:
    text = "Kyrgyz guards in Osh and Batken fired at smugglers. Kyrgyz officials met. A march in Nukus turned violent."
    assert read(text)["Nukus"].place.country == "UZ"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police closed Main Street on Monday.", "Main Street"),
        ("A car burned on Memphis St. near the river.", "Memphis St."),
        ("A culvert on County Road 43 is washed out.", "County Road 43"),
        ("A truck overturned on Interstate 64 West.", "Interstate 64 West"),
        ("They marched down 40th Avenue South.", "40th Avenue South"),
        ("A slide closed W.Va. 61 for a day.", "W.Va. 61"),
        ("Divers searched Burger's Lake again.", "Burger's Lake"),
        ("A boat sank on Lake Vermont.", "Lake Vermont"),
        ("The body was found in the Naugatuck River.", "Naugatuck River"),
        ("The delegates met at the Zentrix hotel.", "Zentrix hotel"),
    ],
)
def test_features_are_names_of_their_own(text: str, name: str) -> None:
    found = read(text)
    assert name in found
    assert not [other for other in found if other != name and other in name]


def test_a_feature_is_resolved_to_the_place_that_holds_it() -> None:
    found = read(HOME + "Gunmen burned cars on Liberty Avenue in Djibo.")
    street = found["Liberty Avenue"].place
    assert (street.text, street.name, street.geonameid, street.precision) == (
        "Liberty Avenue",
        "Djibo",
        2361177,
        "town",
    )
    assert found["Djibo"].why_not == "says where Liberty Avenue is"


def test_a_feature_named_again_is_where_it_was() -> None:
    text = "A bomb hit Bamako International Airport in Bamako. The wounded are in Gao. Bamako Airport was shut."
    assert read(text)["Bamako Airport"].place.name == "Bamako"
    other = "A bomb hit Modibo Keita Airport in Bamako. The wounded are in Gao. Mopti Airport was shut."
    assert read(other)["Mopti Airport"].place.name != "Bamako"


@pytest.mark.parametrize(("feature", "precision"), [("Liberty Avenue", "town"), ("Liberty Road", "near")])
def test_a_feature_in_no_told_place_is_at_the_one_told_before_it(feature: str, precision: str) -> None:
    street = read(HOME + f"Gunmen entered Djibo. Cars burned on {feature}.")[feature].place
    assert (street.geonameid, street.precision, street.rule) == (2361177, precision, "the place told before it")


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Shells fell above Djibo on Friday.", "Djibo", "near"),
        ("The men fought on the boundary of Djibo.", "Djibo", "near"),
        ("Women sat outside the Djibo police station.", "Djibo", "town"),
        ("Women sat outside Djibo's main mosque.", "Djibo", "town"),
        ("Women sat outside Djibo.", "Djibo", "near"),
        ("Gunmen burned a school in Torodi district in Niger.", "Torodi", "district"),
        ("Soldiers in East Timor held three men at Laga on Friday.", "Laga", "town"),
        ("Soldiers in East Timor held three men in Laga on Friday.", "Laga", "district"),
    ],
)
def test_how_precisely_words_say_where(text: str, name: str, precision: str) -> None:
    assert read(HOME + text)[name].place.precision == precision


def test_a_feature_without_any_place_has_no_point() -> None:
    street = read("Cars burned on Liberty Avenue.")["Liberty Avenue"].place
    assert (street.lat, street.precision) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aid came from the Red Crescent today.", "Red Crescent"),
        ("They visited a Christmas market.", "Christmas market"),
        ("Diane Lane spoke first.", "Diane Lane"),
    ],
)
def test_what_only_looks_like_a_feature(text: str, name: str) -> None:
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("She was jailed in Charleston, W.Va., on Monday.", "W.Va.", "West Virginia"),
        ("A man from Augusta, Ga., was held.", "Ga.", "Georgia"),
        ("Officials in Orlando, Fla., met.", "Fla.", "Florida"),
        ("They live in Decatur, Ill., today.", "Ill.", "Illinois"),
    ],
)
def test_states_shortened_with_a_point(text: str, name: str, unit: str) -> None:
    found = read(text)[name].place
    assert (found.name, found.country, found.precision) == (unit, "US", "province")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Minnesota House voted. Fargo Mayor Dennis Walaker spoke in Fargo.", "Fargo"),
        ("The Mansfield Police Department made arrests in Mansfield.", "Mansfield"),
        ("Clarke County Superior Court sat in Athens, Georgia, US.", "Clarke County"),
    ],
)
def test_the_place_of_a_public_body_is_a_name_but_no_location(text: str, name: str) -> None:
    reading = places(Reading(report=Report(text), doc=parse(text)))
    first = next(m for m in reading.places if m.text == name)
    assert first.why_not == "names a public body"


def test_a_name_in_capitals_opens_a_story() -> None:
    found = read("Teen held after assault. MANSFIELD -- The council met on Monday.")
    assert found["MANSFIELD"].place.name == "Mansfield"


def test_a_distance_with_its_direction_has_a_point_of_its_own() -> None:
    place = read(HOME + "A convoy was hit 40 km south-west of Dori.")["Dori"].place
    assert (place.lat, place.lon) == (pytest.approx(14.035 - 0.254, abs=0.01), pytest.approx(-0.035 - 0.262, abs=0.01))
    assert (place.radius_km, place.rule, place.precision) == (10.0, "40.0 km from Dori", "near")


def test_the_mark_of_an_unknown_village_gives_its_point() -> None:
    place = read(HOME + "Gunmen attacked the village of Tinfadimata, 40 km north of Dori.")["Tinfadimata"].place
    assert (place.name, place.geonameid, place.precision) == ("Tinfadimata", None, "town")
    assert place.point_of == "near"
    assert (place.lat, place.radius_km) == (pytest.approx(14.395, abs=0.01), 10.0)


def test_between_two_towns_is_midway() -> None:
    place = read(HOME + "They were stopped between Dori and Djibo.")["Dori"].place
    assert (place.lat, place.lon) == (pytest.approx(14.07, abs=0.02), pytest.approx(-0.83, abs=0.02))
    assert (place.precision, place.rule) == ("near", "midway between Dori and Djibo")
    assert place.radius_km == pytest.approx(86, abs=3)


def test_a_border_is_a_region() -> None:
    place = read(HOME + "Soldiers were killed along the border with Niger.")["Niger"].place
    assert (place.precision, place.relation) == ("region", "the border with")


def test_a_feature_in_a_country_is_no_more_precise_than_that() -> None:
    place = read("The body was found in the Zentrix River in Mali.")["Zentrix River"].place
    assert (place.name, place.precision) == ("Mali", "country")


def test_probabilities_rise_with_the_share_and_sum_to_at_most_one() -> None:
    likely = [probability(share / 20) for share in range(21)]
    assert likely == sorted(likely)
    assert 0.3 < likely[0] < likely[-1] < 0.95
    for mention in read("Militias fought in Tripoli, Athens, Mansfield and Springfield.").values():
        assert sum(c.score for c in mention.place.candidates) <= 1.0001


def test_a_name_with_no_namesake_is_still_not_certain() -> None:
    assert read(HOME + "Gunmen stormed Djibo.")["Djibo"].place.candidates[0].score == pytest.approx(0.918, abs=0.001)


def test_the_calibration_is_that_of_its_table() -> None:
    data = tomllib.loads(files("dateline.extract.where").joinpath("place_calibration.toml").read_text("utf-8"))
    off = [abs(probability(row["share"]) - row["right"]) * row["names"] for row in data["bins"]]
    assert sum(off) / sum(row["names"] for row in data["bins"]) < 0.03


def test_what_happened_in_a_country_some_way_from_a_town_is_no_mark() -> None:
    found = read("In Burkina Faso, a convoy was ambushed 20 km north of Djibo on Friday.")
    assert (found["Djibo"].place.role, found["Djibo"].place.precision) == ("location", "near")


def test_a_unit_that_is_named_speaks_for_its_towns() -> None:
    text = "Officials in Ohio met in Athens. People in the United States took note. Ohio has seen worse."
    assert read(text)["Athens"].place.admin1 == "Ohio"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Mali, gunmen shot dead two herders at Tabankourt-Zou on Monday.", "Tabankourt-Zou"),
        ("In Mali, residents of Zoumbakoro fled to Gao after the raid on Zoumbakoro.", "Zoumbakoro"),
        ("In Mali, soldiers retook Zoumbakoro after two days.", "Zoumbakoro"),
        ("In Mali, two traders were seized near Zoumbakoro.", "Zoumbakoro"),
    ],
)
def test_a_name_that_no_list_has_is_a_place_by_the_words_around_it(text: str, name: str) -> None:
    found = read(text)[name]
    assert found.usable
    assert (found.place.geonameid, found.place.lat, found.place.country) == (None, None, "ML")


def test_a_name_that_no_list_has_is_near_the_other_end_of_its_road() -> None:
    found = read("In Mali, a truck hit a mine between Zoumbakoro and Gao.")
    place, gao = found["Zoumbakoro"].place, found["Gao"].place
    assert found["Zoumbakoro"].usable
    assert (place.geonameid, place.country, place.rule) == (None, "ML", "placed by the other end")
    assert (place.lat, place.lon) == (gao.lat, gao.lon)
    assert place.radius_km


@pytest.mark.parametrize(
    "text",
    [
        "In Mali, Zoumbakoro said the raid had failed.",
        "In Mali, the commander Zoumbakoro was seen in Gao.",
        "In Mali, Ahmadou Zoumbakoro, 45, fled to Gao. Zoumbakoro told nobody.",
        "In Mali, the Zoumbakoro software is used in Gao.",
    ],
)
def test_the_words_around_a_name_may_make_it_a_person_or_a_thing(text: str) -> None:
    assert not any(mention.usable for name, mention in read(text).items() if "Zoumbakoro" in name)


def test_a_report_that_is_a_list_by_places_names_an_unknown_one() -> None:
    text = "Mali, the day.\n1. Gao: Two traders shot dead.\n2. Zoumbakoro, 07:10. Cattle taken.\n3. Mopti: Calm.\n"
    assert read(text)["Zoumbakoro"].usable


def test_a_mosque_bears_no_town_but_a_crossing_does() -> None:
    found = read("In Iran, police fired at worshippers who left the Nur mosque in Saravan.")
    assert "Nur" not in found
    assert found["Nur mosque"].place.name == found["Saravan"].place.name


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Protesters marched in London. The United States wants him; the United States said so.", "London", "GB"),
        ("Protesters marched in Berlin against the United States. US officials were silent.", "Berlin", "DE"),
        ("Police in London, Ohio, arrested a man. The sheriff of Columbus, Ohio, thanked them.", "London", "US"),
    ],
)
def test_a_country_named_as_a_power_makes_no_small_town_of_a_world_city(text: str, name: str, country: str) -> None:
    assert read(text)[name].place.country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kisnica: a crowd set fire to a church.", "Kisnica"),  # no list has it, and no word makes a place of it
        ("In Afghanistan, calm returned. Ghazni: a magnetic bomb went off.", "Ghazni"),
    ],
)
def test_what_the_learned_reader_takes_for_a_place_counts(text: str, name: str) -> None:
    start = text.index(name)
    likely = RoleGuess(start, start + len(name), name, "place", 0.95)
    reading = Reading(report=Report(text), doc=parse(text), fillers=(likely,))
    assert name in {mention.text for mention in places(reading).places}


@pytest.mark.parametrize("firm", ["a Tesco supermarket", "an Oando filling station"])
def test_the_name_of_a_shop_is_no_place_for_the_learned_reader_either(firm: str) -> None:
    text, name = f"A man was shot dead near {firm} on Monday.", firm.split()[1]
    likely = RoleGuess(text.index(name), text.index(name) + len(name), name, "place", 0.95)
    reading = Reading(report=Report(text), doc=parse(text), fillers=(likely,))
    assert name not in {mention.text for mention in places(reading).places}
