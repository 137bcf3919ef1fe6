"""What can go wrong with a sheet that a person can mend."""

from fmm_desktop.errors import Sentence, UserError


class SheetError(UserError):
    """A sheet could not be typeset or written."""


NOTHING = Sentence(
    "Er is geen onderwerp om af te drukken; kies een dossier dat onderwerpen heeft.",
    "There is no topic to print; choose a dossier that has topics.",
)
TEMPLATE = Sentence(
    "Het sjabloon {where} kan niet worden gezet: {message}; herstel het of gebruik het meegeleverde sjabloon.",
    "The template {where} cannot be typeset: {message}; mend it or use the template that is shipped.",
)
PACKAGE = Sentence(
    "Het sjabloon {where} haalt een pakket van het netwerk, en dat mag niet; zet de inhoud in het sjabloon zelf.",
    "The template {where} takes a package from the network, which is not allowed; put its content into the template.",
)
EXISTS = Sentence(
    "{path} bestaat al en is niet overschreven; kies een andere naam of sta overschrijven toe.",
    "{path} exists already and was not overwritten; choose another name or allow overwriting.",
)
NO_FOLDER = Sentence(
    "De map {path} bestaat niet; maak haar eerst aan of kies een andere.",
    "The folder {path} does not exist; make it first or choose another.",
)
NOT_A_FOLDER = Sentence(
    "{path} is geen map; kies een map, of een naam die eindigt op .pdf.",
    "{path} is not a folder; choose a folder, or a name that ends in .pdf.",
)
IS_A_FOLDER = Sentence(
    "{path} is een map, geen bestand; kies een andere naam.",
    "{path} is a folder, not a file; choose another name.",
)
NO_PERMISSION = Sentence(
    "In {path} mag u niet schrijven; kies een andere map.",
    "You may not write in {path}; choose another folder.",
)
NO_SPACE = Sentence(
    "Er is geen ruimte meer om {path} te schrijven; er is niets veranderd. Maak ruimte en probeer het opnieuw.",
    "There is no space left to write {path}; nothing was changed. Make room and try again.",
)
NOT_WRITTEN = Sentence(
    "{path} kon niet worden geschreven ({reason}); er is niets veranderd. Probeer het opnieuw of kies een andere plek.",
    "{path} could not be written ({reason}); nothing was changed. Try again or choose another place.",
)
