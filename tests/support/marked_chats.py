"""Answers as models write them, in thirteen languages, with a mark wherever a listener hears one sentence end.

Each is one paragraph; ``¦`` stands where it is to be cut, before the blank. None was taken from anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from desktop_app.speech.text.phrases import next_cut

MARK = "¦"

CHATS: Mapping[str, tuple[str, ...]] = {
    "en": (
        (
            "Sure!¦ I can help with that.¦ First, open the file config.yaml in your editor.¦ Then look for the line"
            " that says debug: true, i.e. the third one.¦ Change it, save, and you are done!"
        ),
        (
            "The short answer is no.¦ Python 3.12 does not support it, but v3.13.1 does (see PEP 703 for details).¦"
            " You may want to wait, e.g. until your dependencies catch up."
        ),
        (
            "Dr. J. R. Smith moved to the U.S. in 1995.¦ She worked for Acme Inc. until 2003, when the company"
            " closed.¦ Today she lives in St. Louis with her husband, Mr. Lee."
        ),
        "“Are you sure?” he asked.¦ “Quite sure,” she replied.¦ Then she left the room... and never came back.",
        "It costs $4.50 per month, or approx. 4 euros.¦ That is not much!¦ Is it worth it?¦ I would say so.",
        (
            "The meeting starts at 10 a.m. and ends at 3 p.m. sharp.¦ Please bring your laptop, charger etc. with"
            " you.¦ We meet in room B. Smith Hall is closed."
        ),
        (
            "Water boils at 100 °C at sea level.¦ On Mt. Everest it boils at about 71 °C.¦ Why?¦ Because the pressure"
            " is lower there."
        ),
        (
            "There are three options: rent, buy, or borrow.¦ Renting is cheap at first (approx. $300 a month).¦"
            " Buying pays off after 5 years or so.¦ Borrowing… well, that depends on your friends."
        ),
        (
            "Run pip install requests and try again.¦ If you see ModuleNotFoundError, check sys.path first.¦ It"
            " usually is a virtual environment that is not active."
        ),
        (
            "Apollo 11 landed on July 20, 1969.¦ Neil A. Armstrong was the first to step out.¦ Millions watched him"
            " live on TV!¦ What a day that was."
        ),
    ),
    "de": (
        (
            "Das ist eine gute Frage.¦ Am 3. Oktober 1990 wurde Deutschland wieder vereint, d. h. die DDR trat der"
            " Bundesrepublik bei.¦ Seitdem ist der Tag ein Feiertag."
        ),
        "Du brauchst ca. 250 g Mehl, zwei Eier usw. für den Teig.¦ Rühre alles gut um!¦ Danach muss er 30 Min. ruhen.",
        "Dr. Müller sagte: „Das schaffen wir.“¦ Wir haben ihm geglaubt.¦ Im 19. Jahrhundert war das noch anders.",
        "Der Preis liegt bei 3,50 Euro bzw. 4 Franken.¦ Ist das zu teuer?¦ Ich finde nicht.",
    ),
    "fr": (
        "Bonjour !¦ Comment puis-je vous aider aujourd'hui ?¦ Dites-moi simplement ce que vous cherchez.",
        (
            "M. Dupont habite au 5, av. Foch à Paris.¦ Il y vit depuis 1998, c.-à-d. depuis très longtemps.¦ C'est un"
            " quartier calme."
        ),
        "Elle a dit : « Je viendrai demain. »¦ Personne ne l'a crue.¦ Et pourtant, elle est venue…",
    ),
    "es": (
        "¡Claro que sí!¦ ¿Qué quieres saber exactamente?¦ Puedo explicarte el tema paso a paso.",
        (
            "El Sr. García nació en 1950 en EE. UU. y creció en Lima.¦ Hoy vive con la Dra. Paz en Madrid.¦ Tiene"
            " tres hijos."
        ),
        "Cuesta 3,50 € por persona.¦ No es caro, ¿verdad?¦ Compra las entradas hoy mismo.",
    ),
    "it": (
        (
            "Certo, ti spiego subito.¦ Il sig. Rossi abita in via Roma n. 5 a Torino.¦ Ci vive dal 1990, cioè da"
            " molto tempo."
        ),
        "Costa circa 3,50 euro al kg. in negozio.¦ È troppo caro?¦ Secondo me no!",
    ),
    "ru": (
        "Конечно, я помогу вам.¦ В 1961 г. Юрий Гагарин полетел в космос.¦ Это был первый полёт человека!",
        "Возьмите яблоки, груши и т. д. для пирога.¦ Нарежьте их мелко.¦ Готово?¦ Тогда ставьте в духовку.",
    ),
    "ja": (
        "はい、もちろんです。¦次に、ファイルを開いてください。¦何か質問はありますか？¦いつでも聞いてください！",
        "「すぐに戻ります。」と彼女は言いました。¦しかし、戻ってきませんでした。",
    ),
    "zh": (
        "当然可以。¦首先，请打开设置页面；然后选择语言。¦你找到了吗？¦如果没有，请告诉我！",
        "这个版本是3.14，比2.7快得多。¦我建议你升级。",
    ),
    "ko": (
        "물론입니다.¦ 먼저 설정 파일을 여세요.¦ 그다음 세 번째 줄을 바꾸면 됩니다.¦ 질문이 있으신가요?",
        "서울의 인구는 약 940만 명입니다.¦ 부산은 그보다 적습니다.",
    ),
    "hi": ("हाँ, मैं मदद कर सकता हूँ।¦ पहले फ़ाइल खोलिए।¦ क्या आपको वह मिली?¦ अगर नहीं, तो मुझे बताइए।",),
    "ar": ("بالطبع، يمكنني مساعدتك.¦ ما الذي تريد معرفته؟¦ سأشرح لك كل شيء خطوة بخطوة.",),
    "th": ("วันนี้อากาศดีมากและท้องฟ้าก็แจ่มใสไม่มีเมฆเลย¦ พรุ่งนี้ฝนอาจจะตกหนักในภาคใต้ของประเทศไทย¦ ควรเตรียมร่มไปด้วยทุกครั้งที่ออกจากบ้าน",),
    "el": ("Φυσικά και μπορώ.¦ Τι θέλετε να μάθετε;¦ Θα σας εξηγήσω τα πάντα.",),
}


def more_chats() -> dict[str, list[str]]:
    """Those of ``more_chats.txt``, by their language."""
    chats: dict[str, list[str]] = {}
    own: list[str] = []
    for line in Path(__file__).with_name("more_chats.txt").read_text("utf-8").splitlines():
        if named := re.fullmatch(r"\[(\w+)\]", line):
            own = chats.setdefault(named[1], [])
        elif chats:
            own.append(line)
    return chats


def unmarked(marked: str) -> tuple[str, set[int]]:
    """The text, and the first letter of each sentence but the first."""
    parts = marked.split(MARK)
    places: set[int] = set()
    length = 0
    for part in parts[:-1]:
        length += len(part)
        places.add(length)
    text = "".join(parts)
    return text, letters(text, places)


def cuts(text: str) -> set[int]:
    """The same as the cutter finds it, on whole sentences and with no short ones joined."""
    places: set[int] = set()
    at = 0
    while cut := next_cut(text, at, first=False, complete=True, join=False):
        at = cut.end
        places.add(at)
    return letters(text, places)


def letters(text: str, places: set[int]) -> set[int]:
    """Each place moved on to the letter that follows: where blanks and quotes go is all the same to the ear."""
    following = (re.compile(r"\w").search(text, place) for place in places)
    return {letter.start() for letter in following if letter}
