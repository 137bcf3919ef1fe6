"""Documents in the window: read beside it, then looked through before they become a dossier."""
