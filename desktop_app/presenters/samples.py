"""What a voice says when it is tried, in its own language."""

from __future__ import annotations

from typing import Final

ENGLISH: Final = "This is how I sound. Numbers, like 3.14, and names are read as they come."

_SAMPLES: Final = {
    "ar": "هكذا يبدو صوتي. وهذه جملة أخرى لتسمعها.",
    "bg": "Така звучи гласът ми. Числа като 3,14 и имена чета както са написани.",
    "ca": "Així sona la meva veu. Els números, com 3,14, i els noms es llegeixen tal com venen.",
    "cmn": "这就是我的声音。数字（例如 3.14）和名字都照样读出来。",
    "cs": "Takhle zním. Čísla jako 3,14 i jména čtu tak, jak přijdou.",
    "da": "Sådan lyder jeg. Tal som 3,14 og navne læses, som de kommer.",
    "de": "So klinge ich. Zahlen wie 3,14 und Namen lese ich, wie sie kommen.",
    "el": "Έτσι ακούγομαι. Αριθμούς όπως 3,14 και ονόματα τα διαβάζω όπως έρχονται.",
    "en": ENGLISH,
    "es": "Así sueno yo. Los números, como 3,14, y los nombres se leen tal como vienen.",
    "fi": "Tältä minä kuulostan. Luvut, kuten 3,14, ja nimet luetaan sellaisinaan.",
    "fr": "Voici ma voix. Les nombres, comme 3,14, et les noms sont lus comme ils viennent.",
    "he": "כך אני נשמע. ועוד משפט אחד כדי שתשמעו.",
    "hi": "मेरी आवाज़ ऐसी है। संख्याएँ और नाम वैसे ही पढ़े जाते हैं जैसे वे आते हैं।",
    "hr": "Ovako zvučim. Brojeve poput 3,14 i imena čitam kako dođu.",
    "hu": "Így szól a hangom. A számokat, mint a 3,14, és a neveket úgy olvasom, ahogy jönnek.",
    "id": "Beginilah suara saya. Angka seperti 3,14 dan nama dibaca apa adanya.",
    "it": "Ecco la mia voce. I numeri, come 3,14, e i nomi si leggono come vengono.",
    "ja": "これが私の声です。数字や名前もそのまま読みます。",
    "ko": "제 목소리는 이렇습니다. 숫자와 이름도 그대로 읽습니다.",
    "nb": "Slik høres jeg ut. Tall som 3,14 og navn leses som de kommer.",
    "nl": "Zo klink ik. Getallen zoals 3,14 en namen lees ik zoals ze komen.",
    "pl": "Tak brzmi mój głos. Liczby, jak 3,14, i imiona czytam tak, jak są napisane.",
    "pt": "Esta é a minha voz. Números, como 3,14, e nomes são lidos como aparecem.",
    "ro": "Așa sună vocea mea. Numerele, precum 3,14, și numele sunt citite așa cum vin.",
    "ru": "Так звучит мой голос. Числа, например 3,14, и имена я читаю как есть.",
    "sk": "Takto zniem. Čísla ako 3,14 aj mená čítam tak, ako prídu.",
    "sv": "Så här låter jag. Tal som 3,14 och namn läses som de kommer.",
    "th": "เสียงของฉันเป็นแบบนี้ และนี่คืออีกหนึ่งประโยค",
    "tr": "Sesim böyle. 3,14 gibi sayılar ve adlar olduğu gibi okunur.",
    "uk": "Так звучить мій голос. Числа, як-от 3,14, та імена читаю як є.",
    "vi": "Giọng của tôi như thế này. Số và tên được đọc đúng như khi viết.",
}


def sample(language: str) -> str:
    """A text to try a voice with; English where there is none in the language, as ``domain.languages`` names it."""
    return _SAMPLES.get(language, ENGLISH)
