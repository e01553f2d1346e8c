"""Places: names found, read against the gazetteer, with relation, role and precision."""
