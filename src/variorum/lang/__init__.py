"""Language packs: what a language's news writing uses, as data, and the loader."""
