"""The English reader of Variorum: data only, the spaCy pipeline in ``pipeline/`` and its card in ``README.md``."""
