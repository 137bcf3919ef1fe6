"""The left pane: the filter line above the tree of sessions and topics."""
