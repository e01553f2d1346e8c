"""Export: a dataset as files that others read. One module per format, each `write_X(dataset, out, options)`.

In: a `Dataset`. Out: events.jsonl, acled.csv, events.geojson, report.html; all written atomically and
byte for byte the same for the same dataset. What is published passes through `mask`.
"""
