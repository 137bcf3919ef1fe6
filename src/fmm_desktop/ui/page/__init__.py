"""The page in the middle: a topic, a session or the overview, typeset for reading."""
