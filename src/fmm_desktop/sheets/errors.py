"""What can go wrong with a sheet that a person can mend."""

from fmm_desktop.errors import Sentence, UserError


class SheetError(UserError):
    """A sheet could not be typeset or written."""


NOTHING = Sentence(
    "Er is geen onderwerp om af te drukken; kies een dossier dat onderwerpen heeft.",
    "There is no topic to print; choose a dossier that has topics.",
)
NOTHING_TO_SAY = Sentence(
    "In wat is gekozen staan geen spreekpunten; kies meer onderwerpen.",
    "There are no points in what was chosen; choose more topics.",
)
NOTHING_FOR_CARD = Sentence(
    "In wat is gekozen staat niets dat op een tafelkaart mag; kies meer onderwerpen.",
    "There is nothing in what was chosen that may be on a table card; choose more topics.",
)
NO_ACTOR = Sentence(
    "Het dossier kent geen actor '{actor}'; kies er een van: {known}.",
    "The dossier knows no actor '{actor}'; choose one of: {known}.",
)
NOTHING_ON_ACTOR = Sentence(
    "Over {actor} staat niets in wat is gekozen; kies meer onderwerpen of een andere actor.",
    "There is nothing on {actor} in what was chosen; choose more topics or another actor.",
)
NO_SINCE = Sentence(
    "Er is geen eerdere editie om mee te vergelijken; kies de editie die u had.",
    "There is no earlier edition to compare with; choose the edition that you had.",
)
OTHER_LANGUAGE = Sentence(
    "De editie om mee te vergelijken is in een andere taal ({old}) dan deze ({new}); kies een editie in dezelfde taal.",
    "The edition to compare with is in another language ({old}) than this one ({new}); choose one in the same.",
)
NO_CHANGES = Sentence(
    "In wat is gekozen zegt editie {new} hetzelfde als editie {old}; er is niets om af te drukken.",
    "In what was chosen edition {new} says the same as edition {old}; there is nothing to print.",
)
NO_NOTES = Sentence(
    "Er zijn geen notities om af te drukken; kies meer onderwerpen, soorten of statussen.",
    "There are no notes to print; choose more topics, kinds or statuses.",
)
TEMPLATE = Sentence(
    "Het sjabloon {where} kan niet worden gezet: {message}; herstel het of gebruik het meegeleverde sjabloon.",
    "The template {where} cannot be typeset: {message}; mend it or use the template that is shipped.",
)
OWN_STYLE = Sentence(
    "De huisstijl {where} kan niet worden gebruikt: {message}; herstel haar; de meegeleverde stijl is gebruikt.",
    "The house style {where} cannot be used: {message}; mend it; the shipped style was used.",
)
PANIC = Sentence(
    "Typst kon dit niet zetten ({message}); druk minder onderwerpen af, of meld ons wat u afdrukte.",
    "Typst could not set this ({message}); print fewer topics, or tell us what you printed.",
)
OWN_PACKAGE = Sentence(
    "De huisstijl {where} haalt een pakket van het netwerk, en dat mag niet; zet de inhoud in de stijl zelf; "
    "de meegeleverde stijl is gebruikt.",
    "The house style {where} takes a package from the network, which is not allowed; put its content into the style; "
    "the shipped style was used.",
)
PACKAGE = Sentence(
    "Het sjabloon {where} haalt een pakket van het netwerk, en dat mag niet; zet de inhoud in het sjabloon zelf.",
    "The template {where} takes a package from the network, which is not allowed; put its content into the template.",
)
NOT_A_FOLDER = Sentence(
    "{path} is geen map; kies een map, of een naam die eindigt op .pdf.",
    "{path} is not a folder; choose a folder, or a name that ends in .pdf.",
)
