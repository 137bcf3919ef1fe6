"""Sheets: what is ordered, what they hold, how they are typeset, where they are written. No Qt.

    documents.document(dossier, order, notes=None, since=None) -> Document      # pure values; `order.Order` says what
    typesetting.typeset(document, House(templates, style)) -> bytes             # one PDF/UA-1; SheetError
    file_names.file_name(dossier, topic) -> str                                 # fmm-2025-12-03-ed1-1.2-rusland.pdf
    job.write_sheets(Wish(…), target, house, overwrite=False) -> Iterator[job.Written]

Each kind of sheet is a module that says what stands on it and a template of the name of the kind; `entries`,
`words.typ`, `figures.typ` and `style.typ` serve them all.
"""
