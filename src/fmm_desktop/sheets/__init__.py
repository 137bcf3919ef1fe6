"""The sheet of a topic: what it holds, how it is typeset, where it is written. No Qt.

    content.topic_sheet(dossier, topic, notes=()) -> TopicSheet         # pure values; notes are content.SheetNote
    typesetting.typeset(sheets, *, templates) -> bytes                  # one PDF/UA-1; SheetError for a bad template
    writing.write_pdf(pdf, target, overwrite=False) -> None             # whole or not at all; SheetError
    writing.file_name(dossier, topic) -> str                            # fmm-2025-12-03-ed1-1.2-rusland.pdf
    job.write_sheets(dossier, target, templates, *, notes=None, overwrite=False) -> Iterator[job.Written]

Another kind of sheet is a value of its own beside `TopicSheet` and a template beside `topic.typ`; `style.typ`,
`typesetting` and `writing` serve them all.
"""
