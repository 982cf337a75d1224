"""The words that no sentence of a language does without, by which short phrases in Latin letters are told apart."""

from __future__ import annotations

from collections.abc import Mapping

LITTLE_WORDS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "en": "the and is not a of to with for you it in that this are on be as or an i we they was have has can will"
        " what how my your do does from at by if but there which would should let here's it's he she his her its our"
        " their me them so than then when where who why all any no yes up out about into just like more most some"
        " very please here don't i'm you're that's been were had could am too also only now get go make may might must"
        " because before after while through between each both other such same until being again off over many much"
        " these those every never always still even well want need",
        "de": "der die das und ist nicht ein eine einen zu mit auf für sie ich es den dem von wird auch sind wir du im"
        " am an er haben hat kann aber oder wenn dann noch nur wie was bei aus nach über zum zur sich man sehr mir"
        " mich dir dich ihr ihm ihn uns euch mein dein kein keine einem einer eines des hier dort schon so bis"
        " warum wer wo war waren habe hast bin bist werden wurde gibt mal doch gut bitte heute gerne ja",
        "fr": "le la les et est pas une des du que pour avec dans sur vous je il elle ce au qui sont nous ne se un en"
        " mais ou cette ces plus par être aux son sa ses était avoir tout c'est d'une l'a de à y on où ai as avons"
        " avez ont suis es êtes mon ma mes ton ta tes votre vos notre nos leur leurs comme si très bien aussi quand"
        " comment pourquoi fait faire peut ici voici voilà tous cela qu'il qu'elle n'est",
        "es": "el la los las y es no una con por para que del se lo como más pero su está son muy en un al sus este"
        " esta hay también cuando si ya o le nos fue ser tiene todo porque de a me te mi tu yo él ella ellos qué"
        " cómo dónde quién cuál esto eso ese esa aquí así sin sobre entre hasta desde han había soy eres estoy puede"
        " puedes hacer bien sí les",
        "it": "il gli e è non una con per che di del della sono si lo come più ma questo nel la le un in i da anche"
        " alla ha ho dei delle se cosa molto essere quando tutto perché mi ti ci vi io tu lui lei noi loro al allo ai"
        " dal dalla nella nei sul sulla uno questa quello quella sei siamo hai hanno era dove chi poi qui così bene"
        " può puoi fare ecco c'è dell un'altra sì",
        "pt": "o os as e é não uma com por para que do da se como mais mas seu está são muito em um ao no na dos das"
        " você isso ele ela também quando foi ser tem a de à às eu nós eles me te sua meu minha pelo pela num numa"
        " este esta isto aqui onde quem qual porque já só até sem entre há pode fazer bem sim estou tudo",
        "nl": "de het een en is niet van met voor op zijn dat die in te ik je we ze er ook aan als maar om naar dan"
        " wordt bij nog kan heeft deze dit hij u jij wij mijn jouw uw haar hun geen wat wie waar hoe waarom door uit"
        " over tot was waren heb hebben ben bent worden zou moet goed hier daar zo al dus veel meer alle",
        "sv": "och är det en att i som på för med av inte den till ett jag du vi har om men från kan ska var så de han"
        " hon min din sin mig dig oss er vad vem hur när där här eller också bara mycket mer än efter vid under"
        " finns blir blev vara hade skulle alla detta denna",
        "da": "og er det en at i som på for med af ikke den til et jeg du vi har om men fra kan skal var så der de han"
        " hun min din sin mig dig os jer hvad hvem hvordan hvor når her eller også kun meget mere end efter ved"
        " bliver blev være havde ville alle dette denne hvorfor",
        "nb": "og er det en å i som på for med av ikke den til et jeg du vi har om men fra kan skal var så noe de han"
        " hun min din sin meg deg oss dere hva hvem hvordan hvor når der her eller også bare mye mer enn etter ved"
        " blir ble være hadde ville alle dette denne hvorfor",
        "fi": "ja on ei se että en hän mutta myös kuin ovat oli jos niin tämä kun minä sinä joka sekä voi ole olen"
        " mitä miten missä miksi kuka vain vielä hyvin sen sitä tai minun sinun ne he me te olla sitten nyt",
        "pl": "i w nie na się z jest to do że jak po od za przez dla są ale czy tak być może tego które o a ja ty on"
        " ona my ich jego jej mi mnie co kto gdzie kiedy dlaczego już tylko jeszcze bardzo też lub oraz ma można"
        " będzie był była było ten ta te tym",
        "cs": "a v na je se že to s z do o pro jako by ale po nebo jsou si jak tak když není být může k i za co kdo"
        " kde proč už jen ještě velmi také má byl byla bylo ten ta tento ne ano jsem jste mě mi můj tvůj",
        "sk": "a v na je sa že to s z do o pre ako by ale po alebo sú si tak keď nie byť môže k i za čo kto kde"
        " prečo už len ešte veľmi tiež má bol bola bolo ten tá áno som ste mňa mi môj tvoj",
        "tr": "ve bir bu da de için ile çok ne daha gibi var mı olarak ama kadar sonra ben sen değil o biz siz onlar"
        " nasıl nerede neden kim her hiç en mi mu mü ya şey olan oldu",
        "ro": "și în este nu un o de la cu pe care din pentru sunt mai ca să au fi dar sau acest a ai am ce cine cum"
        " unde când eu tu el ea noi voi ei se te mă îmi foarte aici fost dacă prin după",
        "hu": "a az és nem egy hogy is van meg de ez ha csak már mint volt vagy lehet kell én te ő mi ti ők ki mit"
        " hol mikor miért nagyon itt ott még jó minden el be fel",
        "hr": "i u je na se da ne za su od što kao to s iz po ali ili kako ako biti može o a ja ti on ona mi vi oni"
        " nije sam si smo ste tko gdje zašto samo vrlo bio bila bilo taj ova ovo",
        "ca": "el la els les i és no una amb per que del es ho com més però seu està són molt en un al aquest aquesta"
        " hi ha també quan si ja o li ens va ser té tot perquè de a",
        "id": "yang dan di ini itu dengan untuk tidak dari ke pada adalah saya anda akan bisa juga atau kamu dia kami"
        " kita mereka apa siapa bagaimana mengapa sudah belum sangat ada oleh dalam jika lalu",
        "vi": "là và của có không được cho một trong với các này người những để khi tôi bạn đã ở trên đó sẽ cô anh"
        " thì mà ra vào từ đến như nào gì sao rất",
    }.items()
}

GREETINGS: Mapping[str, str] = {
    words: name
    for name, known in {
        "en": "hello/hi/hey/welcome/thanks/thank you/good morning/good evening/good night/goodbye/bye/you're welcome",
        "de": "hallo/guten tag/guten morgen/guten abend/gute nacht/moin/servus/grüezi/danke/vielen dank/bitte"
        "/willkommen/tschüss/auf wiedersehen/gerne/klar/natürlich",
        "fr": "bonjour/bonsoir/salut/bonne nuit/merci/merci beaucoup/bienvenue/au revoir/d'accord/bien sûr",
        "es": "hola/buenos días/buenas tardes/buenas noches/gracias/muchas gracias/bienvenido/bienvenida/adiós/claro"
        "/por supuesto/de nada",
        "it": "ciao/buongiorno/buonasera/buonanotte/grazie/grazie mille/benvenuto/benvenuta/arrivederci/prego",
        "pt": "olá/oi/bom dia/boa tarde/boa noite/obrigado/obrigada/bem-vindo/tchau",
        "nl": "hoi/goedemorgen/goedemiddag/goedenavond/dank je/dank u/bedankt/welkom/tot ziens/graag gedaan/natuurlijk",
        "sv": "hej/hejsan/god morgon/god kväll/tack/tack så mycket/välkommen/hej då",
        "da": "goddag/god aften/tusind tak/velkommen/farvel",
        "nb": "god kveld/takk/tusen takk/ha det",
        "fi": "hei/terve/hyvää huomenta/hyvää päivää/hyvää iltaa/kiitos/tervetuloa/näkemiin",
        "pl": "cześć/dzień dobry/dobry wieczór/dobranoc/dziękuję/dzięki/witaj/witam/do widzenia/oczywiście",
        "cs": "ahoj/dobrý den/dobré ráno/dobrý večer/děkuji/díky/vítejte/na shledanou/samozřejmě",
        "sk": "dobrý deň/ďakujem/vitajte/dovidenia",
        "tr": "merhaba/selam/günaydın/iyi günler/iyi akşamlar/teşekkürler/teşekkür ederim/hoş geldiniz/güle güle",
        "ro": "bună/bună ziua/bună dimineața/bună seara/mulțumesc/bine ai venit/la revedere",
        "hu": "szia/sziasztok/jó napot/jó reggelt/jó estét/köszönöm/üdvözlöm/viszlát",
        "hr": "bok/dobar dan/dobro jutro/dobra večer/hvala/dobrodošli/doviđenja",
        "ca": "bon dia/bona tarda/bona nit/gràcies/moltes gràcies/benvingut/adéu",
        "id": "halo/selamat pagi/selamat siang/selamat malam/terima kasih/selamat datang",
        "vi": "xin chào/chào bạn/cảm ơn/tạm biệt",
    }.items()
    for words in known.split("/")
}
"""What is said as a whole in greeting or in thanks: two words at most, by which nothing else tells the language."""

MARKS: Mapping[str, frozenset[str]] = {
    name: frozenset(letters)
    for name, letters in {
        "de": "äöüß", "fr": "çœéêèëàùûîïôâ", "es": "ñ¿¡áéíóú", "it": "àèéìòù", "pt": "ãõçáàéíóúâêô",
        "nl": "ĳëïé", "sv": "åäö", "da": "æøå", "nb": "æøå", "fi": "äö", "pl": "ąćęłńóśźż", "cs": "ěščřžýáíéůúóťďň",
        "sk": "ľĺŕôščťďňžýáíéúóä", "tr": "ğışçöüâî", "ro": "ășțâî", "hu": "őűáéíóöüú", "hr": "čćžšđ",
        "ca": "çàèéíïòóúü", "vi": "đươăâêôáàãéèíìóòúùýạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửữựỳỵỷỹ",
    }.items()
}  # fmt: skip
"""Letters that English has not."""
