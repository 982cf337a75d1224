"""Phrases of our own writing, of the length a voice is given, with the language each is in; and whole chats that mix.

Languages are named as ``desktop_app.speech.text.languages`` names them: ISO 639-1, and "cmn" for Chinese.
"""

from __future__ import annotations

from dataclasses import dataclass

PHRASES: dict[str, tuple[str, ...]] = {
    "en": (
        "The kettle is on the stove.", "You can leave the window open.", "That depends on the weather.",
        "She plays the cello every evening.", "How long does it take to get there?", "I would not worry about it.",
        "Then add two spoons of sugar.", "Most people never notice the difference.", "Here is what happened next:",
        "Good question!", "First, open the settings.", "Nobody knows why the birds came back.",
        "It rains more often in autumn.", "Please read the whole page before you answer.",
    ),
    "de": (
        "Der Kessel steht auf dem Herd.", "Du kannst das Fenster offen lassen.", "Das hängt vom Wetter ab.",
        "Sie spielt jeden Abend Cello.", "Wie lange dauert die Fahrt dorthin?", "Mach dir keine Sorgen.",
        "Danach kommen zwei Löffel Zucker dazu.", "Die meisten Leute merken keinen Unterschied.",
        "Folgendes ist dann passiert:", "Gute Frage!", "Öffne zuerst die Einstellungen.",
        "Niemand weiß, warum die Vögel zurückkamen.", "Im Herbst regnet es häufiger.",
        "Bitte lies die ganze Seite, bevor du antwortest.",
    ),
    "fr": (
        "La bouilloire est sur le feu.", "Tu peux laisser la fenêtre ouverte.", "Cela dépend du temps qu'il fait.",
        "Elle joue du violoncelle tous les soirs.", "Combien de temps faut-il pour y aller ?",
        "Ne vous inquiétez pas pour cela.", "Ajoutez ensuite deux cuillères de sucre.",
        "La plupart des gens ne voient aucune différence.", "Voici ce qui s'est passé ensuite :",
        "Bonne question !", "Ouvrez d'abord les réglages.", "Personne ne sait pourquoi les oiseaux sont revenus.",
        "Il pleut plus souvent en automne.", "Lisez toute la page avant de répondre.",
    ),
    "es": (
        "La tetera está en el fuego.", "Puedes dejar la ventana abierta.", "Eso depende del tiempo.",
        "Ella toca el violonchelo todas las noches.", "¿Cuánto se tarda en llegar?", "No te preocupes por eso.",
        "Luego añade dos cucharadas de azúcar.", "La mayoría de la gente no nota la diferencia.",
        "Esto es lo que pasó después:", "¡Buena pregunta!", "Primero abre los ajustes.",
        "Nadie sabe por qué volvieron los pájaros.", "En otoño llueve con más frecuencia.",
        "Lee toda la página antes de contestar.",
    ),
    "it": (
        "Il bollitore è sul fuoco.", "Puoi lasciare aperta la finestra.", "Dipende dal tempo che fa.",
        "Lei suona il violoncello ogni sera.", "Quanto ci vuole per arrivare?", "Non ti preoccupare.",
        "Poi aggiungi due cucchiai di zucchero.", "Quasi nessuno si accorge della differenza.",
        "Ecco che cosa è successo dopo:", "Bella domanda!", "Per prima cosa apri le impostazioni.",
        "Nessuno sa perché gli uccelli siano tornati.", "In autunno piove più spesso.",
        "Leggi tutta la pagina prima di rispondere.",
    ),
    "pt": (
        "A chaleira está no fogão.", "Você pode deixar a janela aberta.", "Isso depende do tempo.",
        "Ela toca violoncelo todas as noites.", "Quanto tempo leva para chegar lá?", "Não se preocupe com isso.",
        "Depois junte duas colheres de açúcar.", "A maioria das pessoas não nota a diferença.",
        "Foi isto que aconteceu a seguir:", "Boa pergunta!", "Primeiro abra as configurações.",
        "Ninguém sabe por que os pássaros voltaram.", "No outono chove com mais frequência.",
        "Leia a página inteira antes de responder.",
    ),
    "nl": (
        "De ketel staat op het vuur.", "Je kunt het raam open laten.", "Dat hangt van het weer af.",
        "Zij speelt elke avond cello.", "Hoe lang duurt de reis daarheen?", "Maak je daar geen zorgen over.",
        "Doe er dan twee lepels suiker bij.", "De meeste mensen merken het verschil niet.",
        "Dit is wat er daarna gebeurde:", "Goede vraag!", "Open eerst de instellingen.",
        "Niemand weet waarom de vogels terugkwamen.", "In de herfst regent het vaker.",
        "Lees de hele pagina voordat je antwoordt.",
    ),
    "sv": (
        "Kitteln står på spisen.", "Du kan lämna fönstret öppet.", "Det beror på vädret.",
        "Hon spelar cello varje kväll.", "Hur lång tid tar det att åka dit?", "Oroa dig inte för det.",
        "Tillsätt sedan två skedar socker.", "De flesta märker aldrig skillnaden.", "Så här gick det sedan:",
        "Bra fråga!", "Öppna först inställningarna.", "Ingen vet varför fåglarna kom tillbaka.",
        "På hösten regnar det oftare.", "Läs hela sidan innan du svarar.",
    ),
    "da": (
        "Kedlen står på komfuret.", "Du kan lade vinduet stå åbent.", "Det afhænger af vejret.",
        "Hun spiller cello hver aften.", "Hvor lang tid tager det at komme derhen?", "Det skal du ikke bekymre dig om.",
        "Tilsæt derefter to skeer sukker.", "De fleste mennesker mærker ikke forskellen.",
        "Her er, hvad der skete bagefter:", "Godt spørgsmål!", "Åbn først indstillingerne.",
        "Ingen ved, hvorfor fuglene kom tilbage.", "Om efteråret regner det oftere.",
        "Læs hele siden, før du svarer.",
    ),
    "nb": (
        "Kjelen står på komfyren.", "Du kan la vinduet stå åpent.", "Det kommer an på været.",
        "Hun spiller cello hver kveld.", "Hvor lang tid tar det å komme dit?", "Ikke tenk på det.",
        "Ha så i to skjeer sukker.", "De fleste merker ikke forskjellen.", "Her er det som skjedde etterpå:",
        "Godt spørsmål!", "Åpne innstillingene først.", "Ingen vet hvorfor fuglene kom tilbake.",
        "Om høsten regner det oftere.", "Les hele siden før du svarer.",
    ),
    "fi": (
        "Kattila on liedellä.", "Voit jättää ikkunan auki.", "Se riippuu säästä.", "Hän soittaa selloa joka ilta.",
        "Kauanko sinne kestää matkustaa?", "Älä huoli siitä.", "Lisää sitten kaksi lusikallista sokeria.",
        "Useimmat ihmiset eivät huomaa eroa.", "Näin sen jälkeen kävi:", "Hyvä kysymys!",
        "Avaa ensin asetukset.", "Kukaan ei tiedä, miksi linnut palasivat.", "Syksyllä sataa useammin.",
        "Lue koko sivu ennen kuin vastaat.",
    ),
    "pl": (
        "Czajnik stoi na kuchence.", "Możesz zostawić otwarte okno.", "To zależy od pogody.",
        "Ona gra na wiolonczeli każdego wieczoru.", "Jak długo trwa podróż?", "Nie martw się o to.",
        "Potem dodaj dwie łyżki cukru.", "Większość ludzi nie zauważa różnicy.", "Oto, co stało się później:",
        "Dobre pytanie!", "Najpierw otwórz ustawienia.", "Nikt nie wie, dlaczego ptaki wróciły.",
        "Jesienią pada częściej.", "Przeczytaj całą stronę, zanim odpowiesz.",
    ),
    "cs": (
        "Konvice stojí na sporáku.", "Můžeš nechat otevřené okno.", "To záleží na počasí.",
        "Každý večer hraje na violoncello.", "Jak dlouho trvá cesta tam?", "S tím si nedělej starosti.",
        "Potom přidej dvě lžíce cukru.", "Většina lidí si rozdílu nevšimne.", "A tohle se stalo potom:",
        "Dobrá otázka!", "Nejdřív otevři nastavení.", "Nikdo neví, proč se ptáci vrátili.",
        "Na podzim prší častěji.", "Než odpovíš, přečti si celou stránku.",
    ),
    "tr": (
        "Çaydanlık ocağın üzerinde.", "Pencereyi açık bırakabilirsin.", "Bu havaya bağlı.",
        "Her akşam çello çalıyor.", "Oraya gitmek ne kadar sürer?", "Bunun için endişelenme.",
        "Sonra iki kaşık şeker ekle.", "Çoğu insan farkı hiç anlamaz.", "Daha sonra şunlar oldu:", "Güzel soru!",
        "Önce ayarları aç.", "Kuşların neden döndüğünü kimse bilmiyor.", "Sonbaharda daha sık yağmur yağar.",
        "Cevap vermeden önce bütün sayfayı oku.",
    ),
    "ro": (
        "Ceainicul este pe aragaz.", "Poți lăsa fereastra deschisă.", "Asta depinde de vreme.",
        "Ea cântă la violoncel în fiecare seară.", "Cât durează drumul până acolo?", "Nu-ți face griji pentru asta.",
        "Apoi adaugă două linguri de zahăr.", "Cei mai mulți oameni nu observă diferența.",
        "Iată ce s-a întâmplat după aceea:", "Bună întrebare!", "Mai întâi deschide setările.",
        "Nimeni nu știe de ce s-au întors păsările.", "Toamna plouă mai des.",
        "Citește toată pagina înainte să răspunzi.",
    ),
    "hu": (
        "A vízforraló a tűzhelyen van.", "Nyitva hagyhatod az ablakot.", "Ez az időjárástól függ.",
        "Minden este csellózik.", "Mennyi ideig tart az út odáig?", "Emiatt ne aggódj.",
        "Azután adj hozzá két kanál cukrot.", "A legtöbb ember nem veszi észre a különbséget.",
        "Ezután a következő történt:", "Jó kérdés!", "Először nyisd meg a beállításokat.",
        "Senki sem tudja, miért tértek vissza a madarak.", "Ősszel gyakrabban esik az eső.",
        "Olvasd el az egész oldalt, mielőtt válaszolsz.",
    ),
    "id": (
        "Ketel itu ada di atas kompor.", "Kamu boleh membiarkan jendela terbuka.", "Itu tergantung pada cuaca.",
        "Dia bermain selo setiap malam.", "Berapa lama perjalanan ke sana?", "Jangan khawatir tentang itu.",
        "Lalu tambahkan dua sendok gula.", "Kebanyakan orang tidak melihat perbedaannya.",
        "Inilah yang terjadi kemudian:", "Pertanyaan yang bagus!", "Pertama, buka pengaturan.",
        "Tidak ada yang tahu mengapa burung itu kembali.", "Hujan lebih sering turun di musim gugur.",
        "Bacalah seluruh halaman sebelum menjawab.",
    ),
    "vi": (
        "Ấm nước ở trên bếp.", "Bạn có thể để cửa sổ mở.", "Điều đó tùy vào thời tiết.",
        "Cô ấy chơi đàn mỗi buổi tối.", "Đi đến đó mất bao lâu?", "Đừng lo về chuyện đó.",
        "Sau đó cho thêm hai thìa đường.", "Hầu hết mọi người không nhận ra sự khác biệt.",
        "Đây là điều đã xảy ra sau đó:", "Câu hỏi hay!", "Trước tiên hãy mở phần cài đặt.",
        "Không ai biết vì sao chim quay lại.", "Mùa thu mưa nhiều hơn.", "Hãy đọc cả trang trước khi trả lời.",
    ),
    "ru": (
        "Чайник стоит на плите.", "Можешь оставить окно открытым.", "Это зависит от погоды.", "Хороший вопрос!",
        "Никто не знает, почему птицы вернулись.", "Осенью дождь идёт чаще.",
    ),
    "uk": (
        "Чайник стоїть на плиті.", "Це залежить від погоди.", "Ніхто не знає, чому птахи повернулися.",
        "Восени дощ іде частіше.", "Спочатку відкрий налаштування.",
    ),
    "bg": (
        "Чайникът е на печката.", "Това зависи от времето.", "Никой не знае защо птиците се върнаха.",
        "През есента вали по-често.", "Първо отвори настройките.",
    ),
    "el": ("Ο βραστήρας είναι στη φωτιά.", "Αυτό εξαρτάται από τον καιρό.", "Καλή ερώτηση!"),
    "he": ("הקומקום על הכיריים.", "זה תלוי במזג האוויר.", "שאלה טובה!"),
    "ar": ("الغلاية على الموقد.", "هذا يعتمد على الطقس.", "سؤال جيد!"),
    "fa": ("کتری روی اجاق است و آب گرم است.", "این به هوا بستگی دارد.", "چرا پرنده‌ها برگشتند؟"),
    "hi": ("केतली चूल्हे पर है।", "यह मौसम पर निर्भर करता है।", "अच्छा सवाल है!"),
    "th": ("กาต้มน้ำอยู่บนเตา", "ขึ้นอยู่กับอากาศ", "เป็นคำถามที่ดี"),
    "ja": ("やかんはコンロの上にあります。", "それは天気次第です。", "いい質問ですね。", "設定を開いてください。"),
    "cmn": ("水壶在炉子上。", "这取决于天气。", "好问题！", "请先打开设置。"),
    "ko": ("주전자가 가스레인지 위에 있어요.", "날씨에 따라 달라요.", "좋은 질문이에요!"),
    "ka": ("ჩაიდანი ქურაზეა.", "ეს ამინდზეა დამოკიდებული."),
    "hy": ("Թեյնիկը վառարանի վրա է։", "Դա կախված է եղանակից։"),
    "bn": ("কেটলিটা চুলার উপরে আছে।", "এটা আবহাওয়ার উপর নির্ভর করে।"),
    "ta": ("கெண்டி அடுப்பின் மேல் உள்ளது.", "அது வானிலையைப் பொறுத்தது."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chat:
    """``asked``: the prompt. ``said``: each phrase of the answer with the language it is to be said in."""

    asked: str
    said: tuple[tuple[str, str], ...]


CHATS: tuple[Chat, ...] = (
    Chat(
        "How do I order coffee in Germany?",
        (
            ("Sure!", "en"), ("You would say:", "en"), ("Ich hätte gerne einen Kaffee, bitte.", "de"),
            ("That is polite everywhere.", "en"), ("OK.", "en"), ("In Berlin people just say the word.", "en"),
            ("Berlin.", "en"), ("Kaffee, bitte!", "en"), ("Möchten Sie Milch und Zucker dazu?", "de"),
            ("is what you may hear next.", "en"),
        ),
    ),
    Chat(
        "Wie heißt der Film mit dem Ring?",
        (
            ("Der Film heißt The Lord of the Rings.", "de"), ("Regie führte Peter Jackson.", "de"),
            ("OK.", "de"), ("Die Musik schrieb Howard Shore.", "de"), ("Berlin.", "de"),
            ("Der erste Satz ist berühmt:", "de"), ("The world has changed, and I feel it in the water.", "en"),
            ("So beginnt die Geschichte.", "de"), ("Super!", "de"), ("Viel Spaß beim Anschauen.", "de"),
        ),
    ),
    Chat(
        "Who wrote Cien años de soledad?",
        (
            ("Gabriel García Márquez wrote it in 1967.", "en"), ("Macondo.", "en"),
            ("The book is called Cien años de soledad in Spanish.", "en"), ("It begins like this:", "en"),
            ("Muchos años después, el coronel había de recordar aquella tarde remota.", "es"),
            ("A wonderful first sentence.", "en"), ("Buenos Aires printed it first.", "en"),
        ),
    ),
    Chat(
        "Traduce al inglés: ¿dónde está la estación?",
        (
            ("Claro.", "es"), ("En inglés se dice:", "es"), ("Where is the train station?", "en"),
            ("También puedes preguntar:", "es"), ("How do I get to the station?", "en"), ("Perfecto.", "es"),
            ("¿Algo más?", "es"),
        ),
    ),
    Chat(
        "Quels mots japonais dois-je connaître ?",
        (
            ("Voici trois phrases utiles.", "fr"), ("こんにちは。", "ja"), ("Cela veut dire bonjour.", "fr"),
            ("東京", "ja"), ("ありがとうございます。", "ja"), ("C'est plus poli.", "fr"), ("OK.", "fr"),
            ("Le mot 東京 veut dire capitale de l'est.", "fr"),
        ),
    ),
    Chat(
        "请解释一下 Python 的列表。",
        (
            ("Python 的列表可以保存多个值。", "cmn"), ("例如：", "cmn"), ("OK.", "cmn"), ("list.append", "cmn"),
            ("你可以用 JavaScript 和 TypeScript 写代码。", "cmn"), ("很简单。", "cmn"),
        ),
    ),
    Chat(
        "日本の首都はどこですか。",
        (
            ("東京です。", "ja"), ("人口約一千四百万人。", "ja"), ("世界最大級の都市。", "ja"), ("OK.", "ja"),
            ("詳しく知りたいですか。", "ja"),
        ),
    ),
    Chat(
        "Какая сегодня погода?",
        (
            ("Сегодня тепло.", "ru"), ("В Москве солнце.", "ru"), ("OK.", "ru"), ("По-украински говорят так:", "ru"),
            ("Сьогодні тепло, і сонце світить.", "uk"), ("Microsoft Windows.", "ru"), ("Вот и всё.", "ru"),
        ),
    ),
    Chat(
        "",
        (
            ("Der Kessel pfeift, und der Kater wartet am Fenster.", "de"), ("Mensch Meier.", "de"), ("Cool.", "de"),
            ("Das ist ein Feature von Windows und macOS.", "de"), ("Login, Logout, Update.", "de"),
            ("Klicke auf File, dann auf Save as.", "de"), ("Das Meeting mit dem Team ist um zehn.", "de"),
        ),
    ),
    Chat(
        "What does the menu say?",
        (
            ("It has three parts.", "en"), ("Hors d'œuvres.", "en"), ("The soupe du jour is onion soup.", "en"),
            ("Crème brûlée.", "en"), ("At the bottom it says:", "en"),
            ("Le service est compris dans le prix de tous nos plats.", "fr"), ("So you need not tip.", "en"),
            ("Bon appétit!", "en"),
        ),
    ),
    Chat(
        "Jak się mówi po angielsku dzień dobry?",
        (
            ("Mówi się:", "pl"), ("Good morning, how are you?", "en"), ("Wieczorem powiesz:", "pl"),
            ("Good evening to all of you.", "en"), ("Dobrze?", "pl"), ("Londyn.", "pl"),
        ),
    ),
    Chat(
        "Cosa devo vedere a Parigi?",
        (
            ("Ti consiglio il Louvre.", "it"), ("Notre-Dame.", "it"), ("La Tour Eiffel.", "it"),
            ("La sera puoi passeggiare sugli Champs-Élysées.", "it"), ("In francese si chiede:", "it"),
            ("Où se trouve la station de métro la plus proche ?", "fr"), ("Buon viaggio!", "it"),
        ),
    ),
    Chat(
        "",
        (
            ("One moment.", "en"), ("The function returns None.", "en"), ("git commit", "en"),
            ("Run pip install numpy.", "en"),
            ("Zürich, Köln, Düsseldorf.", "en"), ("Angela Merkel, Helmut Kohl.", "en"),
            ("The word Schadenfreude has no equal in English.", "en"), ("São Paulo is bigger.", "en"),
            ("C'est la vie.", "en"), ("Kim Jong-un met Moon Jae-in.", "en"),
        ),
    ),
)  # fmt: skip


UNSEEN: dict[str, tuple[str, ...]] = {
    "en": (
        "My brother sold his old car yesterday.",
        "Could you send me the recipe?",
        "Nothing has changed since then.",
    ),
    "de": (
        "Mein Bruder hat gestern sein altes Auto verkauft.",
        "Kannst du mir das Rezept schicken?",
        "Seitdem hat sich nichts geändert.",
    ),
    "fr": (
        "Mon frère a vendu sa vieille voiture hier.",
        "Pourrais-tu m'envoyer la recette ?",
        "Rien n'a changé depuis.",
    ),
    "es": (
        "Mi hermano vendió ayer su viejo coche.",
        "¿Me puedes mandar la receta?",
        "Desde entonces no ha cambiado nada.",
    ),
    "it": (
        "Ieri mio fratello ha venduto la sua vecchia macchina.",
        "Mi puoi mandare la ricetta?",
        "Da allora non è cambiato niente.",
    ),
    "pt": ("Meu irmão vendeu ontem o carro velho dele.", "Você pode me mandar a receita?", "Desde então nada mudou."),
    "nl": (
        "Mijn broer heeft gisteren zijn oude auto verkocht.",
        "Kun je me het recept sturen?",
        "Sindsdien is er niets veranderd.",
    ),
    "sv": ("Min bror sålde sin gamla bil igår.", "Kan du skicka receptet till mig?", "Sedan dess har inget ändrats."),
    "da": ("Min bror solgte sin gamle bil i går.", "Kan du sende mig opskriften?", "Siden da er intet ændret."),
    "nb": (
        "Broren min solgte den gamle bilen sin i går.",
        "Kan du sende meg oppskriften?",
        "Siden da har ingenting endret seg.",
    ),
    "fi": (
        "Veljeni myi eilen vanhan autonsa.",
        "Voitko lähettää minulle reseptin?",
        "Sen jälkeen mikään ei ole muuttunut.",
    ),
    "pl": (
        "Mój brat sprzedał wczoraj swój stary samochód.",
        "Możesz mi przesłać przepis?",
        "Od tego czasu nic się nie zmieniło.",
    ),
    "cs": ("Můj bratr včera prodal své staré auto.", "Můžeš mi poslat ten recept?", "Od té doby se nic nezměnilo."),
    "tr": (
        "Kardeşim dün eski arabasını sattı.",
        "Bana tarifi gönderebilir misin?",
        "O zamandan beri hiçbir şey değişmedi.",
    ),
    "ro": (
        "Fratele meu și-a vândut ieri mașina veche.",
        "Poți să-mi trimiți rețeta?",
        "De atunci nu s-a schimbat nimic.",
    ),
    "hu": ("A bátyám tegnap eladta a régi autóját.", "El tudnád küldeni a receptet?", "Azóta semmi sem változott."),
    "id": (
        "Kakak saya menjual mobil tuanya kemarin.",
        "Bisakah kamu mengirim resepnya?",
        "Sejak itu tidak ada yang berubah.",
    ),
    "vi": (
        "Hôm qua anh tôi đã bán chiếc xe cũ.",
        "Bạn gửi cho tôi công thức được không?",
        "Từ đó đến nay không có gì thay đổi.",
    ),
    "ru": (
        "Вчера мой брат продал свою старую машину.",
        "Можешь прислать мне рецепт?",
        "С тех пор ничего не изменилось.",
    ),
    "uk": ("Учора мій брат продав своє старе авто.", "Можеш надіслати мені рецепт?", "Відтоді нічого не змінилося."),
    "ja": ("昨日、兄は古い車を売りました。", "レシピを送ってくれますか。", "それから何も変わっていません。"),
    "cmn": ("我哥哥昨天卖掉了他的旧车。", "你能把食谱发给我吗？", "从那以后什么都没变。"),
    "ar": ("باع أخي سيارته القديمة أمس.", "هل يمكنك أن ترسل لي الوصفة؟", "لم يتغير شيء منذ ذلك الحين."),
    "hi": ("मेरे भाई ने कल अपनी पुरानी गाड़ी बेच दी।", "क्या तुम मुझे रेसिपी भेज सकते हो?", "तब से कुछ नहीं बदला।"),
}  # fmt: skip
"""By which nothing was tuned: what the figures of the others are worth."""

UNSEEN_CHATS: tuple[Chat, ...] = (
    Chat(
        "Can you help me write to my landlord in Munich?",
        (
            ("Of course.", "en"), ("You could begin like this:", "en"),
            ("Sehr geehrter Herr Huber, leider ist die Heizung in meiner Wohnung kaputt.", "de"),
            ("Könnten Sie bitte jemanden schicken?", "de"), ("Then end politely.", "en"),
            ("Mit freundlichen Grüßen", "en"), ("Munich.", "en"), ("He will surely answer within a week.", "en"),
            ("Viel Glück!", "en"),
        ),
    ),
    Chat(
        "Was bedeutet der Satz auf dem Schild in London?",
        (
            ("Auf dem Schild steht:", "de"), ("Please mind the gap between the train and the platform.", "en"),
            ("Das heißt, dass man auf die Lücke achten soll.", "de"), ("Mind the gap.", "de"),
            ("Die Londoner U-Bahn heißt Tube.", "de"), ("Alles klar?", "de"), ("Piccadilly Circus.", "de"),
        ),
    ),
    Chat(
        "Comment dit-on « je suis en retard » en espagnol ?",
        (
            ("On dit ainsi :", "fr"), ("Lo siento mucho, pero voy a llegar tarde a la reunión.", "es"),
            ("Au Mexique, c'est pareil.", "fr"), ("OK ?", "fr"), ("Vale.", "fr"), ("Et pour répondre :", "fr"),
            ("No te preocupes, te esperamos en la oficina.", "es"), ("Bonne chance !", "fr"),
        ),
    ),
    Chat(
        "",
        (
            ("Install Docker Desktop first.", "en"),
            ("docker compose up", "en"), ("Then open localhost in Firefox.", "en"),
            ("Jean-Pierre Dupont wrote the guide.", "en"), ("Rio de Janeiro, Buenos Aires, San José.", "en"),
            ("It is de facto the standard.", "en"), ("The motto is e pluribus unum.", "en"), ("Voilà!", "en"),
        ),
    ),
)  # fmt: skip
