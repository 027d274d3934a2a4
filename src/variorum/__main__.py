"""`python -m variorum`."""

from __future__ import annotations

from variorum.cli.main import main

raise SystemExit(main())
