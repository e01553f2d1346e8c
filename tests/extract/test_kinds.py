"""What kind of event a sentence tells of. All sentences are invented."""

from __future__ import annotations

import pytest
from telling import tell

KINDS = [
    ("Soldiers and rebels clashed near Kidal on Friday, killing six fighters.", "Armed clash"),
    ("Soldiers ambushed rebels near Kidal on Friday.", "Armed clash"),
    ("Gunmen attacked an army base near Gao on Friday.", "Armed clash"),
    ("Gunmen raided a village near Gao on Friday.", "Attack"),
    ("Gunmen ambushed a bus near Kaduna on Friday, killing six passengers.", "Attack"),
    ("Air strikes near Gao killed five people on Friday.", "Air/drone strike"),
    ("A drone hit a house in Kharkiv on Friday, killing two women.", "Air/drone strike"),
    ("Shells hit a village near Donetsk on Friday, wounding four people.", "Shelling/artillery/missile attack"),
    ("A roadside bomb killed three farmers near Kandahar on Friday.", "Remote explosive/landmine/IED"),
    ("A landmine blast killed two children near Kandahar on Friday.", "Remote explosive/landmine/IED"),
    ("A suicide bomber blew himself up in Kabul on Friday, killing nine people.", "Suicide bomb"),
    ("A suicide bomber killed nine people, among them two policemen, in Mogadishu on Friday.", "Suicide bomb"),
    ("Attackers threw a grenade into a bar in Bujumbura on Friday, wounding five people.", "Grenade"),
    ("Rebels fired six rockets at a barracks near Gao on Friday.", "Shelling/artillery/missile attack"),
    ("Missiles were fired by rebels at a village near Gao on Friday.", "Shelling/artillery/missile attack"),
    ("Two grenades were thrown by rebels at a bar in Bujumbura on Friday.", "Grenade"),
    ("A helicopter dropped a chlorine bomb on a village near Aleppo on Friday.", "Chemical weapon"),
    ("Six farmers were killed in an attack with poisonous gas near Aleppo on Friday.", "Chemical weapon"),
    ("Rioters clashed in Belfast on Friday.", "Violent demonstration"),
    ("Villagers clashed with sticks near Mainpuri on Friday, and a man was killed.", "Mob violence"),
    ("Rebels used chlorine gas in an attack on a village near Aleppo on Friday.", "Chemical weapon"),
    ("Gunmen kidnapped seven students in Kaduna on Friday.", "Abduction/forced disappearance"),
    ("Rebels detained four nurses near Goma on Friday.", "Abduction/forced disappearance"),
    ("Police arrested twenty opposition members in Harare on Friday.", "Arrests"),
    ("Thousands of people protested in Nairobi on Friday.", "Peaceful protest"),
    ("Police dispersed protesters in Nairobi on Friday with tear gas.", "Protest with intervention"),
    ("Police shot dead three protesters in Nairobi on Friday.", "Excessive force against protesters"),
    ("Police attacked and injured a demonstration of nurses in Abuja on Friday.", "Excessive force against protesters"),
    ("Gunmen attacked a convoy near Jos on Friday and abducted six traders.", "Abduction/forced disappearance"),
    ("Soldiers molested two women near Goma on Friday.", "Sexual violence"),
    ("Two kamikazes went off near Mora on Friday, killing six traders.", "Suicide bomb"),
    ("Two kamikaze UAVs hit a fuel depot near Kharkiv on Friday.", "Air/drone strike"),
    ("Police used teargas in Nairobi on Friday.", "Protest with intervention"),
    ("Soldiers fired on protesters in Khartoum on Friday, killing two people.", "Excessive force against protesters"),
    ("Protesters threw stones and burned tyres in Nairobi on Friday.", "Violent demonstration"),
    ("A mob beat a man to death in Accra on Friday.", "Mob violence"),
    ("BAMAKO, Mali (IW) - Rebels captured Kidal on Friday.", "Non-state actor overtakes territory"),
    ("The army recaptured the town of Bunagana from rebels on Friday.", "Government regains territory"),
    ("Rebel troops withdrew from the town of Kidal on Friday.", "Non-violent transfer of territory"),
    ("Rebels looted shops in Goma on Friday.", "Looting/property destruction"),
    ("Police defused a bomb at a station in Lahore on Friday.", "Disrupted weapons use"),
    ("Police seized rifles and ammunition in Lahore on Friday.", "Disrupted weapons use"),
    ("Twelve rifles and a cache of bullets were found by soldiers near Gao on Friday.", "Disrupted weapons use"),
    ("Police seized weapons in raids in Lahore on Friday.", "Disrupted weapons use"),
    ("Four civilians died in a tank attack in Goma on Friday.", "Shelling/artillery/missile attack"),
    ("The government and the rebels signed a ceasefire in Juba on Friday.", "Agreement"),
    ("The rebels set up a base in Djibo on Friday.", "Headquarters or base established"),
    ("Fighters of Al-Shabaab surrendered to the army near Kismayo on Friday.", "Change to group/activity"),
    ("The rebels released twelve prisoners near Gao on Friday.", "Other"),
    ("A victim of sexual violence by soldiers was found near Goma on Friday.", "Sexual violence"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_the_event(text: str, kind: str) -> None:
    assert tell(text).kinds == [kind]


@pytest.mark.parametrize(
    ("text", "root", "mode"),
    [
        ("The rebels released twelve prisoners near Gao on Friday.", "RETREAT", "release"),
        ("The government and the rebels signed a ceasefire in Juba on Friday.", "RETREAT", "ceasefire"),
        ("Gunmen kidnapped seven students in Kaduna on Friday.", "ASSAULT", "abduct"),
        ("Thousands of people protested in Nairobi on Friday.", "PROTEST", "demo"),
    ],
)
def test_plover_is_written_beside(text: str, root: str, mode: str) -> None:
    type_ = tell(text).only.account.type
    assert (type_.plover_root, type_.plover_mode) == (root, mode)


def test_who_is_hit_decides_between_attack_and_clash() -> None:
    kinds = [tell(f"Gunmen killed four {whom} near Gao on Friday.").kinds for whom in ("soldiers", "farmers")]
    assert kinds == [["Armed clash"], ["Attack"]]


def test_the_weapon_decides_under_a_general_word() -> None:
    text = "An attack with {} on a village near Gao killed four people on Friday."
    found = [tell(text.format(what)).kinds for what in ("mortars", "drones", "machetes")]
    assert found == [["Shelling/artillery/missile attack"], ["Air/drone strike"], ["Attack"]]
