"""Words after which a full stop does not, or only sometimes, end a sentence."""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Something always follows: a name, a number, an example.
NEVER_LAST = _words(
    """
    profa profs staz srta dr mr mrs ms mx prof rev sen gov capt cpt sgt maj cmdr adm supt messrs mme mlle sra dra herr
    vol vols ch chap sect eq eqs pp vs v cf viz nos bd nr ing avv dott lic psicol kath ev skt fru napr tzv č š проф ул
    кв пгт гг пл им см рис стр т.е акад n° nº approx ca e.g i.e z.b d.h u.a bzw ggf vgl evtl sog ex resp incl excl cit
    trans illus av sig sigg dir amm spett egr ee т.б bl.a f.eks t.ex bijv mgr ul tzn np bspw insb zzgl exkl hrsg dipl
    boul mmes mlles avda depto apdo geom p.zza v.le c.so exmo exma dhr mevr drs blz d.w.z m.a.w m.b.t t.o.v t.a.v
    i.p.v o.a m.in inż ks św tzw rys nám tř např tj judr mudr phdr rndr ún ifj özv vö esim vrt dvs jf jfr tlf inkl
    ekskl s.k d.v.s doç öğr gör yrd ths pgs gs bpk jl sdr yth вул буд див ім напр доц инж обл корп г-н г-жа т.к т.н κα
    δρ δηλ π.χ καθ डॉ रु आर एस एम एन बी सी डी टी वी एल एफ जे के ए ई ओ यू आई एच प्रो श्री पं
    """
)

# Between numbers only: "No. 5", but "No. I will not."
BEFORE_NUMBERS = _words(
    """
    no p n num pg par para jan feb mar apr jun jul aug sep sept oct nov dec str ago ene abr dic n° nº párrf
    pág págs pag pagg cap caps núm nro env kl klo godz kap tel ver rp rs mind janv févr fév juil déc гл ст ок αρ σελ
    dez okt genn febbr sett ott fev rozdz roz tgl pkl hlm bab abt bl stk ziff rn wyd yy kpl
    """
)

# A sentence may end with them: the next word decides.
SOMETIMES_LAST = _words(
    """
    inc ltd co corp ee.uu uu llc plc bros jr sr esq dept univ assn ave blvd rd hwy bldg apt u.s u.k u.n e.u u.s.a d.c
    a.m p.m ph.d m.d b.a m.a b.sc m.sc a.d b.c b.c.e c.e est min max hrs mins secs oz lb lbs kg km cm mm mph etc al
    usw osv т.д т.п atd atp apod itd itp enz stb ecc cad sok mah vb ts tp ud uds κ.λπ κ.ά dll dsb mass mo fla calif
    art ill arch ed eds don gen rep ref refs abs doc med sec op fig figs fr hon pres mt ft hr st col lt г mw kb ext
    """
)

# Words that begin a sentence far oftener than they go on after an abbreviation.
STARTERS = _words(
    """
    the this that these those there then it its he she they we you i a an my our your his her their in on at as if
    when while after before since because although though however but and so or yet for from to with without what why
    how who where which do does did is are was were can could should would will may might let let's please note also
    instead finally first second next now here some many most each every both all no not one two today yesterday only
    just maybe perhaps nobody everyone everything nothing something don't use try see well yes der die das den dem des
    ein eine einen einem einer und aber oder wenn wir ich er sie es du ihr dann dies diese dieser dieses hier auch man
    wer wo warum wann wie als nach bei mit für im am auf aus von zu seit danach dort kein keine nicht nur noch jetzt
    heute ist sind hat wird kann le la les un une il elle ils elles nous vous je tu ce c cette ces mais et ou si dans
    pour avec par sur quand où comment pourquoi que qui ensuite puis aussi son sa ses l d j n qu en au aux à est el los
    las una ella él ellos yo tú usted pero y o de por para con como cuando donde qué cuál cómo esto eso este esta
    estos estas después luego también además su sus mi hay está están os um uma ele ela eles eu você nós mas se não em
    com quando onde isso depois também seu sua há é são lo gli lui lei io noi voi loro ma non di da per come dove che
    questo questa poi anche suo è sono het een ik jij hij zij ze wij maar of op voor van naar wat waar hoe dit dat
    deze dan ook det ett jag han hon vi ni men och eller om på för av till när var vad hur här där sedan också jeg hun
    og hvis af hvor hvad hvordan så også hvem ona ono oni ten ta ja ty wy ale lub jeśli w na z od po jak co gdy kiedy
    gdzie potem też jego jej já nebo pokud když kde proč pak také dia ia saya kami kita anda mereka ini itu atau
    tetapi jika ke dari untuk apakah mau juga bu şu ben sen biz siz ve ama eğer için ne nasıl neden nerede он она оно
    они это в на но и я мы вы ты как что когда если после затем потом там тут так его её их для при по с у к о об за
    из все всё эта этот эти кто где почему не сейчас він вона воно вони це але і ми ви як що коли якщо ο η το οι τα
    ένα μια αυτό και αλλά αν στο στη για πού πώς τι
    """
)

# The first four letters of such words, where nothing else that is written large begins with them.
SURE_BEGINNINGS = _words(
    """
    they your what when wher whic beca alth perh wenn dann oder nich heut jetz waru cett puis desp lueg
    """
)

# Short words with which sentences do end, though a number follows.
SHORT_LAST = _words(
    """
    me him us out off up go going day days way ago end yet ok fun old big far run bit lot own two ten six few get got
    had has lie did say said red hot cut put set sun war law man men son sea job car box bed top key bug app web fix
    log rot tot gut neu alt zu um weg los her mal tag uhr bis ihn ihm uns euch fin pas peu ici bien día dos más muy
    así sur ver hoy ti mí due tre qui là sì più giù qua nu wel ook nee twee hus dag bra там тут нет дом дня дни год
    два три все нас вас них
    """
)

# Small letters that stand for a word: "p. Novák", "κ. Παπαδόπουλος", "с. Моринці".
SMALL_LETTERS = _words("p w κ с м д г")

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

# And these do not: "at 6 p.m. Eastern".
AFTER_TIMES = _words("eastern pacific central mountain monday tuesday wednesday thursday friday saturday sunday local")

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
