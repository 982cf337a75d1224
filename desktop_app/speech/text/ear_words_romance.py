"""The words of French, Spanish and Italian for what is written in signs: see ``ear_words``."""

from __future__ import annotations

from desktop_app.speech.text.ear_words import Words, months_of, units_of

FR = Words(
    point="virgule", dot="point", minus="moins", and_="et", percent="pour cent", degrees="degrés", to="à", decimal=",",
    money={
        "$": ("dollar", "dollars", "cents"), "€": ("euro", "euros", "centimes"), "£": ("livre", "livres", "pence"),
        "¥": ("yen", "yens", ""), "CHF": ("franc suisse", "francs suisses", "centimes"),
    },
    units=units_of(
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
        m² mètre_carré mètres_carrés
        km² kilomètre_carré kilomètres_carrés
        m³ mètre_cube mètres_cubes
        Mo/s mégaoctet_par_seconde mégaoctets_par_seconde
        °C degré_Celsius degrés_Celsius
        """
    ),
    months=months_of("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    short={
        "M.": "Monsieur", "MM.": "Messieurs", "Mme": "Madame", "Mlle": "Mademoiselle", "Dr": "Docteur",
        "p. ex.": "par exemple", "p.ex.": "par exemple", "c.-à-d.": "c'est-à-dire", "etc.": "et cetera",
        "env.": "environ", "n°": "numéro", "vs": "contre", "St": "Saint", "Ste": "Sainte",
        "av. J.-C.": "avant Jésus-Christ",
        "apr. J.-C.": "après Jésus-Christ", "tél.": "téléphone", "chap.": "chapitre",
    },
    date="{day} {month} {year}", time="{hour} heures {minute}", o_clock="{hour} heures",
    ordinals={
        r"(\d+)(?:er)": "spellout-ordinal-masculine", r"(\d+)(?:re|ère)": "spellout-ordinal-feminine",
        r"(\d+)(?:e|ème)": "spellout-ordinal-masculine",
    },
    romans={r"([IVX]+)(?:er|e|ème)(?= siècles?\b)": "spellout-ordinal-masculine",
            r"(?<=\b[Cc]hapitre )([IVXL]+)": "spellout-cardinal-masculine",
            r"(?<=\b[Tt]ome )([IVX]+)": "spellout-cardinal-masculine"},
    scales={"million": "million", "millions": "millions", "milliard": "milliard", "milliards": "milliards"},
    signs={"+": "plus", "=": "égale", "×": "fois", "÷": "divisé par", "±": "plus ou moins", "≈": "environ",
           "~": "environ", "<": "inférieur à", ">": "supérieur à", "&": "et", "#": "numéro", "§": "paragraphe"},
    fractions={"1/2": "un demi", "1/3": "un tiers", "2/3": "deux tiers", "1/4": "un quart", "3/4": "trois quarts",
               "1/8": "un huitième", "1/10": "un dixième"},
    year="spellout-cardinal-masculine", hour="spellout-cardinal-feminine",
)  # fmt: skip

ES = Words(
    point="coma", dot="punto", minus="menos", and_="con", percent="por ciento", degrees="grados", to="a", decimal=",",
    money={
        "$": ("dólar", "dólares", "centavos"), "€": ("euro", "euros", "céntimos"), "£": ("libra", "libras", "peniques"),
        "¥": ("yen", "yenes", ""),
    },
    units=units_of(
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
        m² metro_cuadrado metros_cuadrados
        km² kilómetro_cuadrado kilómetros_cuadrados
        m³ metro_cúbico metros_cúbicos
        MB/s megabyte_por_segundo megabytes_por_segundo
        °C grado_Celsius grados_Celsius
        """
    ),
    months=months_of("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
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
    romans={r"(?<=\bsiglo )([IVX]+)": "spellout-numbering",
            r"(?<=\b[Cc]apítulo )([IVXL]+)": "spellout-numbering"},
    scales={"millón": "millón", "millones": "millones"},
    signs={"+": "más", "=": "igual a", "×": "por", "÷": "entre", "±": "más menos", "≈": "unos", "~": "unos",
           "<": "menor que", ">": "mayor que", "&": "y", "#": "número", "§": "párrafo"},
    fractions={"1/2": "un medio", "1/3": "un tercio", "2/3": "dos tercios", "1/4": "un cuarto", "3/4": "tres cuartos",
               "1/8": "un octavo", "1/10": "un décimo"},
    year="spellout-cardinal-masculine", hour="spellout-cardinal-feminine",
)  # fmt: skip

IT = Words(
    point="virgola", dot="punto", minus="meno", and_="e", percent="per cento", degrees="gradi", to="a", decimal=",",
    money={
        "$": ("dollaro", "dollari", "centesimi"), "€": ("euro", "euro", "centesimi"),
        "£": ("sterlina", "sterline", "pence"), "¥": ("yen", "yen", ""),
    },
    units=units_of(
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
        m² metro_quadrato metri_quadrati
        km² chilometro_quadrato chilometri_quadrati
        m³ metro_cubo metri_cubi
        MB/s megabyte_al_secondo megabyte_al_secondo
        °C grado_Celsius gradi_Celsius
        """
    ),
    months=months_of("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    short={
        "Sig.": "signor", "Sig.ra": "signora", "Dott.": "dottor", "Dott.ssa": "dottoressa", "Prof.": "professor",
        "ecc.": "eccetera", "p. es.": "per esempio", "ad es.": "ad esempio", "pag.": "pagina", "n.": "numero",
        "ca.": "circa",
    },
    date="{day} {month} {year}", time="{hour} e {minute}", o_clock="{hour} in punto",
    ordinals={r"(\d+)[º°](?![CF])": "spellout-ordinal-masculine", r"(\d+)ª": "spellout-ordinal-feminine"},
    romans={r"([IVX]+)(?= secolo\b)": "spellout-ordinal-masculine",
            r"(?<=\b[Cc]apitolo )([IVXL]+)": "spellout-cardinal-masculine"},
    scales={"milione": "milione", "milioni": "milioni", "miliardo": "miliardo", "miliardi": "miliardi"},
    signs={"+": "più", "=": "uguale a", "×": "per", "÷": "diviso", "±": "più o meno", "≈": "circa", "~": "circa",
           "<": "minore di", ">": "maggiore di", "&": "e", "#": "numero", "§": "paragrafo"},
    fractions={"1/2": "un mezzo", "1/3": "un terzo", "2/3": "due terzi", "1/4": "un quarto", "3/4": "tre quarti",
               "1/8": "un ottavo", "1/10": "un decimo"},
    year="spellout-cardinal-masculine", hour="spellout-cardinal-feminine",
)  # fmt: skip
