"""What the links in a text point to, in words: on the screen, on paper and in a search they read the same."""

from collections.abc import Iterator

from fmm_desktop.dossier.model import Dossier, Passage, Topic
from fmm_desktop.dossier.text import Link, plain


def words_of(link: Link, dossier: Dossier, near: str = "") -> str:
    """Return the words that stand for `link`: its own, else the name of its target, else its id.

    `near` is the path of the topic that the link stands in, for bare topic ids.
    """
    if link.label:
        return link.label
    match link.target:
        case "term":
            term = dossier.term(link.id)
            return term.short if term else link.id
        case "actor":
            actor = dossier.actor(link.id)
            return actor.name if actor else link.id
        case "topic":
            topic = dossier.topic(link.id, near)
            return topic.title if topic else link.id


def explanation(link: Link, dossier: Dossier) -> str:
    """Return what a term or an actor is, in a line or two of plain words; empty for a topic or a dangling link."""
    if link.target == "term" and (term := dossier.term(link.id)):
        translated = "; ".join(f"{language}: {words}" for language, words in term.translation.items())
        first = " – ".join(part for part in (term.short, term.long) if part)
        return "\n".join(part for part in (first, translated, words_in(term.text, dossier)) if part)
    if link.target == "actor" and (actor := dossier.actor(link.id)):
        home = dossier.actor(actor.of)
        belongs = ", ".join(part for part in (actor.role, home.name if home else "") if part)
        first = f"{actor.name} – {belongs}" if belongs else actor.name
        return "\n".join(part for part in (first, words_in(actor.text, dossier)) if part)
    return ""


def words_in(text: str, dossier: Dossier, near: str = "") -> str:
    """Return the words of a Markdown text as a reader sees them, links included."""
    return plain(text, lambda link: words_of(link, dossier, near))


def words_of_passage(passage: Passage, dossier: Dossier, near: str = "") -> str:
    """Return what can be read of a passage: the actor or the value that leads it, and its words."""
    text = words_in(passage.text, dossier, near)
    if not passage.actor and not passage.value:
        return text
    actor = dossier.actor(passage.actor)
    return f"{actor.name if actor else passage.actor or passage.value} {text}"


def texts_of_topic(topic: Topic, dossier: Dossier) -> Iterator[str]:
    """Yield everything that can be read on the page of a topic: its title, its tags, its passages."""
    yield topic.title
    yield from topic.tags
    for passage in topic.passages:
        yield words_of_passage(passage, dossier, topic.path)


def words_of_topic(topic: Topic, dossier: Dossier) -> str:
    """Return what `texts_of_topic` yields, parted by empty lines, so that no hyphen joins one part to the next."""
    return "\n\n".join(texts_of_topic(topic, dossier))
