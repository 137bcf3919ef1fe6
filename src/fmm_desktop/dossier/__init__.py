"""What a dossier is, how its file is read, and what is wrong with it. No Qt."""
