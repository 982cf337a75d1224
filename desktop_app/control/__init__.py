"""One running copy per profile, and the words it takes from outside."""
