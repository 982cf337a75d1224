"""What the demo says. Written to be heard: short sentences first, and nothing that claims to be thought of just now."""

from __future__ import annotations

FIRST = """\
Hello, this is Aloud. I am a prepared demo answer, not a model, and nothing you type here leaves this machine.

You are hearing the first sentences while the later ones are still being written. That is **the whole idea**: \
each phrase is spoken as soon as it is complete, and the one being spoken is marked in the text.

## What you can try now

1. Press **Esc** to silence the speech. The text goes on.
2. Press **Esc** again, when nothing is being said, to stop the answer itself.
3. Ask me something about *code*, *languages*, *privacy*, or *stopping*. I have a prepared answer for each.

Code is shown, but it is not read out:

```python
def greet(name: str) -> str:
    \"\"\"A greeting, to be heard and not only read.\"\"\"
    return f"Hello, {name}!"


print(greet("Aloud"))
```

A table is shown as a table:

| Where the answer comes from | Needs a key | Needs a network |
|---|---|---|
| This demo | no | no |
| A model on this machine, such as Ollama | no | no |
| OpenAI, or another server | yes | yes |

When you want real answers, open **Settings** and choose a server. Until then, ask me anything, and I will tell you \
honestly that I was written beforehand.
"""

ABOUT_CODE = """\
This is a prepared answer about code, since your question mentioned it.

A code block is shown with its language, and it has a Copy button. It is not spoken, because nobody enjoys hearing \
brackets. The sentences around it are.

```python
from collections import Counter


def most_common_words(text: str, count: int = 3) -> list[tuple[str, int]]:
    words = (word.strip(".,!?").lower() for word in text.split())
    return Counter(words).most_common(count)
```

The function above counts words and returns the most frequent ones. Names in a sentence, such as `most_common_words`, \
are spoken as words. If you do want to hear a block, press its Read button.
"""

ABOUT_LANGUAGES = """\
This is a prepared answer about languages and voices.

The voice of this demo runs on this machine, and it speaks English. There are others:

| Voice | Languages | Where it runs |
|---|---|---|
| Hibari | English | on this machine |
| Pico | English, German, French, Spanish, Italian | on this machine |
| eSpeak NG, when it is installed | more than one hundred | on this machine |
| The voices of a server | depends on the server | over the network |

You can choose one in **Settings**, and try it there before you decide. The speed can be changed as well.
"""

ABOUT_PRIVACY = """\
This is a prepared answer about keys and privacy.

The demo uses no network at all. When you choose a server, your questions go to that server and nowhere else.

- The key is kept in the keyring of your system, and in no file of Aloud.
- Your conversations are kept on this machine.
- With a voice that runs on this machine, no text is sent anywhere to be spoken.

> A model on your own machine, together with a voice on your own machine, keeps everything at home.

What a server charges is between you and its owner. Aloud shows the tokens of every answer below it.
"""

ABOUT_STOPPING = """\
This is a prepared answer about stopping, and it is long enough to be stopped.

Press **Esc** now, and the speech falls silent at once. Not at the end of the sentence, and not after the next word. \
The text keeps growing, so that you can read on in peace.

Press **Esc** again, once nothing is being said, and the answer stops as well. What was written so far stays where \
it is, and is marked as stopped. The Stop button does both at the same time.

You can also stop it from anywhere else:

```sh
aloud stop            # every answer and all speech
aloud stop --speech   # only the speech
```

If you bind the first of these to a key of your desktop, you can silence Aloud while you work in another window. \
And if you have listened this far without stopping me, thank you for your patience.
"""

PREPARED = """\
You asked: “{question}” I am sorry, but I cannot know the answer. I am a demo, and this reply was prepared long \
before you asked.

A model would have read your question and written something new. I can only show you how its answer would *look* \
and *sound*:

- The text grows while you watch.
- Each phrase is spoken as soon as it is complete.
- **Esc** silences it at once.

To get a real answer, open **Settings** and choose a server. It can be a model on this machine, or one that needs a key.
"""
