"""How mathematics is read out, in the languages of which we know it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MathsWords:
    """``signs`` and ``commands`` by what is written; ``powers`` and ``roots`` by their number."""

    commands: Mapping[str, str]
    signs: Mapping[str, str]
    powers: Mapping[str, str]
    power: str
    roots: Mapping[str, str]
    other_root: str
    over: str
    of: str
    since: str
    until: str
    where: str
    absolute: str
    factorial: str
    choose: str = field(default="choose")
    vector: str = field(default="vector")


# What is called alike everywhere but for the words in front: commands, then the signs that mean the same.
_SAME_SIGNS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈", "equiv": "≡",
    "infty": "∞", "sum": "∑", "int": "∫", "prod": "∏", "to": "→", "implies": "⇒", "in": "∈", "forall": "∀",
    "exists": "∃", "partial": "∂", "subset": "⊂", "cup": "∪", "cap": "∩", "degrees": "°",
}  # fmt: skip
_ALIASES = {
    "ast": "cdot", "le": "leq", "leqslant": "leq", "ge": "geq", "geqslant": "geq", "ne": "neq", "simeq": "approx",
    "rightarrow": "to", "longrightarrow": "to", "mapsto": "to", "Rightarrow": "implies", "Longrightarrow": "implies",
    "dots": "ldots", "cdots": "ldots", "vdots": "ldots", "circ": "degrees", "prime": "'", "oint": "int", "iint": "int",
    "varepsilon": "epsilon", "varphi": "phi", "vartheta": "theta", "iff": "Leftrightarrow", "divides": "mid",
}  # fmt: skip


def _of(
    commands: Mapping[str, str],
    signs: Mapping[str, str],
    powers: Mapping[str, str],
    roots: tuple[str, str],
    **words: str,
) -> MathsWords:
    named = {**commands, **{alias: commands[name] for alias, name in _ALIASES.items() if name in commands}}
    written = {**signs, **{sign: named[name] for name, sign in _SAME_SIGNS.items() if name in named}}
    named["prime"] = signs["'"]
    turned = {named["degrees"]: named["degrees"], signs["'"]: signs["'"]}
    return MathsWords(named, written, {**powers, **turned}, roots={"2": roots[0], "3": roots[1]}, **words)


ENGLISH = _of(
    {
        "times": "times", "cdot": "times", "div": "divided by", "pm": "plus or minus", "mp": "minus or plus",
        "leq": "is at most", "geq": "is at least", "neq": "is not", "approx": "is about", "equiv": "is equivalent to",
        "ll": "is much less than", "gg": "is much greater than", "infty": "infinity", "sum": "the sum",
        "int": "the integral", "prod": "the product", "lim": "the limit", "to": "to", "implies": "implies",
        "Leftrightarrow": "if and only if", "ldots": "and so on", "forall": "for all", "exists": "there is",
        "in": "in", "notin": "not in", "subset": "is a subset of", "cup": "union", "cap": "intersection",
        "mid": "given", "partial": "partial", "nabla": "nabla", "degrees": "degrees", "propto": "is proportional to",
        "land": "and", "lor": "or", "neg": "not", "emptyset": "the empty set", "angle": "angle", "sim": "is like",
    },
    {"=": "equals", "+": "plus", "-": "minus", "−": "minus", "<": "is less than", ">": "is greater than",
     "*": "times", "/": "over", "%": "percent", "'": "prime", "#": "number"},
    {"2": "squared", "3": "cubed", "*": "star"},
    ("the square root of", "the cube root of"),
    power="to the power of", other_root="the {}-th root of", over="over", of="of", since="from", until="to",
    where="as", absolute="the absolute value of", factorial="factorial",
)  # fmt: skip

_GERMAN = _of(
    {
        "times": "mal", "cdot": "mal", "div": "geteilt durch", "pm": "plus minus", "mp": "minus plus",
        "leq": "ist höchstens", "geq": "ist mindestens", "neq": "ist ungleich", "approx": "ist etwa",
        "equiv": "ist äquivalent zu", "infty": "unendlich", "sum": "die Summe", "int": "das Integral",
        "prod": "das Produkt", "lim": "der Grenzwert", "to": "gegen", "implies": "folgt", "ldots": "und so weiter",
        "Leftrightarrow": "genau dann, wenn", "forall": "für alle", "exists": "es gibt", "in": "in",
        "notin": "nicht in", "subset": "ist Teilmenge von", "cup": "vereinigt mit", "cap": "geschnitten mit",
        "mid": "gegeben", "partial": "partiell", "degrees": "Grad", "land": "und", "lor": "oder", "neg": "nicht",
        "emptyset": "die leere Menge",
    },
    {"=": "gleich", "+": "plus", "-": "minus", "−": "minus", "<": "ist kleiner als", ">": "ist größer als",
     "*": "mal", "/": "durch", "%": "Prozent", "'": "Strich", "#": "Nummer"},
    {"2": "hoch zwei", "3": "hoch drei", "*": "Stern"},
    ("Wurzel aus", "dritte Wurzel aus"),
    power="hoch", other_root="{}-te Wurzel aus", over="durch", of="von", since="von", until="bis", where="für",
    absolute="Betrag von", factorial="Fakultät", choose="über", vector="Vektor",
)  # fmt: skip

_FRENCH = _of(
    {
        "times": "fois", "cdot": "fois", "div": "divisé par", "pm": "plus ou moins", "mp": "moins ou plus",
        "leq": "est inférieur ou égal à", "geq": "est supérieur ou égal à", "neq": "est différent de",
        "approx": "vaut environ", "equiv": "est équivalent à", "infty": "l'infini", "sum": "la somme",
        "int": "l'intégrale", "prod": "le produit", "lim": "la limite", "to": "vers", "implies": "implique",
        "ldots": "et ainsi de suite", "Leftrightarrow": "si et seulement si", "forall": "pour tout",
        "exists": "il existe", "in": "dans", "notin": "pas dans", "subset": "est inclus dans", "cup": "union",
        "cap": "inter", "mid": "sachant", "partial": "d rond", "degrees": "degrés", "land": "et", "lor": "ou",
        "neg": "non", "emptyset": "l'ensemble vide",
    },
    {"=": "égale", "+": "plus", "-": "moins", "−": "moins", "<": "est inférieur à", ">": "est supérieur à",
     "*": "fois", "/": "sur", "%": "pour cent", "'": "prime", "#": "numéro"},
    {"2": "au carré", "3": "au cube", "*": "étoile"},
    ("racine carrée de", "racine cubique de"),
    power="puissance", other_root="racine {}-ième de", over="sur", of="de", since="de", until="à", where="quand",
    absolute="valeur absolue de", factorial="factorielle", choose="parmi", vector="vecteur",
)  # fmt: skip

_SPANISH = _of(
    {
        "times": "por", "cdot": "por", "div": "dividido entre", "pm": "más menos", "mp": "menos más",
        "leq": "es menor o igual que", "geq": "es mayor o igual que", "neq": "es distinto de",
        "approx": "es aproximadamente", "equiv": "es equivalente a", "infty": "infinito", "sum": "la suma",
        "int": "la integral", "prod": "el producto", "lim": "el límite", "to": "a", "implies": "implica",
        "ldots": "etcétera", "Leftrightarrow": "si y solo si", "forall": "para todo", "exists": "existe",
        "in": "en", "notin": "no en", "subset": "es subconjunto de", "cup": "unión", "cap": "intersección",
        "mid": "dado", "partial": "parcial", "degrees": "grados", "land": "y", "lor": "o", "neg": "no",
        "emptyset": "el conjunto vacío",
    },
    {"=": "igual a", "+": "más", "-": "menos", "−": "menos", "<": "es menor que", ">": "es mayor que",
     "*": "por", "/": "sobre", "%": "por ciento", "'": "prima", "#": "número"},
    {"2": "al cuadrado", "3": "al cubo", "*": "estrella"},
    ("la raíz cuadrada de", "la raíz cúbica de"),
    power="elevado a", other_root="la raíz {}-ésima de", over="sobre", of="de", since="desde", until="hasta",
    where="cuando", absolute="el valor absoluto de", factorial="factorial", choose="sobre",
)  # fmt: skip

_WORDS = {"en": ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}


def maths_words(language: str) -> MathsWords | None:
    """The words of a language as ``languages.language_of`` names it; None where we know none."""
    return _WORDS.get(language)
