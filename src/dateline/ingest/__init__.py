"""The way in: files, folders, tables, feeds and pages become reports; what cannot is named, with why.

In: paths, addresses or "-". Out: `Incoming` reports and `Rejected` inputs, in a stable order.
"""

from dateline.ingest.assemble import with_default_date
from dateline.ingest.reader import IngestOptions, Reader, Refused, Source, reads
from dateline.ingest.sources import ingest

__all__ = ["IngestOptions", "Reader", "Refused", "Source", "ingest", "reads", "with_default_date"]
