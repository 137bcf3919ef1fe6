"""Letters of the fonts that show a sign in the place of each letter, as text: what `w:sym` and old documents have."""

import sys

_FIRST, _LAST = 0xF000, 0xF0FF
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL = (
    {0x41 + place: letter for place, letter in enumerate(_GREEK)}
    | {0x61 + place: letter for place, letter in enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")}
    | {code: chr(code) for code in range(0x20, 0x40)}
    | dict(zip(range(0xA0, 0xC0), "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵", strict=True))
    | dict(zip(range(0xC5, 0xDA), "⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧", strict=True))
    | {0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑"}
)
_PICTURES = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xB7: "•",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
UNKNOWN = "\ufffd"


def sign(font: str, code: str) -> str:
    """Return a sign by the name of its font and its number (hexadecimal) as text; `UNKNOWN` for a picture."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    low = number - _FIRST if _FIRST <= number <= _LAST else number
    if font.lower() == "symbol":
        return _SYMBOL.get(low, UNKNOWN)
    if font.lower().startswith(("wingdings", "webdings")):
        return _PICTURES.get(low, UNKNOWN)
    letter = chr(number) if 0 <= number <= sys.maxunicode else UNKNOWN
    return letter if letter.isprintable() else UNKNOWN
