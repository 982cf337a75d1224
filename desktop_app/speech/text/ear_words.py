"""The words of English and German for what is written in signs: units, money, months, abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OneMore = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """``money``: by sign the coin for one and for more, and the small coin for more.

    ``cardinal``, ``numbering``, ``hour``, ``year`` and ``day_…`` name rule sets of CLDR, as do the values of
    ``ordinals`` and ``romans``, whose keys are patterns with one group. ``time`` takes {hour} and {minute}, ``o_clock``
    {hour}, ``date`` {day}, {month} and {year}. ``dot``: the point where this language has a comma, as in 3.2.
    ``scales``: what stands behind an amount of money. ``signs``: what is said of a sign beside a number.
    ``fractions``: of 1/2 and such.
    """

    point: str
    dot: str
    minus: str
    and_: str
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
    romans: Mapping[str, str]
    scales: Mapping[str, str]
    signs: Mapping[str, str]
    fractions: Mapping[str, str]
    cardinal: str = "spellout-cardinal-masculine"
    hour: str = "spellout-cardinal-masculine"
    numbering: str = "spellout-numbering"
    year: str = "spellout-numbering-year"
    day_ordinal: str = ""
    day_dative: str = ""


def months_of(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def units_of(text: str) -> dict[str, OneMore]:
    """Lines of ``km kilometre kilometres``."""
    rows = [line.split() for line in text.strip().splitlines()]
    return {row[0]: (row[1].replace("_", " "), row[-1].replace("_", " ")) for row in rows}


EN = Words(
    point="point", dot="point", minus="minus", and_="and", percent="percent", degrees="degrees", to="to", decimal=".",
    money={
        "$": ("dollar", "dollars", "cents"), "€": ("euro", "euros", "cents"), "£": ("pound", "pounds", "pence"),
        "¥": ("yen", "yen", ""), "₹": ("rupee", "rupees", "paise"),
    },
    units=units_of(
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
        m² square_meter square_meters
        km² square_kilometer square_kilometers
        m³ cubic_meter cubic_meters
        m/s meter_per_second meters_per_second
        MB/s megabyte_per_second megabytes_per_second
        GB/s gigabyte_per_second gigabytes_per_second
        Mbit/s megabit_per_second megabits_per_second
        ft foot feet
        lb pound pounds
        lbs pound pounds
        oz ounce ounces
        °C degree_Celsius degrees_Celsius
        °F degree_Fahrenheit degrees_Fahrenheit
        """
    ),
    months=months_of("January February March April May June July August September October November December"),
    short={
        "Dr.": "Doctor", "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Prof.": "Professor", "St.": "Saint",
        "e.g.": "for example", "i.e.": "that is", "etc.": "et cetera", "vs.": "versus", "approx.": "approximately",
        "Fig.": "Figure", "No.": "Number", "p.": "page", "pp.": "pages", "Inc.": "Incorporated", "Ltd.": "Limited",
        "Jan.": "January", "Feb.": "February", "Aug.": "August", "Sept.": "September", "Oct.": "October",
        "Nov.": "November", "Dec.": "December", "a.k.a.": "also known as", "w/o": "without",
    },
    date="{month} {day}, {year}", time="{hour} {minute}", o_clock="{hour} o'clock",
    ordinals={r"(\d+)(?:st|nd|rd|th)": "spellout-ordinal"},
    romans={r"(?<=\b(?:Part|Book|Type) )([IVX]+)": "spellout-cardinal", r"(?<=\bWar )([IV]+)": "spellout-cardinal",
            r"(?<=\bChapter )([IVXL]+)": "spellout-cardinal", r"(?<=\bVolume )([IVXL]+)": "spellout-cardinal"},
    scales={"k": "thousand", "K": "thousand", "m": "million", "M": "million", "bn": "billion", "B": "billion",
            "tn": "trillion", "million": "million", "billion": "billion", "trillion": "trillion"},
    signs={"+": "plus", "=": "equals", "×": "times", "÷": "divided by", "±": "plus or minus", "≈": "about",
           "~": "about", "<": "less than", ">": "more than", "&": "and", "#": "number", "§": "section"},
    fractions={"1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter",
               "3/4": "three quarters", "1/8": "one eighth", "1/10": "one tenth"},
    cardinal="spellout-cardinal", hour="spellout-cardinal", day_ordinal="spellout-ordinal",
)  # fmt: skip

_GERMAN_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"

DE = Words(
    point="Komma", dot="Punkt", minus="minus", and_="und", percent="Prozent", degrees="Grad", to="bis", decimal=",",
    money={
        "$": ("Dollar", "Dollar", "Cent"), "€": ("Euro", "Euro", "Cent"), "£": ("Pfund", "Pfund", "Pence"),
        "¥": ("Yen", "Yen", ""), "CHF": ("Franken", "Franken", "Rappen"),
    },
    units=units_of(
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
        m² Quadratmeter
        km² Quadratkilometer
        m³ Kubikmeter
        m/s Meter_pro_Sekunde
        MB/s Megabyte_pro_Sekunde
        GB/s Gigabyte_pro_Sekunde
        Mbit/s Megabit_pro_Sekunde
        t Tonne Tonnen
        °C Grad_Celsius
        """
    ),
    months=months_of(_GERMAN_MONTHS.replace("|", " ")),
    short={
        "z. B.": "zum Beispiel", "z.B.": "zum Beispiel", "d. h.": "das heißt", "d.h.": "das heißt",
        "u. a.": "unter anderem", "u.a.": "unter anderem", "usw.": "und so weiter", "bzw.": "beziehungsweise",
        "ca.": "circa", "Dr.": "Doktor", "Nr.": "Nummer", "Abb.": "Abbildung", "S.": "Seite", "ggf.": "gegebenenfalls",
        "Prof.": "Professor", "Mrd.": "Milliarden", "Abs.": "Absatz", "Kap.": "Kapitel", "Tel.": "Telefon",
        "MwSt.": "Mehrwertsteuer", "bspw.": "beispielsweise", "sog.": "sogenannte", "Jh.": "Jahrhundert",
        "Str.": "Straße", "v. Chr.": "vor Christus", "n. Chr.": "nach Christus", "i. d. R.": "in der Regel",
        "o. Ä.": "oder Ähnliches", "z. T.": "zum Teil", "u. U.": "unter Umständen", "s. o.": "siehe oben",
        "s. u.": "siehe unten", "max.": "maximal", "evtl.": "eventuell",
        "vgl.": "vergleiche", "inkl.": "inklusive", "Std.": "Stunden", "Mio.": "Millionen",
    },
    date="{day} {month} {year}", time="{hour} Uhr {minute}", o_clock="{hour} Uhr",
    ordinals={
        r"(?<=\b[Aa]m )(\d{1,2})\.(?= )": "spellout-ordinal-n", r"(?<=\b[Vv]om )(\d{1,2})\.(?= )": "spellout-ordinal-n",
        r"(?<=\b[Zz]um )(\d{1,2})\.(?= )": "spellout-ordinal-n", r"(?<=\b[Ii]m )(\d{1,2})\.(?= )": "spellout-ordinal-n",
        r"(?<=\bdem )(\d{1,2})\.(?= )": "spellout-ordinal-n", r"(?<=\bden )(\d{1,2})\.(?= )": "spellout-ordinal-n",
        r"(?<=\bbis )(\d{1,2})\.(?= [A-ZÄÖÜ])": "spellout-ordinal-n",
        r"(?<=\b[Dd]er )(\d{1,2})\.(?= )": "spellout-ordinal", r"(?<=\b[Dd]ie )(\d{1,2})\.(?= )": "spellout-ordinal",
        r"(?<=\b[Dd]as )(\d{1,2})\.(?= )": "spellout-ordinal",
        rf"(\d{{1,2}})\.(?= (?:{_GERMAN_MONTHS}))": "spellout-ordinal-r",
        r"(\d{1,2})\.(?= (?:und|oder|bis) \d{1,2}\. [^\W\d])": "spellout-ordinal",
        r"(?<=te (?:und|bis) )(\d{1,2})\.(?= [^\W\d])": "spellout-ordinal",
        r"(?<=te oder )(\d{1,2})\.(?= [^\W\d])": "spellout-ordinal",
    },
    romans={r"(?<=\bKapitel )([IVXL]+)": "spellout-numbering", r"(?<=\b(?:Teil|Band) )([IVX]+)": "spellout-numbering"},
    scales={"Millionen": "Millionen", "Milliarden": "Milliarden", "Million": "Million"},
    signs={"+": "plus", "=": "gleich", "×": "mal", "÷": "geteilt durch", "±": "plus minus", "≈": "etwa", "~": "etwa",
           "<": "kleiner als", ">": "größer als", "&": "und", "#": "Nummer", "§": "Paragraf"},
    fractions={"1/2": "ein halb", "1/3": "ein Drittel", "2/3": "zwei Drittel", "1/4": "ein Viertel",
               "3/4": "drei Viertel", "1/8": "ein Achtel", "1/10": "ein Zehntel"},
    day_ordinal="spellout-ordinal-r", day_dative="spellout-ordinal-n",
)  # fmt: skip
