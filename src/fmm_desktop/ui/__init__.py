"""The window: panes that take values and answer by signals, and the one window that wires them."""
