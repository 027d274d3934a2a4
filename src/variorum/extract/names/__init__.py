"""Names in an article: people, organisations and places.

The way: runs of capitals (`runs`), parted into titles and names (`split`), typed by the evidence beside them
(`evidence`, `beside`) and by a vote over the article (`vote`), given their fullest form (`forms`), office and
gender (`roles`); descriptions of organisations join them (`nominal`), and places get their coordinates
(`variorum.extract.places`).
"""

from variorum.extract.names.find import find_mentions

__all__ = ["find_mentions"]
