"""Makes the hand-made story of tests/account importable."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "account"))
