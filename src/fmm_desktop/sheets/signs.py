"""What common pictures in a text are called where no font can draw them, in both languages."""

from fmm_desktop.errors import Language, Sentence

_NAMES = {
    "👍": Sentence("duim omhoog", "thumbs up"),
    "👎": Sentence("duim omlaag", "thumbs down"),
    "👏": Sentence("applaus", "applause"),
    "👋": Sentence("zwaaiende hand", "waving hand"),
    "🙏": Sentence("gevouwen handen", "folded hands"),
    "🤝": Sentence("handdruk", "handshake"),
    "💪": Sentence("spierballen", "flexed arm"),
    "👉": Sentence("wijst naar rechts", "pointing right"),
    "👨": Sentence("man", "man"),
    "👩": Sentence("vrouw", "woman"),
    "👦": Sentence("jongen", "boy"),
    "👧": Sentence("meisje", "girl"),
    "🧑": Sentence("persoon", "person"),
    "👶": Sentence("baby", "baby"),
    "💻": Sentence("laptop", "laptop"),
    "😀": Sentence("lachend gezicht", "grinning face"),
    "😂": Sentence("tranen van het lachen", "tears of joy"),
    "🙂": Sentence("glimlach", "smile"),
    "😉": Sentence("knipoog", "wink"),
    "😢": Sentence("huilend gezicht", "crying face"),
    "😡": Sentence("boos gezicht", "angry face"),
    "🤔": Sentence("denkend gezicht", "thinking face"),
    "❤": Sentence("hart", "heart"),
    "🔥": Sentence("vuur", "fire"),
    "⭐": Sentence("ster", "star"),
    "🎉": Sentence("feest", "party"),
    "✅": Sentence("vinkje", "tick"),
    "❌": Sentence("kruis", "cross"),
    "❗": Sentence("uitroepteken", "exclamation mark"),
    "❓": Sentence("vraagteken", "question mark"),
    "🚨": Sentence("zwaailicht", "siren"),
    "📌": Sentence("punaise", "pin"),
    "📞": Sentence("telefoon", "telephone"),
    "📅": Sentence("kalender", "calendar"),
    "🕊": Sentence("duif", "dove"),
    "🏳": Sentence("witte vlag", "white flag"),
    "🌍": Sentence("aarde", "earth"),
}


def sign_name(sign: str, language: Language) -> str:
    """Return what a picture is called, or nothing for one that is not common."""
    name = _NAMES.get(sign)
    return name.say(language) if name else ""
