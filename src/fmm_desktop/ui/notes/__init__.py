"""The right pane: the notes of the topic, typed in place and saved as they are typed."""
