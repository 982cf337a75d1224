"""Which gender a noun has, as far as its ending and a list of frequent ones tell: "one" has the same."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENDINGS = {
    "de": ("e", "ung", "heit", "keit", "schaft", "ion", "tät", "ik", "frau", "stadt", "nacht", "woche", "kraft"),
    "es": ("a", "as", "ción", "sión", "dad", "tad", "ciones", "siones", "dades", "tud"),
    "it": ("a", "zione", "sione", "tà", "tù"),
    "fr": ("ion", "té", "ette", "ance", "ence", "ure", "esse", "ille", "ée", "ie"),
}
_OTHERWISE = {
    "de": frozenset({"Name", "Junge", "Kunde", "Kollege", "Ende", "Auge", "Gebäude", "Experte", "Buchstabe", "Käse"}),
    "es": frozenset(
        {"día", "días", "problema", "problemas", "mapa", "idioma", "programa", "programas", "sistema", "tema"}
    ),
    "it": frozenset({"problema", "programma", "sistema", "tema", "clima", "poeta"}),
    "fr": frozenset(),
}
_FEMININE = {
    "fr": _words(
        "heure heures minute minutes seconde secondes milliseconde millisecondes personne personnes semaine semaines"
        " année années fois page pages tasse tasses cuillère cuillères femme femmes fille filles ligne lignes étape"
        " étapes chose choses question questions ville villes tonne tonnes place places partie parties"
        " journée nuit nuits voiture voitures idée idées route routes école table tables phrase phrases"
    ),
    "es": _words("vez veces mano manos noche noches clase clases parte partes calle calles frase frases"),
    "it": _words("volta parte notte mano chiave frase"),
    "de": frozenset({"Uni", "Party", "E-Mail", "Nummer", "Antwort", "Zeit", "Art", "Hand", "Person", "Tür", "App"}),
}


def is_feminine(noun: str, language: str) -> bool:
    """A guess by the ending, right for most; ``language`` is de, es, fr or it."""
    first = noun.split(maxsplit=1)[0]
    if first in _FEMININE[language]:
        return True
    return first.lower().endswith(_ENDINGS[language]) and first not in _OTHERWISE[language]


def takes_un(noun: str) -> bool:
    """Whether an Italian masculine noun has "un" before it, and not "uno"."""
    return not noun.startswith(("z", "gn", "ps", "x", "y")) and not (noun[0] == "s" and noun[1:2] not in "aeiou")
