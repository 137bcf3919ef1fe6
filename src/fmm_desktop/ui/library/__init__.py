"""The library in the window: a folder of dossiers as a list, and finding words in all of them."""
