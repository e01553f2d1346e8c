"""The hand-made reports and accounts of tests/laws/made.py are for these tests too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "laws"))
