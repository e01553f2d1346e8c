"""One way to read a text for all tests of reading: tests/extract/telling.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
