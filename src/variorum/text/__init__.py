"""Offset-keeping views of a text: sections to tokens, trees, sentences, similarity."""
