"""What an editor would remark on in a dossier that can be read: `checking.editor_remarks` asks every check."""
