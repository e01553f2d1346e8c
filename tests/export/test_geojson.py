import json

import djibo

from dateline.export.geojson import write_geojson


def features(dataset, out, options):
    (path,) = write_geojson(dataset, out, options)
    collection = json.loads(path.read_text("utf-8"))
    return collection, {feature["id"][-1]: feature for feature in collection["features"]}


def test_points_have_longitude_first_and_flat_properties(dataset, private, tmp_path):
    collection, found = features(dataset, tmp_path, private)
    raid = found["1"]
    assert collection["type"] == "FeatureCollection"
    assert raid["geometry"] == {"type": "Point", "coordinates": [-1.62665, 14.09864]}
    assert all(not isinstance(value, (dict, list)) for value in raid["properties"].values())
    assert raid["properties"]["killed_low"] == 11
    assert raid["properties"]["fatalities_acled"] == 7


def test_a_vague_place_says_how_far_it_may_reach(dataset, private, tmp_path):
    _, found = features(dataset, tmp_path, private)
    assert found["2"]["properties"]["radius_km"] == 3.0
    assert not found["2"]["properties"]["radius_assumed"]
    assert found["5"]["properties"]["radius_km"] == 10
    assert found["5"]["properties"]["radius_assumed"]


def test_the_placeless_stay_and_the_withheld_go(dataset, private, tmp_path):
    collection, found = features(dataset, tmp_path, private)
    assert found["6"]["geometry"] is None
    assert "4" not in found
    assert collection["left_out"] == 1


def test_the_sources_of_the_places_are_named(dataset, private, tmp_path):
    collection, _ = features(dataset, tmp_path, private)
    assert any("GeoNames" in line and "CC BY 4.0" in line for line in collection["attribution"])
    assert "does not verify" in collection["note"]


def test_a_parts_count_is_not_added_to_the_whole(dataset, private, tmp_path):
    _, found = features(djibo.dataset(djibo.raid()), tmp_path, private)
    assert found["1"]["properties"]["injured_low"] == 24
