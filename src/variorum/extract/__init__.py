"""Per article: names, places, times, quantities, attribution, quotes, claims."""
