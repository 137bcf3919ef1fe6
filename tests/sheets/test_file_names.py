"""What the files of sheets are called."""

import unicodedata
from collections.abc import Callable

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.sheets.file_names import file_name, file_name_of
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import Order


def test_a_file_name_is_made_of_the_ids(make_dossier: Callable[..., Dossier], make_topic: Callable[..., Topic]) -> None:
    topic = make_topic(number="1.2", id="rusland")

    assert file_name(make_dossier(topic, id="fmm-2025-12-03", edition=1), topic) == "fmm-2025-12-03-ed1-1.2-rusland.pdf"


def test_a_file_name_is_safe_whatever_the_ids(
    make_dossier: Callable[..., Dossier], make_topic: Callable[..., Topic]
) -> None:
    topic = make_topic(id="../é/" + "x" * 300)

    name = file_name(make_dossier(topic, id="..\\a:b"), topic)

    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>|')
    assert len(name) < 200
    assert all(unicodedata.category(sign) != "Cc" for sign in name)


def test_what_is_one_file_is_called_by_its_kind_and_an_actor_sheet_by_its_actor(dossier: Dossier) -> None:
    assert file_name_of(dossier, Order(kind=SheetKind.CHANGES)) == "rivieren-2026-ed2-changes.pdf"
    assert file_name_of(dossier, Order(kind=SheetKind.ACTOR, actor="rc")) == "rivieren-2026-ed2-actor-rc.pdf"
