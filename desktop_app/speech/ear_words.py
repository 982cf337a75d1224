"""The words of five languages for what is written in signs: units, money, months, abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OneMore = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """``money``: by sign the coin for one and for more, and the small coin for more.

    ``cardinal``, ``numbering``, ``year`` and ``day_…`` name rule sets of CLDR, as do the values of ``ordinals``, whose
    keys are patterns. ``time`` takes {hour} and {minute}, ``o_clock`` {hour}, ``date`` {day}, {month} and {year}.
    """

    point: str
    minus: str
    percent: str
    degrees: str
    to: str
    decimal: str
    money: Mapping[str, tuple[str, str, str]]
    units: Mapping[str, OneMore]
    months: tuple[str, ...]
    short: Mapping[str, str]
    date: str
    time: str
    o_clock: str
    ordinals: Mapping[str, str]
    cardinal: str = "spellout-cardinal-masculine"
    numbering: str = "spellout-numbering"
    year: str = "spellout-numbering-year"
    day_ordinal: str = ""
    day_dative: str = ""


def _months(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _units(text: str) -> dict[str, OneMore]:
    """Lines of ``km kilometre kilometres``."""
    rows = [line.split() for line in text.strip().splitlines()]
    return {row[0]: (row[1].replace("_", " "), row[-1].replace("_", " ")) for row in rows}


EN = Words(
    point="point", minus="minus", percent="percent", degrees="degrees", to="to", decimal=".",
    money={
        "$": ("dollar", "dollars", "cents"), "€": ("euro", "euros", "cents"), "£": ("pound", "pounds", "pence"),
        "¥": ("yen", "yen", ""), "₹": ("rupee", "rupees", "paise"),
    },
    units=_units(
        """
        km kilometer kilometers
        m meter meters
        cm centimeter centimeters
        mm millimeter millimeters
        km/h kilometer_per_hour kilometers_per_hour
        mph mile_per_hour miles_per_hour
        kg kilogram kilograms
        g gram grams
        mg milligram milligrams
        l liter liters
        ml milliliter milliliters
        ms millisecond milliseconds
        s second seconds
        min minute minutes
        h hour hours
        kB kilobyte kilobytes
        KB kilobyte kilobytes
        MB megabyte megabytes
        GB gigabyte gigabytes
        TB terabyte terabytes
        Hz hertz hertz
        kHz kilohertz kilohertz
        MHz megahertz megahertz
        GHz gigahertz gigahertz
        W watt watts
        kW kilowatt kilowatts
        kWh kilowatt_hour kilowatt_hours
        V volt volts
        °C degree_Celsius degrees_Celsius
        °F degree_Fahrenheit degrees_Fahrenheit
        """
    ),
    months=_months("January February March April May June July August September October November December"),
    short={
        "Dr.": "Doctor", "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Prof.": "Professor", "St.": "Saint",
        "e.g.": "for example", "i.e.": "that is", "etc.": "et cetera", "vs.": "versus", "approx.": "approximately",
        "Fig.": "Figure", "No.": "Number", "p.": "page", "pp.": "pages", "Inc.": "Incorporated", "Ltd.": "Limited",
    },
    date="{month} {day}, {year}", time="{hour} {minute}", o_clock="{hour} o'clock",
    ordinals={r"(\d+)(?:st|nd|rd|th)": "spellout-ordinal"},
    cardinal="spellout-cardinal", day_ordinal="spellout-ordinal",
)  # fmt: skip

DE = Words(
    point="Komma", minus="minus", percent="Prozent", degrees="Grad", to="bis", decimal=",",
    money={
        "$": ("Dollar", "Dollar", "Cent"), "€": ("Euro", "Euro", "Cent"), "£": ("Pfund", "Pfund", "Pence"),
        "¥": ("Yen", "Yen", ""), "CHF": ("Franken", "Franken", "Rappen"),
    },
    units=_units(
        """
        km Kilometer
        m Meter
        cm Zentimeter
        mm Millimeter
        km/h Kilometer_pro_Stunde
        kg Kilogramm
        g Gramm
        mg Milligramm
        l Liter
        ml Milliliter
        ms Millisekunde Millisekunden
        s Sekunde Sekunden
        min Minute Minuten
        h Stunde Stunden
        kB Kilobyte
        MB Megabyte
        GB Gigabyte
        TB Terabyte
        Hz Hertz
        kHz Kilohertz
        MHz Megahertz
        GHz Gigahertz
        W Watt
        kW Kilowatt
        kWh Kilowattstunde Kilowattstunden
        V Volt
        °C Grad_Celsius
        """
    ),
    months=_months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    short={
        "z. B.": "zum Beispiel", "z.B.": "zum Beispiel", "d. h.": "das heißt", "d.h.": "das heißt",
        "u. a.": "unter anderem", "u.a.": "unter anderem", "usw.": "und so weiter", "bzw.": "beziehungsweise",
        "ca.": "circa", "Dr.": "Doktor", "Nr.": "Nummer", "Abb.": "Abbildung", "S.": "Seite", "ggf.": "gegebenenfalls",
        "evtl.": "eventuell", "vgl.": "vergleiche", "inkl.": "inklusive", "Std.": "Stunden", "Mio.": "Millionen",
    },
    date="{day} {month} {year}", time="{hour} Uhr {minute}", o_clock="{hour} Uhr",
    ordinals={
        r"(?<=\b[Aa]m )(\d{1,2})\.(?= )": "spellout-ordinal-n", r"(?<=\b[Vv]om )(\d{1,2})\.(?= )": "spellout-ordinal-n",
        r"(?<=\b[Zz]um )(\d{1,2})\.(?= )": "spellout-ordinal-n", r"(?<=\b[Ii]m )(\d{1,2})\.(?= )": "spellout-ordinal-n",
        r"(?<=\bdem )(\d{1,2})\.(?= )": "spellout-ordinal-n", r"(?<=\bden )(\d{1,2})\.(?= )": "spellout-ordinal-n",
        r"(?<=\bbis )(\d{1,2})\.(?= [A-ZÄÖÜ])": "spellout-ordinal-n",
        r"(?<=\b[Dd]er )(\d{1,2})\.(?= )": "spellout-ordinal", r"(?<=\b[Dd]ie )(\d{1,2})\.(?= )": "spellout-ordinal",
        r"(?<=\b[Dd]as )(\d{1,2})\.(?= )": "spellout-ordinal",
    },
    day_ordinal="spellout-ordinal-r", day_dative="spellout-ordinal-n",
)  # fmt: skip

FR = Words(
    point="virgule", minus="moins", percent="pour cent", degrees="degrés", to="à", decimal=",",
    money={
        "$": ("dollar", "dollars", "cents"), "€": ("euro", "euros", "centimes"), "£": ("livre", "livres", "pence"),
        "¥": ("yen", "yens", ""), "CHF": ("franc suisse", "francs suisses", "centimes"),
    },
    units=_units(
        """
        km kilomètre kilomètres
        m mètre mètres
        cm centimètre centimètres
        mm millimètre millimètres
        km/h kilomètre_à_l'heure kilomètres_à_l'heure
        kg kilo kilos
        g gramme grammes
        mg milligramme milligrammes
        l litre litres
        ml millilitre millilitres
        ms milliseconde millisecondes
        s seconde secondes
        min minute minutes
        h heure heures
        ko kilo-octet kilo-octets
        Mo mégaoctet mégaoctets
        Go gigaoctet gigaoctets
        To téraoctet téraoctets
        Hz hertz hertz
        kHz kilohertz kilohertz
        MHz mégahertz mégahertz
        GHz gigahertz gigahertz
        W watt watts
        kW kilowatt kilowatts
        V volt volts
        °C degré_Celsius degrés_Celsius
        """
    ),
    months=_months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    short={
        "M.": "Monsieur", "MM.": "Messieurs", "Mme": "Madame", "Mlle": "Mademoiselle", "Dr": "Docteur",
        "p. ex.": "par exemple", "p.ex.": "par exemple", "c.-à-d.": "c'est-à-dire", "etc.": "et cetera",
        "env.": "environ", "n°": "numéro", "vs": "contre",
    },
    date="{day} {month} {year}", time="{hour} heures {minute}", o_clock="{hour} heures",
    ordinals={
        r"(\d+)(?:er)": "spellout-ordinal-masculine", r"(\d+)(?:re|ère)": "spellout-ordinal-feminine",
        r"(\d+)(?:e|ème)": "spellout-ordinal-masculine",
    },
    year="spellout-cardinal-masculine",
)  # fmt: skip

ES = Words(
    point="coma", minus="menos", percent="por ciento", degrees="grados", to="a", decimal=",",
    money={
        "$": ("dólar", "dólares", "centavos"), "€": ("euro", "euros", "céntimos"), "£": ("libra", "libras", "peniques"),
        "¥": ("yen", "yenes", ""),
    },
    units=_units(
        """
        km kilómetro kilómetros
        m metro metros
        cm centímetro centímetros
        mm milímetro milímetros
        km/h kilómetro_por_hora kilómetros_por_hora
        kg kilo kilos
        g gramo gramos
        mg miligramo miligramos
        l litro litros
        ml mililitro mililitros
        ms milisegundo milisegundos
        s segundo segundos
        min minuto minutos
        h hora horas
        kB kilobyte kilobytes
        MB megabyte megabytes
        GB gigabyte gigabytes
        TB terabyte terabytes
        Hz hercio hercios
        kHz kilohercio kilohercios
        MHz megahercio megahercios
        GHz gigahercio gigahercios
        W vatio vatios
        kW kilovatio kilovatios
        V voltio voltios
        °C grado_Celsius grados_Celsius
        """
    ),
    months=_months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    short={
        "Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Dr.": "doctor", "Dra.": "doctora", "etc.": "etcétera",
        "p. ej.": "por ejemplo", "p.ej.": "por ejemplo", "núm.": "número", "n.º": "número", "pág.": "página",
        "aprox.": "aproximadamente", "Ud.": "usted", "Uds.": "ustedes", "EE. UU.": "Estados Unidos",
    },
    date="{day} de {month} de {year}", time="{hour} y {minute}", o_clock="{hour} en punto",
    ordinals={
        r"(\d+)\.?(?:er|ᵉʳ)": "spellout-ordinal-masculine-adjective",
        r"(\d+)\.?[ºo°](?![CF\w])": "spellout-ordinal-masculine",
        r"(\d+)\.?ª": "spellout-ordinal-feminine",
    },
    year="spellout-cardinal-masculine",
)  # fmt: skip

IT = Words(
    point="virgola", minus="meno", percent="per cento", degrees="gradi", to="a", decimal=",",
    money={
        "$": ("dollaro", "dollari", "centesimi"), "€": ("euro", "euro", "centesimi"),
        "£": ("sterlina", "sterline", "pence"), "¥": ("yen", "yen", ""),
    },
    units=_units(
        """
        km chilometro chilometri
        m metro metri
        cm centimetro centimetri
        mm millimetro millimetri
        km/h chilometro_all'ora chilometri_all'ora
        kg chilo chili
        g grammo grammi
        mg milligrammo milligrammi
        l litro litri
        ml millilitro millilitri
        ms millisecondo millisecondi
        s secondo secondi
        min minuto minuti
        h ora ore
        kB kilobyte
        MB megabyte
        GB gigabyte
        TB terabyte
        Hz hertz
        kHz chilohertz
        MHz megahertz
        GHz gigahertz
        W watt
        kW chilowatt
        V volt
        °C grado_Celsius gradi_Celsius
        """
    ),
    months=_months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    short={
        "Sig.": "signor", "Sig.ra": "signora", "Dott.": "dottor", "Dott.ssa": "dottoressa", "Prof.": "professor",
        "ecc.": "eccetera", "p. es.": "per esempio", "ad es.": "ad esempio", "pag.": "pagina", "n.": "numero",
        "ca.": "circa",
    },
    date="{day} {month} {year}", time="{hour} e {minute}", o_clock="{hour} in punto",
    ordinals={r"(\d+)[º°](?![CF])": "spellout-ordinal-masculine", r"(\d+)ª": "spellout-ordinal-feminine"},
    year="spellout-cardinal-masculine",
)  # fmt: skip

BY_LANGUAGE: Mapping[str, Words] = {"en": EN, "de": DE, "fr": FR, "es": ES, "it": IT}
