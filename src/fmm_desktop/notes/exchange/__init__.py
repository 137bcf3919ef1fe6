"""Notes in and out: as annotations that come back whole, as Markdown and as a table to read.

picking.pick(store, dossiers=(), without=()) -> tuple[Picked, ...]   # which notes go out
annotations.write(picked) -> bytes                                   # W3C Web Annotations, JSON-LD
markdown.write(picked, dossiers, language), table.write(…) -> bytes  # to read; they do not come back
reading.read(data, now, onto="") -> tuple[Incoming, ...]             # UserError for what cannot be read
planning.plan(incoming, store.histories, store.bin.thrown_away())      # a Plan: what would be done
store.take_in(plan.revisions())                                      # all of it or nothing
"""
