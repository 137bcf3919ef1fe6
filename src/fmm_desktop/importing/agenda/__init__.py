"""The reader of agendas: a document in plain form becomes a draft dossier, by the phrases of a language."""
