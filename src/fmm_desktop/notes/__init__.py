"""What the reader adds to a dossier, and how it is kept: never lost, never changed behind the reader's back."""
