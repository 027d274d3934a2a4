"""The account of a story: event, title, records in the order of the contract."""
