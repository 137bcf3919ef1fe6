"""While the window is put together no sources are read; afterwards everything is as it was."""

import inspect
import json

import pytest

from fmm_desktop.ui.unread import sources_unread


def test_no_source_is_found_within_the_block_and_each_one_after_it():
    before = inspect.getsource(json)

    with sources_unread(), pytest.raises(OSError):  # noqa: PT011 - as for any module without a source
        inspect.getsource(json)

    assert inspect.getsource(json) == before


def test_sources_are_found_again_after_an_import_that_failed():
    with pytest.raises(ImportError), sources_unread():
        raise ImportError

    assert "def dumps" in inspect.getsource(json)
