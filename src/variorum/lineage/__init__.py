"""Which article was made from which, and how many independent voices there are."""
