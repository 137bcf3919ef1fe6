"""What is said about a dossier as a whole: its format, its ids and its references, in both languages."""

from fmm_desktop.errors import Sentence

NOT_A_DOSSIER = Sentence(
    "dit is geen dossier; een dossier begint met 'format: {format}'",
    "this is not a dossier; a dossier begins with 'format: {format}'",
)
OTHER_FORMAT = Sentence("dit is geen dossier; hier hoort {format}", "this is not a dossier; {format} belongs here")
NEWER = Sentence(
    "dit dossier is van formaat {found} en deze versie leest {format}; installeer een nieuwer programma",
    "this dossier is in format {found} and this version reads {format}; install a newer program",
)
ID_TWICE = Sentence(
    "het id '{id}' is al gebruikt op regel {first}; geef een van de twee een ander id",
    "the id '{id}' is already used on line {first}; give one of the two another id",
)
ENDS_BEFORE = Sentence(
    "het einde ({end}) ligt voor het begin ({start})", "the end ({end}) is before the start ({start})"
)
NO_ACTOR = Sentence("er is geen actor met id '{id}'{near}", "there is no actor with id '{id}'{near}")
NO_SOURCE = Sentence("er is geen bron met id '{id}'{near}", "there is no source with id '{id}'{near}")
NO_TERM = Sentence("er is geen begrip met id '{id}'{near}", "there is no term with id '{id}'{near}")
NO_TOPIC = Sentence("er is geen onderwerp '{id}'{near}", "there is no topic '{id}'{near}")
NO_CHECK = Sentence("er is geen controle '{id}'{near}", "there is no check '{id}'{near}")
EMPTY_PASSAGE = Sentence("deze passage is leeg", "this passage is empty")
