"""Finding words in a dossier while one types. No Qt."""
