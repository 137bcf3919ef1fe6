"""Documents become draft dossiers: each format is read into one plain form, that by one reader of agendas. No Qt."""
