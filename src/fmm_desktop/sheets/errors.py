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
NOT_A_FOLDER = Sentence(
    "{path} is geen map; kies een map, of een naam die eindigt op .pdf.",
    "{path} is not a folder; choose a folder, or a name that ends in .pdf.",
)
