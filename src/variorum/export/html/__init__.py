"""The parts of the HTML edition: one file per section of the page, each from a story's view to escaped markup."""
