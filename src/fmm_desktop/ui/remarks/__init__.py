"""What an editor would remark on, in a pane below the page."""
