<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the conversation&apos;s sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the message box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak more quietly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak replies, or do not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the system is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApiKeyRow</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the server whether it takes the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key typed here replaces the kept one on OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the key where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the key out of the keyring on OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers without a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in this system&apos;s keyring on OK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed on OK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is kept for this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the environment, not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this run only: no keyring was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is kept in this system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one, in Settings…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken replies on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken replies off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether answers are spoken as they are written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 damaged event skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n damaged events skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DemoCard</name>
    <message>
        <source>Just listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short tour with prepared answers and the voice that is built in. No key, no network, nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear Aloud without a key (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>System default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Ask, and listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is read to you while it is being written.
{key} silences it; the text stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask, and read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer grows here while it is being written.
{key} stops it; what was written stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>First start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the answer while it is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how Aloud should answer. You can change this at any time in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are a helpful assistant who answers briefly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer as it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the model how much was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, or as the system is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is told before each conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent at the head of each conversation. Empty sends none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the answer is shown and spoken when the whole of it has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: the next question says at which word the voice was stopped, and the rest is not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Go on” then goes on behind the last word you heard. What you only read, the model forgets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system prompt is longer than {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Conversations and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pico, on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eSpeak, on this machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeardMarks</name>
    <message>
        <source>Go on reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard up to here. Go on reading ({key})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptSoundRow</name>
    <message>
        <source>What was heard once can be heard again at once, without the server and its costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the kept sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove kept sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the sound where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the sound of all messages from the disk on OK; their text stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed on OK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} are used now. What was not heard for the longest time goes first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>OpenAI key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a key. It is checked now and kept in this system&apos;s keyring, never in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key from platform.openai.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks the key with OpenAI (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Press it, then press the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key does this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab leaves it as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to change. While nothing is said, the same key stops the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the keyboard is in the page of the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop speech, anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silences the speech whatever program you are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop speech key in any program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That key is taken: “{what}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That key is needed for typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs need that key. Press it together with Ctrl or Alt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>Voice for {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who says what is in this language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the voice for {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the voice for {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says a sentence in this voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a voice, or remove the language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say each phrase in a voice for its language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the language on the list, with a voice that speaks it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the chosen voice says everything, as well as it can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A language that shall have a voice of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} speaks every language by itself. One that is listed here is said by the voice beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your voice does not speak is said by a built-in voice, or by espeak-ng where it is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its usual voice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action is called so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaidPage</name>
    <message>
        <source>What is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that it is there: “Code, Python, 24 lines”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it line by line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said of a block of code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Read” beside a block reads it whatever is chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that it is there, then read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said of a table; each cell is read behind its column&apos;s heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say “Quote” first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said of a quotation set apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in words: “x squared”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say “formula”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said of mathematics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say the site: “example.org”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the whole address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said of an address in the text; a link with words is said by its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what they show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said of emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words that stand for a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say their descriptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of each item of a numbered list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbered lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks like [1] that point to a source or a footnote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say their numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text that the answer wrote between tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the words between the tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>A server of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or any address that speaks the OpenAI API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an address in Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} found on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None found on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers come from {url}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Server and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server lists no models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server that speaks the OpenAI API, or the answers prepared in Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the server is, as in https://host/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from the server&apos;s list, or type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the server which models it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long one reply may become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum reply tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name and password went to the key below, and will be kept with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password does not stay in the address: it goes to the key below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address looks like https://host/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model&apos;s name has at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a model, or choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 1 to 1,000,000, or nothing for the server&apos;s limit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes and changes nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideHandle</name>
    <message>
        <source>Width of the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to make it wider or narrower; double-click for the usual width</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has something to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another conversation has something to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its messages are gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you talk about will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundSaving</name>
    <message>
        <source>Saving sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel saving sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {name} – {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP3, plays everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opus, small and good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLAC, nothing lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV, nothing lost, large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechBar</name>
    <message>
        <source>Previous sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentence {number} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentence {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} in the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of speech ({faster}, {slower})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume ({louder}, {quieter})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this code aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut by the token limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by the server&apos;s content filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first word {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first sound {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first word came after {0} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sound was heard after {0} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole answer took {0} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the stream that could not be read and were left out: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens sent: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens written by the model: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these, for reasoning: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of those sent, from the server&apos;s cache: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest words ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what is being said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what is being said ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoicePage</name>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak answers as they are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says a sentence in this voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: no answer is spoken, and no speech is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s speech, or a voice on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in voices keep speech on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s model that makes speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the voice shall speak, in your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calm, a little slower at numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast answers are spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How loud answers are spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where answers are heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence that wakes a wireless speaker, so that it does not swallow the first words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to a phrase the server will not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a phrase fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the built-in voice say it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in: Hibari</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in: Pico</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system: espeak-ng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its usual voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is longer than 4,096 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server needs a name here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Aloud itself made a mistake; its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server said no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is known for this server. Enter one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was refused. Check it in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no credit left. Add some with the provider, or choose another server in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server wants fewer requests. Wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this model. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this voice. Choose another one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation has become too long for this model. Begin a new one, or choose a larger model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not offer that service. Check its address, or choose another one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has trouble of its own. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network failed. Check the connection and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network, or the address in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke off. What came so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence could not be spoken. The text is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it that is said aloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice cannot be had on this machine. Choose another one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device does not work. Answers go on as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to play sound on. Answers go on as text; connect a device to hear them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device went away. Speech goes on when it, or another one, is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen sound device is not connected. The system&apos;s own is used until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be stored; it is kept for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept for this run only: this system has no keyring. Install one, such as GNOME Keyring or KWallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked: it gives no key, and a new one is kept for this run only. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not answer: a new key is kept for this run only. See whether it asks in a window of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for any program could not be set. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program already has the key that silences from any program. Choose another one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This keyboard has no such key to silence from any program. Choose another one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system lets no program have a key for all. Bind one in its own settings, to “aloud stop --speech”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something could not be saved. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: this conversation is not being saved. Make some room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for it on that disk. Make some room, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be written there. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read and were set aside. The defaults are in force; look through Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be used: conversations are not being saved. Check the disk, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Note</name>
    <message>
        <source>Text {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>not possible now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
