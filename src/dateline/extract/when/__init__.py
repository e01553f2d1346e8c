"""Times: the dateline at the head of a story, time expressions and the periods they mean."""
