"""Words after which a full stop does not, or only sometimes, end a sentence."""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Something always follows: a name, a number, an example.
NEVER_LAST = _words(
    """
    dr mr mrs ms mx prof rev gen sen rep gov capt cpt lt col sgt maj cmdr adm hon pres supt st mt ft messrs mme mlle
    fr sra srta dra don herr hr fig figs vol vols ch chap sec sect eq eqs ref refs pp vs v cf viz nos art abs bd nr
    ing avv dott lic psicol med kath ev skt fru napr tzv č š проф ул кв пгт гг г пл им см рис стр т.е акад
    n° nº approx ca e.g i.e z.b d.h u.a bzw ggf vgl evtl sog ex tel ext resp incl excl op cit ed eds trans illus
    av sig sigg dir amm spett egr ill arch ee т.б bl.a f.eks t.ex bijv mgr doc ul tzn np
    """
)

# Between numbers only: "No. 5", but "No. I will not."
BEFORE_NUMBERS = _words(
    "no p n num pg par para jan feb mar apr jun jul aug sep sept oct nov dec str ago ene abr dic n° nº párrf"
)

# A sentence may end with them: the next word decides.
SOMETIMES_LAST = _words(
    """
    inc ltd co corp ee.uu uu llc plc bros jr sr esq dept univ assn ave blvd rd hwy bldg apt u.s u.k u.n e.u u.s.a d.c
    a.m p.m ph.d m.d b.a m.a b.sc m.sc a.d b.c b.c.e c.e est min max hrs mins secs oz lb lbs kg km cm mm mph etc al
    usw osv т.д т.п
    """
)

# Words that begin a sentence far oftener than they go on after an abbreviation.
STARTERS = _words(
    """
    the this that these those there then it its he she they we you i a an my our your his her their in on at as if
    when while after before since because although though however but and so or yet for from to with without what
    why how who where which do does did is are was were can could should would will may might let please note also
    instead finally first second next now here some many most each every both all no not one two today yesterday
    der die das ein eine und aber wenn wir ich er sie es dann dies diese hier auch man
    le la les un une il elle nous vous je on ce cette mais et si dans pour el los las una ella yo pero y en este esta
    lo gli io lei noi ma e questo de det den hvad hvor han hun vi jeg het een ik wij
    """
)

# A single letter after these is a name for a thing, and a stop after it may end the sentence.
LETTERED = _words(
    """
    plan vitamin option type class grade part appendix section group team point item hepatitis step answer letter
    exhibit version schedule drive figure table column row block platform gate hall model
    """
)

# Two words that only together are an abbreviation: the second, and what stands before it.
PAIRS: Mapping[str, frozenset[str]] = {
    "es": _words("ad"),
    "ej": _words("por p"),
    "ex": _words("par p"),
    "б": _words("т"),
}

# After a time of the day these begin a sentence: "He left at 6 p.m. Mr. Smith stayed."
TITLES = _words("mr mrs ms dr prof miss")

# Days, which are written large before a date: "Mon. 15", but "in the sun. 15 people".
DAYS = _words("mon tue tues wed thu thurs fri sat sun lun mié mie jue vie sáb dom lu ma me gi ve sa")

# After a number with a stop these make a date of it.
MONTHS = _words(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    ledna února března dubna května června července srpna září října listopadu prosince
    januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    januari februari maart mars maj juni juli augusti oktober desember marts
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    """
)

# German: a number with a stop after these is an ordinal.
BEFORE_ORDINALS = _words("am der die das dem den des vom zum zur im bis ab seit beim jeder jeden ersten")
