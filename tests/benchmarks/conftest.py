"""A tiny invented corpus in every layout: no word of it is from the corpora themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

KEY = """;;; an invented key
0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  12 DEC 89
3.  INCIDENT: LOCATION              CHILE: SANTIAGO (CITY)
4.  INCIDENT: TYPE                  BOMBING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         "BOMB"
7.  INCIDENT: INSTRUMENT TYPE       BOMB: "BOMB"
8.  PERP: INCIDENT CATEGORY         TERRORIST ACT
9.  PERP: INDIVIDUAL ID             "MASKED MEN" / "MEN"
10. PERP: ORGANIZATION ID           ? "LEAGUE OF THE LAMP"
11. PERP: ORGANIZATION CONFIDENCE   ? POSSIBLE: "LEAGUE OF THE LAMP"
12. PHYS TGT: ID                    "TOWN BAKERY" / "BAKERY"
                                    "TRAM"
13. PHYS TGT: TYPE                  COMMERCIAL: "TOWN BAKERY" / "BAKERY"
                                    TRANSPORT VEHICLE: "TRAM"
14. PHYS TGT: NUMBER                1: "TOWN BAKERY" / "BAKERY"
                                    1: "TRAM"
15. PHYS TGT: FOREIGN NATION        -
16. PHYS TGT: EFFECT OF INCIDENT    SOME DAMAGE: "TOWN BAKERY" / "BAKERY"
17. PHYS TGT: TOTAL NUMBER          -
18. HUM TGT: NAME                   "ANA PRUEBA"
19. HUM TGT: DESCRIPTION            "BAKER": "ANA PRUEBA"
                                    "CUSTOMERS"
20. HUM TGT: TYPE                   CIVILIAN: "ANA PRUEBA"
                                    CIVILIAN: "CUSTOMERS"
21. HUM TGT: NUMBER                 1: "ANA PRUEBA"
                                    3 / 3-: "CUSTOMERS"
22. HUM TGT: FOREIGN NATION         -
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "ANA PRUEBA"
                                    INJURY: "CUSTOMERS"
24. HUM TGT: TOTAL NUMBER           -

0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  - 13 DEC 89
3.  INCIDENT: LOCATION              CHILE
4.  INCIDENT: TYPE                  KIDNAPPING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         *
9.  PERP: INDIVIDUAL ID             -
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            "MILKMAN"
21. HUM TGT: NUMBER                 1: "MILKMAN"

0.  MESSAGE: ID                     TST9-MUC4-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
3.  INCIDENT: LOCATION              *
4.  INCIDENT: TYPE                  *
"""
TEXT = """TST9-MUC4-0001

   SANTIAGO, 13 DEC 89 (INVENTED WIRE) -- [TEXT] MASKED MEN YESTERDAY
ATTACKED A BAKERY IN SANTIAGO WITH A BOMB.  THE BAKER, ANA PRUEBA, WAS
KILLED AND THREE CUSTOMERS WERE WOUNDED.


TST9-MUC4-0002

   LIMA, 14 DEC 89 (INVENTED WIRE) -- [TEXT] THE HARVEST FAIR OPENED IN
LIMA TODAY.
"""
LGL = """<?xml version="1.0" encoding="utf-8"?>
<articles><article docid="7"><text><![CDATA[The fair in Goma drew crowds near Bukavu.]]></text><toponyms>
<toponym><start>12</start><end>16</end><phrase>Goma</phrase>
<gaztag geonameid="216281"><lat>-1.67409</lat><lon>29.22845</lon></gaztag></toponym>
<toponym><start>34</start><end>40</end><phrase>Bukavu</phrase></toponym>
</toponyms></article></articles>
"""
GEOVIRUS = """<articles><article><text>The fair in Goma drew crowds.</text><locations>
<location><name>Goma</name><start>13</start><end>17</end><lat>-1.67</lat><lon>29.23</lon></location>
</locations></article></articles>
"""
TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2020-05-14" functionInDocument="CREATION_TIME">2020-05-14</TIMEX3></DCT>
<TEXT>
The fair &amp; market <EVENT eid="e1">opened</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2020-05-12">May 12, \
2020</TIMEX3> and lasts <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>.
</TEXT></TimeML>
"""
SAID = "The mayor said the bridge was open.\n"
MARKS = "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 34\tthe bridge was open\n"
ECB = """<?xml version="1.0"?>
<Document doc_name="{name}.xml" doc_id="D{name}">
<token t_id="1" sentence="0" number="0">Gunmen</token>
<token t_id="2" sentence="0" number="1">attacked</token>
<token t_id="3" sentence="0" number="2">Goma</token>
<token t_id="4" sentence="0" number="3">.</token>
<token t_id="5" sentence="1" number="0">It</token>
<token t_id="6" sentence="1" number="1">rained</token>
<token t_id="7" sentence="1" number="2">.</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"  ><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"  ><token_anchor t_id="6"/></ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="3"  ><token_anchor t_id="1"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="9" RELATED_TO="" TAG_DESCRIPTOR="attack" instance_id="ACT1" />
</Markables>
<Relations><CROSS_DOC_COREF r_id="5" note="ACT1" ><source m_id="1" /><target m_id="9" /></CROSS_DOC_COREF></Relations>
</Document>
"""
RE3D = {
    "documents": {"_id": "A", "title": "Invented", "text": "Soldiers of Mali fought rebels near Gao on Monday."},
    "entities": [
        {"begin": 36, "end": 39, "type": "Location", "value": "Gao", "documentId": "A", "confidence": 1},
        {"begin": 43, "end": 49, "type": "Temporal", "value": "Monday", "documentId": "A", "confidence": 1},
        {"begin": 24, "end": 30, "type": "Organisation", "value": "rebels", "documentId": "A", "confidence": 0},
    ],
    "relations": [
        {"sourceBegin": 0, "sourceEnd": 16, "targetBegin": 24, "targetEnd": 30, "type": "FightingAgainst",
         "documentId": "A", "confidence": 1},
    ],
}  # fmt: skip
HRD = {
    "sample": {
        "Input.GLOBALEVENTID": 1,
        "Input.title": "Invented",
        "Input.publish_date": "2021-03-16 02:00:00",
        "Input.article_interface": "<p>Police in Goma arrested the reporter Ana Prueba on Monday.</p> <p>A &amp; B</p>",
    },
    "merged_sample": {
        "perpetrator_mention": True, "perpetrator_type": "state actor", "violation_types": ["arbitrary detention"],
        "year": "2021.0", "month": "03", "date": None, "city": "Goma", "region": "None", "country": "DR Congo",
        "victims": [{"victim_name": "Ana Prueba"}, {"victim_name": None}],
    },
}  # fmt: skip
M2E2 = [
    {
        "sentence_id": "VOA_EN_NW_2016.04.19.1_0",
        "words": ["Police", "arrested", "two", "men", "in", "Goma", "."],
        "golden-event-mentions": [
            {"trigger": {"start": 1, "end": 2, "text": "arrested"}, "event_type": "Justice:Arrest-Jail",
             "arguments": [{"role": "Place", "start": 5, "end": 6, "text": "Goma"}]},
        ],
    },
    {
        "sentence_id": "VOA_EN_NW_2016.04.19.1_1",
        "words": ["They", "met", "."],
        "golden-event-mentions": [
            {"trigger": {"start": 1, "end": 2, "text": "met"}, "event_type": "Contact:Meet", "arguments": []},
        ],
    },
]  # fmt: skip
PLV = (
    "\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root\n"
    "1\tRebels attacked soldiers.\t<s>Rebels</s> attacked <t>soldiers</t>.\tRebels\tsoldiers\t4\tASSAULT\n"
    "2\tThe mayor sang.\tThe mayor sang.\tmayor\tsang\t1\tCONSULT\n"
)
GSR = [
    {"id": "D1", "event": "DOCUMENT"},
    {
        "id": "G1", "event": "FIGHT", "text": "Turkish troops attacked Syrian soldiers on Monday.",
        "source": [{"actorText": "Turkish", "code": "TUR"}], "target": [{"actorText": "Syrian", "code": "SYR"}],
    },
    {"id": "G2", "event": "CONSULT", "text": "They met.", "source": [{"code": "JAP"}, {"code": "IGO"}], "target": ""},
]  # fmt: skip
CASE = (
    "id\tEventSnippet\tSubType\n"
    '1\tGunmen "attacked" a village near Gao, killing six people\tATTACK\n2\tThe river rose\tNATURAL_DISASTER\n'
)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Name of benchmark -> the folder of its invented corpus."""
    root = tmp_path_factory.mktemp("tiny")
    write(root / "muc4" / "key-tst9.v1", KEY)
    write(root / "muc4" / "tst9-muc4", TEXT)
    write(root / "case2021" / "some.tsv", CASE)
    write(root / "hrdsattack" / "test.json", json.dumps([HRD]))
    write(root / "geoparsing" / "TR-News.xml", LGL)
    write(root / "geoparsing" / "Virus.xml", GEOVIRUS)
    write(root / "tempeval3" / "part" / "one.tml", TIMEML)
    write(root / "polnear" / "text" / "one.txt", SAID)
    write(root / "polnear" / "attributions" / "one_ab12.ann", MARKS)
    write(root / "plover_relations" / "PLV_test.tsv", PLV)
    write(root / "plover_gsr" / "records.txt", json.dumps(GSR))
    write(root / "m2e2" / "test.json", json.dumps(M2E2))
    for name in ("36_1ecb", "36_2ecb", "36_1ecbplus"):
        write(root / "ecbplus" / "ECB+" / "36" / f"{name}.xml", ECB.format(name=name))
    rows = "\n".join(f"36,{name},0" for name in ("1ecb", "2ecb", "1ecbplus"))
    write(root / "ecbplus" / "ECBplus_coreference_sentences.csv", f"Topic,File,Sentence Number\n{rows}\n")
    for name, value in RE3D.items():
        lines = value if isinstance(value, list) else [value]
        write(root / "re3d" / "Source" / f"{name}.json", "\n".join(json.dumps(line) for line in lines))
    return {folder.name: folder for folder in root.iterdir()}
