"""What the program says when something is wrong that a person can mend."""

import pytest

from fmm_desktop.errors import Language, Sentence, UserError, language_of

FULL = Sentence("{path} is vol;\n   maak ruimte", "{path} is full; make room")


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "/tmp is vol;\n   maak ruimte"), ("en", "/tmp is full; make room")]
)
def test_a_sentence_is_said_in_the_language_asked_for(language: Language, said: str) -> None:
    assert FULL.say(language, path="/tmp") == said


def test_a_place_in_a_sentence_that_is_not_filled_is_a_bug() -> None:
    with pytest.raises(KeyError):
        FULL.say("nl")


def test_an_error_is_one_line_whatever_fills_it() -> None:
    error = UserError(FULL, path="een\nmap\twaarin {niets}")

    assert error.text("nl") == "een map waarin {niets} is vol; maak ruimte"
    assert str(error) == "een\nmap\twaarin {niets} is full; make room"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, None),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "NL_be"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": ""}, None),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8"}, "nl"),
        ({"LC_MESSAGES": "nl_NL.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANGUAGE": "nl:en"}, "nl"),
        ({"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LC_CTYPE": "nl_NL.UTF-8"}, None),
    ],
)
def test_the_language_is_the_one_that_the_terminal_asks_for(environment: dict[str, str], language: str | None) -> None:
    assert language_of(environment) == language
