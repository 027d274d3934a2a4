"""Data sets as files in a folder: what the serial and the local engine share."""
