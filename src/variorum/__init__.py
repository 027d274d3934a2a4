"""Variorum: one sourced account of an event from many news reports of it."""
