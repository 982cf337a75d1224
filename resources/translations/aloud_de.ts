<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Aloud</source>
        <translation>Über Aloud</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the versions, for a report</source>
        <translation>Kopiert die Versionen, für eine Meldung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this (Esc)</source>
        <translation>Schließt dies (Esc)</translation>
    </message>
    <message>
        <source>Hear the answer while it is being written.</source>
        <translation>Die Antwort hören, während sie geschrieben wird.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Aloud</source>
        <translation>Aloud</translation>
    </message>
    <message>
        <source>zoom font size</source>
        <translation>Zoom Schrift Größe</translation>
    </message>
    <message>
        <source>theme appearance colours mode</source>
        <translation>Thema Aussehen Farben Modus</translation>
    </message>
    <message>
        <source>progress tasks jobs queue</source>
        <translation>Fortschritt Aufgaben Warteschlange läuft</translation>
    </message>
    <message>
        <source>picture image photo document upload</source>
        <translation>Bild Foto Dokument Datei hochladen</translation>
    </message>
    <message>
        <source>templates snippets</source>
        <translation>Vorlagen Bausteine</translation>
    </message>
    <message>
        <source>save as file Markdown HTML PDF JSON text print backup</source>
        <translation>sichern als Datei Markdown HTML PDF JSON Text drucken</translation>
    </message>
    <message>
        <source>ChatGPT Open WebUI LibreChat JSON zip bring over</source>
        <translation>ChatGPT Open WebUI LibreChat JSON zip übernehmen</translation>
    </message>
    <message>
        <source>favourite star keep on top</source>
        <translation>Favorit Stern oben behalten</translation>
    </message>
    <message>
        <source>project group tag</source>
        <translation>Projekt Gruppe Schlagwort</translation>
    </message>
    <message>
        <source>private incognito secret off the record</source>
        <translation>privat inkognito geheim vertraulich</translation>
    </message>
    <message>
        <source>backup restore save archive copy recover</source>
        <translation>Sicherung wiederherstellen Kopie Archiv</translation>
    </message>
    <message>
        <source>preferences options configuration</source>
        <translation>Optionen Konfiguration Voreinstellungen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>New temporary conversation</source>
        <translation>Neues flüchtiges Gespräch</translation>
    </message>
    <message>
        <source>Keep the temporary conversation</source>
        <translation>Flüchtiges Gespräch behalten</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Save the conversation&apos;s sound</source>
        <translation>Ton des Gesprächs sichern</translation>
    </message>
    <message>
        <source>Export conversation…</source>
        <translation>Gespräch exportieren …</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren …</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>Gespräche importieren …</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Gespräch umbenennen</translation>
    </message>
    <message>
        <source>Pin or unpin the conversation</source>
        <translation>Gespräch anheften oder lösen</translation>
    </message>
    <message>
        <source>Archive the conversation, or take it out</source>
        <translation>Gespräch ins Archiv legen oder herausnehmen</translation>
    </message>
    <message>
        <source>Move the conversation to a folder</source>
        <translation>Gespräch in einen Ordner legen</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>Gespräch löschen</translation>
    </message>
    <message>
        <source>Undo the deletion</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>Go to the message box</source>
        <translation>Zum Eingabefeld</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>Gespeicherte Vorlagen</translation>
    </message>
    <message>
        <source>Save the message as a prompt</source>
        <translation>Nachricht als Vorlage speichern</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy the message as Markdown</source>
        <translation>Nachricht als Markdown kopieren</translation>
    </message>
    <message>
        <source>Read the message</source>
        <translation>Nachricht vorlesen</translation>
    </message>
    <message>
        <source>Save the message&apos;s sound</source>
        <translation>Ton der Nachricht sichern</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Neu antworten</translation>
    </message>
    <message>
        <source>Branch from the message</source>
        <translation>Von der Nachricht abzweigen</translation>
    </message>
    <message>
        <source>Show the message&apos;s source</source>
        <translation>Quelltext der Nachricht zeigen</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Nachricht</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Delete the message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>Alles stoppen</translation>
    </message>
    <message>
        <source>Go to who waits to be heard</source>
        <translation>Zu dem, was gehört werden will</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Anhalten oder fortfahren</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>Voriger Satz</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Nächster Satz</translation>
    </message>
    <message>
        <source>Repeat sentence</source>
        <translation>Satz wiederholen</translation>
    </message>
    <message>
        <source>Back to the voice</source>
        <translation>Zurück zur Stimme</translation>
    </message>
    <message>
        <source>Speak faster</source>
        <translation>Schneller sprechen</translation>
    </message>
    <message>
        <source>Speak slower</source>
        <translation>Langsamer sprechen</translation>
    </message>
    <message>
        <source>Speak louder</source>
        <translation>Lauter sprechen</translation>
    </message>
    <message>
        <source>Speak more quietly</source>
        <translation>Leiser sprechen</translation>
    </message>
    <message>
        <source>Spoken replies on or off</source>
        <translation>Gesprochene Antworten an oder aus</translation>
    </message>
    <message>
        <source>Choose the voice</source>
        <translation>Stimme wählen</translation>
    </message>
    <message>
        <source>Show what is running</source>
        <translation>Zeigen, was läuft</translation>
    </message>
    <message>
        <source>Go to the conversations</source>
        <translation>Zu den Gesprächen</translation>
    </message>
    <message>
        <source>Show or hide the archived conversations</source>
        <translation>Archivierte Gespräche zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Read with a caret, or not</source>
        <translation>Mit Textmarke lesen oder nicht</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>Vollbild an oder aus</translation>
    </message>
    <message>
        <source>Show or hide the conversations</source>
        <translation>Gespräche ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>Text in üblicher Größe</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen Hell und Dunkel wechseln</translation>
    </message>
    <message>
        <source>Light or dark as the system is</source>
        <translation>Hell oder dunkel wie das System</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Back up the history…</source>
        <translation>Verlauf sichern …</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen …</translation>
    </message>
    <message>
        <source>Delete all conversations…</source>
        <translation>Alle Gespräche löschen …</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About Aloud</source>
        <translation>Über Aloud</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ApiKeyRow</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test the key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Asks the server whether it takes the key</source>
        <translation>Fragt den Server, ob er den Schlüssel annimmt</translation>
    </message>
    <message>
        <source>A key typed here replaces the kept one on OK</source>
        <translation>Ein hier eingegebener Schlüssel ersetzt mit OK den gespeicherten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>Schlüssel entfernen</translation>
    </message>
    <message>
        <source>Leaves the key where it is</source>
        <translation>Lässt den Schlüssel, wo er ist</translation>
    </message>
    <message>
        <source>Takes the key out of the keyring on OK</source>
        <translation>Nimmt den Schlüssel mit OK aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>The server takes this key.</source>
        <translation>Der Server nimmt diesen Schlüssel an.</translation>
    </message>
    <message>
        <source>The server answers without a key.</source>
        <translation>Der Server antwortet ohne Schlüssel.</translation>
    </message>
    <message>
        <source>Kept in this system&apos;s keyring on OK.</source>
        <translation>Kommt mit OK in den Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>Removed on OK.</source>
        <translation>Wird mit OK entfernt.</translation>
    </message>
    <message>
        <source>No key is kept for this address.</source>
        <translation>Für diese Adresse ist kein Schlüssel gespeichert.</translation>
    </message>
    <message>
        <source>From the environment, not stored.</source>
        <translation>Aus der Umgebung, nicht gespeichert.</translation>
    </message>
    <message>
        <source>For this run only: no keyring was found.</source>
        <translation>Nur bis zum Beenden: Es wurde kein Schlüsselbund gefunden.</translation>
    </message>
    <message>
        <source>A key is kept in this system&apos;s keyring.</source>
        <translation>Ein Schlüssel liegt im Schlüsselbund dieses Systems.</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Attached {name}</source>
        <translation>{name} angehängt</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Pictures, texts and PDFs</source>
        <translation>Bilder, Texte und PDFs</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Settings; keys are never in a backup</source>
        <translation>Einstellungen; Schlüssel sind nie in einer Sicherung</translation>
    </message>
    <message>
        <source>Kept sound</source>
        <translation>Aufgehobener Ton</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Back up to…</source>
        <translation>Sichern nach …</translation>
    </message>
    <message>
        <source>Asks where to</source>
        <translation>Fragt, wohin</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Backs nothing up (Esc)</source>
        <translation>Sichert nichts (Esc)</translation>
    </message>
    <message>
        <source>All conversations, drafts, pictures and saved prompts go into one file. With them:</source>
        <translation>Alle Gespräche, Entwürfe, Bilder und gespeicherten Prompts kommen in eine Datei. Dazu:</translation>
    </message>
    <message>
        <source>Kept sound, {size}</source>
        <translation>Aufgehobener Ton, {size}</translation>
    </message>
</context>
<context>
    <name>BackupLine</name>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Cancel the backup</source>
        <translation>Sicherung abbrechen</translation>
    </message>
    <message>
        <source>{doing} – {percent} %</source>
        <translation>{doing} – {percent} %</translation>
    </message>
    <message>
        <source>Backing up to {name}</source>
        <translation>Sicherung nach {name}</translation>
    </message>
    <message>
        <source>Looking into {name}</source>
        <translation>{name} wird angesehen</translation>
    </message>
    <message>
        <source>Setting aside what is here now</source>
        <translation>Was jetzt hier ist, wird beiseitegelegt</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird wiederhergestellt</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Attachment; Delete removes it</source>
        <translation>Anhang; Entf entfernt ihn</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>Another one, in Settings…</source>
        <translation>Ein anderes, in den Einstellungen …</translation>
    </message>
</context>
<context>
    <name>CodeSaving</name>
    <message>
        <source>Save code as…</source>
        <translation>Code sichern unter …</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything</source>
        <translation>Frage stellen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <translation>Zum Anhängen ablegen</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen …</translation>
    </message>
    <message>
        <source>Saved prompts…</source>
        <translation>Gespeicherte Vorlagen …</translation>
    </message>
    <message>
        <source>Save as a prompt…</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Find conversations</source>
        <translation>Gespräche finden</translation>
    </message>
    <message>
        <source>Conversations to export</source>
        <translation>Gespräche zum Exportieren</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>All that are found</source>
        <translation>Alle gefundenen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine wählen</translation>
    </message>
    <message>
        <source>Of those that are found, none</source>
        <translation>Von den gefundenen keine</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation>1 Gespräch</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation chosen</source>
        <translation>1 Gespräch gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations chosen</source>
        <translation>
            <numerusform>%n Gespräch gewählt</numerusform>
            <numerusform>%n Gespräche gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting, next in line</source>
        <translation>wartet, kommt als Nächstes</translation>
    </message>
    <message>
        <source>waiting, 1 before it</source>
        <translation>wartet, 1 davor</translation>
    </message>
    <message numerus="yes">
        <source>waiting, %n before it</source>
        <translation>
            <numerusform>wartet, %n davor</numerusform>
            <numerusform>wartet, %n davor</numerusform>
        </translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>1 damaged event skipped</source>
        <translation>1 beschädigtes Ereignis übergangen</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged events skipped</source>
        <translation>
            <numerusform>%n beschädigtes Ereignis übergangen</numerusform>
            <numerusform>%n beschädigte Ereignisse übergangen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DemoCard</name>
    <message>
        <source>Just listen</source>
        <translation>Nur zuhören</translation>
    </message>
    <message>
        <source>A short tour with prepared answers and the voice that is built in. No key, no network, nothing is sent anywhere.</source>
        <translation>Ein kurzer Rundgang mit vorbereiteten Antworten und der eingebauten Stimme. Ohne Schlüssel, ohne Netz, nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Vorführung starten</translation>
    </message>
    <message>
        <source>Hear Aloud without a key (Enter)</source>
        <translation>Aloud ohne Schlüssel hören (Eingabe)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Your message</source>
        <translation>Ihre Nachricht</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>Diese Antwort</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies all of this</source>
        <translation>Kopiert all dies</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this (Esc)</source>
        <translation>Schließt dies (Esc)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>{0} words, {1} characters</source>
        <translation>{0} Wörter, {1} Zeichen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>Erstes Wort</translation>
    </message>
    <message>
        <source>First sound</source>
        <translation>Erster Ton</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Ganze Antwort</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>Gesendete Token</translation>
    </message>
    <message>
        <source>From the cache</source>
        <translation>Aus dem Zwischenspeicher</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <translation>Geschriebene Token</translation>
    </message>
    <message>
        <source>For reasoning</source>
        <translation>Für das Nachdenken</translation>
    </message>
    <message>
        <source>{0} by the prices of {1}</source>
        <translation>{0} nach den Preisen vom {1}</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>System default</source>
        <translation>Standard des Systems</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (nicht verbunden)</translation>
    </message>
</context>
<context>
    <name>EditStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the edit</source>
        <translation>Bearbeiten abbrechen</translation>
    </message>
    <message>
        <source>A new version of your question</source>
        <translation>Eine neue Fassung Ihrer Frage</translation>
    </message>
    <message>
        <source>Leave the question as it was ({key})</source>
        <translation>Die Frage lassen, wie sie war ({key})</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Ask, and leave no trace here.</source>
        <translation>Fragen Sie, ohne hier Spuren zu hinterlassen.</translation>
    </message>
    <message>
        <source>Nothing that is said here is kept on this computer: no text, no sound, no title.
What the server keeps is the server&apos;s affair.</source>
        <translation>Nichts von hier wird auf diesem Computer aufbewahrt: kein Text, kein Ton, kein Titel.
Was der Server behält, ist dessen Sache.</translation>
    </message>
    <message>
        <source>Ask, and listen.</source>
        <translation>Fragen und zuhören.</translation>
    </message>
    <message>
        <source>The answer is read to you while it is being written.
{key} silences it; the text stays.</source>
        <translation>Die Antwort wird vorgelesen, während sie entsteht.
{key} macht sie stumm; der Text bleibt.</translation>
    </message>
    <message>
        <source>Ask, and read.</source>
        <translation>Fragen und lesen.</translation>
    </message>
    <message>
        <source>The answer grows here while it is being written.
{key} stops it; what was written stays.</source>
        <translation>Die Antwort wächst hier, während sie entsteht.
{key} beendet sie; das Geschriebene bleibt.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unvollendet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>cut off at the token limit</source>
        <translation>an der Token-Grenze abgeschnitten</translation>
    </message>
    <message>
        <source>ended by the server&apos;s content filter</source>
        <translation>vom Inhaltsfilter des Servers beendet</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Überlegungen</translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>Werkzeugergebnis</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>version {index} of {count}</source>
        <translation>Fassung {index} von {count}</translation>
    </message>
    <message>
        <source>%Y-%m-%d %H:%M</source>
        <translation>%d.%m.%Y %H:%M</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>When each message was written, and by which model</source>
        <translation>Wann jede Nachricht geschrieben wurde und von welchem Modell</translation>
    </message>
    <message>
        <source>Reasoning, and what tools were asked and answered</source>
        <translation>Überlegungen, und was Werkzeuge gefragt wurden und antworteten</translation>
    </message>
    <message>
        <source>Every version of questions and answers, not only those that are shown</source>
        <translation>Jede Fassung der Fragen und Antworten, nicht nur die gezeigten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Exports nothing (Esc)</source>
        <translation>Exportiert nichts (Esc)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Asks where to</source>
        <translation>Fragt, wohin</translation>
    </message>
    <message>
        <source>The messages selected</source>
        <translation>Die ausgewählten Nachrichten</translation>
    </message>
    <message>
        <source>The open conversation</source>
        <translation>Das offene Gespräch</translation>
    </message>
    <message>
        <source>Chosen conversations</source>
        <translation>Gewählte Gespräche</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML, for any browser</source>
        <translation>HTML, für jeden Browser</translation>
    </message>
    <message>
        <source>PDF, set like the page</source>
        <translation>PDF, gesetzt wie die Seite</translation>
    </message>
    <message>
        <source>JSON, all there is</source>
        <translation>JSON, alles, was da ist</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>JSON has whole conversations only.</source>
        <translation>JSON enthält nur ganze Gespräche.</translation>
    </message>
    <message>
        <source>With kept sound ({size})</source>
        <translation>Mit aufgehobenem Ton ({size})</translation>
    </message>
    <message>
        <source>One file with all versions, times, pictures and saved prompts. Aloud can import it.</source>
        <translation>Eine Datei mit allen Fassungen, Zeiten, Bildern und gespeicherten Prompts. Aloud kann sie importieren.</translation>
    </message>
    <message>
        <source>One file with all versions, times, tokens and pictures. Aloud can import it.</source>
        <translation>Eine Datei mit allen Fassungen, Zeiten, Token und Bildern. Aloud kann sie importieren.</translation>
    </message>
    <message>
        <source>A folder with one file for each conversation.</source>
        <translation>Ein Ordner mit einer Datei für jedes Gespräch.</translation>
    </message>
    <message>
        <source>One file, pictures in it.</source>
        <translation>Eine Datei mit den Bildern darin.</translation>
    </message>
    <message>
        <source>One file.</source>
        <translation>Eine Datei.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>ExportLine</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open what was exported</source>
        <translation>Das Exportierte öffnen</translation>
    </message>
    <message>
        <source>Exporting {name} – {percent} %</source>
        <translation>{name} wird exportiert – {percent} %</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>{name} wurde exportiert.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export here</source>
        <translation>Hier exportieren</translation>
    </message>
    <message>
        <source>In which folder shall “{name}” be made?</source>
        <translation>In welchem Ordner soll „{name}“ entstehen?</translation>
    </message>
    <message>
        <source>Export as…</source>
        <translation>Exportieren als …</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>Groß und klein unterscheiden</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>é=e</source>
        <translation>é=e</translation>
    </message>
    <message>
        <source>Ignore accents</source>
        <translation>Akzente nicht beachten</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>{0} (Shift+F3)</source>
        <translation>{0} (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>{0} (F3)</source>
        <translation>{0} (F3)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>{0} (Esc)</source>
        <translation>{0} (Esc)</translation>
    </message>
    <message>
        <source>{0} so far</source>
        <translation>bisher {0}</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>Hear the answer while it is being written.</source>
        <translation>Die Antwort hören, während sie geschrieben wird.</translation>
    </message>
    <message>
        <source>Choose how Aloud should answer. You can change this at any time in Settings.</source>
        <translation>Wählen Sie, wie Aloud antworten soll. Das lässt sich jederzeit in den Einstellungen ändern.</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>the end of the file, which is cut off or damaged</source>
        <translation>das Ende der Datei, die abgeschnitten oder beschädigt ist</translation>
    </message>
    <message>
        <source>1 message by “{name}”</source>
        <translation>1 Nachricht von „{name}“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages by “{name}”</source>
        <translation>
            <numerusform>%Ln Nachricht von „{name}“</numerusform>
            <numerusform>%Ln Nachrichten von „{name}“</numerusform>
        </translation>
    </message>
    <message>
        <source>1 piece of the unknown kind “{name}”</source>
        <translation>1 Stück der unbekannten Art „{name}“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces of the unknown kind “{name}”</source>
        <translation>
            <numerusform>%Ln Stück der unbekannten Art „{name}“</numerusform>
            <numerusform>%Ln Stücke der unbekannten Art „{name}“</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>the words of 1 document</source>
        <translation>die Wörter von 1 Dokument</translation>
    </message>
    <message numerus="yes">
        <source>the words of %Ln documents</source>
        <translation>
            <numerusform>die Wörter von %Ln Dokument</numerusform>
            <numerusform>die Wörter von %Ln Dokumenten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 recording</source>
        <translation>1 Aufnahme</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recordings</source>
        <translation>
            <numerusform>%Ln Aufnahme</numerusform>
            <numerusform>%Ln Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 Video</translation>
    </message>
    <message numerus="yes">
        <source>%Ln videos</source>
        <translation>
            <numerusform>%Ln Video</numerusform>
            <numerusform>%Ln Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>instructions for the model, once</source>
        <translation>Anweisungen an das Modell, einmal</translation>
    </message>
    <message numerus="yes">
        <source>instructions for the model, %Ln times</source>
        <translation>
            <numerusform>Anweisungen an das Modell, %Ln-mal</numerusform>
            <numerusform>Anweisungen an das Modell, %Ln-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>1 list of sources</source>
        <translation>1 Liste von Quellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists of sources</source>
        <translation>
            <numerusform>%Ln Liste von Quellen</numerusform>
            <numerusform>%Ln Listen von Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 damaged message</source>
        <translation>1 beschädigte Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged messages</source>
        <translation>
            <numerusform>%Ln beschädigte Nachricht</numerusform>
            <numerusform>%Ln beschädigte Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 damaged prompt</source>
        <translation>1 beschädigter Prompt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged prompts</source>
        <translation>
            <numerusform>%Ln beschädigter Prompt</numerusform>
            <numerusform>%Ln beschädigte Prompts</numerusform>
        </translation>
    </message>
    <message>
        <source>the folder of 1 conversation (the file does not name it)</source>
        <translation>der Ordner von 1 Gespräch (die Datei nennt ihn nicht)</translation>
    </message>
    <message numerus="yes">
        <source>the folders of %Ln conversations (the file does not name them)</source>
        <translation>
            <numerusform>der Ordner von %Ln Gespräch (die Datei nennt ihn nicht)</numerusform>
            <numerusform>die Ordner von %Ln Gesprächen (die Datei nennt sie nicht)</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>1 Schlagwort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln Schlagwort</numerusform>
            <numerusform>%Ln Schlagwörter</numerusform>
        </translation>
    </message>
    <message>
        <source>the place of 1 message, which stands at the beginning now</source>
        <translation>der Platz von 1 Nachricht, die jetzt am Anfang steht</translation>
    </message>
    <message numerus="yes">
        <source>the places of %Ln messages, which stand at the beginning now</source>
        <translation>
            <numerusform>der Platz von %Ln Nachricht, die jetzt am Anfang steht</numerusform>
            <numerusform>die Plätze von %Ln Nachrichten, die jetzt am Anfang stehen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation that is empty or damaged</source>
        <translation>1 Gespräch, das leer oder beschädigt ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations that are empty or damaged</source>
        <translation>
            <numerusform>%Ln Gespräch, das leer oder beschädigt ist</numerusform>
            <numerusform>%Ln Gespräche, die leer oder beschädigt sind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>You are a helpful assistant who answers briefly.</source>
        <translation>Du bist ein hilfreicher Assistent und antwortest knapp.</translation>
    </message>
    <message>
        <source>Show the answer as it is written</source>
        <translation>Antwort zeigen, während sie entsteht</translation>
    </message>
    <message>
        <source>Tell the model how much was heard</source>
        <translation>Dem Modell sagen, wie viel gehört wurde</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light or dark, or as the system is</source>
        <translation>Hell oder dunkel oder wie das System</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>The language of menus, buttons and notices</source>
        <translation>Die Sprache von Menüs, Knöpfen und Hinweisen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language is in force when Aloud is started again.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start von Aloud.</translation>
    </message>
    <message>
        <source>What the model is told before each conversation</source>
        <translation>Was dem Modell vor jedem Gespräch gesagt wird</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemanweisung</translation>
    </message>
    <message>
        <source>Sent at the head of each conversation. Empty sends none.</source>
        <translation>Wird jedem Gespräch vorangestellt. Leer: keine.</translation>
    </message>
    <message>
        <source>Off: the answer is shown and spoken when the whole of it has come</source>
        <translation>Aus: Die Antwort wird gezeigt und gesprochen, wenn sie ganz da ist</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Mitschreiben</translation>
    </message>
    <message>
        <source>On: the next question says at which word the voice was stopped, and the rest is not sent</source>
        <translation>An: Die nächste Frage nennt das Wort, bei dem die Stimme gestoppt wurde; der Rest wird nicht gesendet</translation>
    </message>
    <message>
        <source>Stopped answers</source>
        <translation>Gestoppte Antworten</translation>
    </message>
    <message>
        <source>“Go on” then goes on behind the last word you heard. What you only read, the model forgets.</source>
        <translation>„Weiter“ macht dann hinter dem letzten gehörten Wort weiter. Was Sie nur gelesen haben, vergisst das Modell.</translation>
    </message>
    <message>
        <source>The system prompt is longer than {limit} characters.</source>
        <translation>Die Systemanweisung ist länger als {limit} Zeichen.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Conversations and settings</source>
        <translation>Gespräche und Einstellungen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Wer spricht</translation>
    </message>
    <message>
        <source>Running work</source>
        <translation>Was gerade läuft</translation>
    </message>
    <message>
        <source>1 running</source>
        <translation>1 läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>What is running, and the way to stop it</source>
        <translation>Was läuft, und wie man es anhält</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Pico, on this machine</source>
        <translation>Pico, auf diesem Rechner</translation>
    </message>
    <message>
        <source>eSpeak, on this machine</source>
        <translation>eSpeak, auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>HeardMarks</name>
    <message>
        <source>Go on reading</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Heard up to here</source>
        <translation>Bis hier gehört</translation>
    </message>
    <message>
        <source>Heard up to here. Go on reading ({key})</source>
        <translation>Bis hier gehört. Weiterlesen ({key})</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Keep what is pinned or in a folder</source>
        <translation>Behalten, was angeheftet ist oder in einem Ordner liegt</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>Looks into a backup, and then asks</source>
        <translation>Sieht in eine Sicherung hinein und fragt dann</translation>
    </message>
    <message>
        <source>Delete all conversations…</source>
        <translation>Alle Gespräche löschen …</translation>
    </message>
    <message>
        <source>Off: a conversation is called by its first words</source>
        <translation>Aus: Ein Gespräch heißt nach seinen ersten Wörtern</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Made by the model</source>
        <translation>Vom Modell gegeben</translation>
    </message>
    <message>
        <source>It is asked once, behind the first answer. A title that you write yourself stays.</source>
        <translation>Es wird einmal gefragt, nach der ersten Antwort. Ein Titel, den Sie selbst schreiben, bleibt.</translation>
    </message>
    <message>
        <source>On: however old they are</source>
        <translation>An: wie alt sie auch sind</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Writes all conversations into one file</source>
        <translation>Schreibt alle Gespräche in eine Datei</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>One file, with sound and settings if you like. Keys are never in it.</source>
        <translation>Eine Datei, auf Wunsch mit Ton und Einstellungen. Schlüssel sind nie darin.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt vorher</translation>
    </message>
    <message>
        <source>Conversations, drafts and sound, and the copies of them that Aloud made itself.</source>
        <translation>Gespräche, Entwürfe und Ton, und die Kopien davon, die Aloud selbst gemacht hat.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import conversations</source>
        <translation>Gespräche importieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>What was found, line by line</source>
        <translation>Was gefunden wurde, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copies all of it</source>
        <translation>Kopiert alles davon</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Chooses another file</source>
        <translation>Wählt eine andere Datei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Imports nothing (Esc)</source>
        <translation>Importiert nichts (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this (Esc)</source>
        <translation>Schließt dies (Esc)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Adds them to your conversations (Enter)</source>
        <translation>Fügt sie Ihren Gesprächen hinzu (Enter)</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>There is nothing new in it to import.</source>
        <translation>Darin ist nichts Neues zu importieren.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert …</translation>
    </message>
    <message>
        <source>Taking back what was imported so far…</source>
        <translation>Das bisher Importierte wird zurückgenommen …</translation>
    </message>
    <message>
        <source>They stand in the list at their own times.</source>
        <translation>Sie stehen in der Liste zu ihren eigenen Zeiten.</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>1 conversation</source>
        <translation>1 Gespräch</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln Gespräch</numerusform>
            <numerusform>%Ln Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts and drafts from {program}</source>
        <translation>Prompts und Entwürfe aus {program}</translation>
    </message>
    <message>
        <source>{conversations} from {program}</source>
        <translation>{conversations} aus {program}</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Imported {conversations}</source>
        <translation>{conversations} importiert</translation>
    </message>
    <message>
        <source>The file breaks off or is damaged. What stands before that place can be imported.</source>
        <translation>Die Datei bricht ab oder ist beschädigt. Was vor dieser Stelle steht, lässt sich importieren.</translation>
    </message>
    <message>
        <source>What was begun on the empty page is in the message box.</source>
        <translation>Was auf der leeren Seite begonnen war, steht im Nachrichtenfeld.</translation>
    </message>
    <message>
        <source>Not taken along: {list}.</source>
        <translation>Nicht mitgenommen: {list}.</translation>
    </message>
    <message>
        <source>What was not understood or is not in the file:</source>
        <translation>Was nicht verstanden wurde oder nicht in der Datei ist:</translation>
    </message>
    <message>
        <source>Conversation by conversation:</source>
        <translation>Gespräch für Gespräch:</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>What was begun on the empty page comes into the message box.</source>
        <translation>Was auf der leeren Seite begonnen war, kommt in das Nachrichtenfeld.</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>{messages}, {pictures}</source>
        <translation>{messages}, {pictures}</translation>
    </message>
    <message>
        <source>{messages}.</source>
        <translation>{messages}.</translation>
    </message>
    <message>
        <source>{messages}, of {day}.</source>
        <translation>{messages}, vom {day}.</translation>
    </message>
    <message>
        <source>{messages}, from {oldest} to {newest}.</source>
        <translation>{messages}, von {oldest} bis {newest}.</translation>
    </message>
    <message>
        <source>1 saved prompt comes along.</source>
        <translation>1 gespeicherter Prompt kommt mit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved prompts come along.</source>
        <translation>
            <numerusform>%Ln gespeicherter Prompt kommt mit.</numerusform>
            <numerusform>%Ln gespeicherte Prompts kommen mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 saved prompt came along.</source>
        <translation>1 gespeicherter Prompt kam mit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved prompts came along.</source>
        <translation>
            <numerusform>%Ln gespeicherter Prompt kam mit.</numerusform>
            <numerusform>%Ln gespeicherte Prompts kamen mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The kept sound of 1 phrase comes along, if there is room for it.</source>
        <translation>Der aufgehobene Ton von 1 Satz kommt mit, wenn Platz dafür ist.</translation>
    </message>
    <message numerus="yes">
        <source>The kept sound of %Ln phrases comes along, as far as there is room for it.</source>
        <translation>
            <numerusform>Der aufgehobene Ton von %Ln Satz kommt mit, soweit Platz dafür ist.</numerusform>
            <numerusform>Der aufgehobene Ton von %Ln Sätzen kommt mit, soweit Platz dafür ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The kept sound of 1 phrase came along.</source>
        <translation>Der aufgehobene Ton von 1 Satz kam mit.</translation>
    </message>
    <message numerus="yes">
        <source>The kept sound of %Ln phrases came along.</source>
        <translation>
            <numerusform>Der aufgehobene Ton von %Ln Satz kam mit.</numerusform>
            <numerusform>Der aufgehobene Ton von %Ln Sätzen kam mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>That of 1 phrase was left out: there is no room for it (Settings, History).</source>
        <translation>Der von 1 Satz blieb weg: Dafür ist kein Platz (Einstellungen, Verlauf).</translation>
    </message>
    <message numerus="yes">
        <source>That of %Ln phrases was left out: there is no room for it (Settings, History).</source>
        <translation>
            <numerusform>Der von %Ln Satz blieb weg: Dafür ist kein Platz (Einstellungen, Verlauf).</numerusform>
            <numerusform>Der von %Ln Sätzen blieb weg: Dafür ist kein Platz (Einstellungen, Verlauf).</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation is new.</source>
        <translation>1 Gespräch ist neu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations are new.</source>
        <translation>
            <numerusform>%Ln Gespräch ist neu.</numerusform>
            <numerusform>%Ln Gespräche sind neu.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is here already and has new messages.</source>
        <translation>1 ist schon da und hat neue Nachrichten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already and have new messages.</source>
        <translation>
            <numerusform>%Ln ist schon da und hat neue Nachrichten.</numerusform>
            <numerusform>%Ln sind schon da und haben neue Nachrichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is here already, with all its messages.</source>
        <translation>1 ist schon da, mit allen Nachrichten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already, with all their messages.</source>
        <translation>
            <numerusform>%Ln ist schon da, mit allen Nachrichten.</numerusform>
            <numerusform>%Ln sind schon da, mit allen Nachrichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 of them went on here: what is new becomes a branch beside it.</source>
        <translation>1 davon ging hier weiter: Das Neue wird ein Zweig daneben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them went on here: what is new becomes a branch beside it.</source>
        <translation>
            <numerusform>%Ln davon ging hier weiter: Das Neue wird ein Zweig daneben.</numerusform>
            <numerusform>%Ln davon gingen hier weiter: Das Neue wird jeweils ein Zweig daneben.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message that was deleted here stays deleted.</source>
        <translation>1 hier gelöschte Nachricht bleibt gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages that were deleted here stay deleted.</source>
        <translation>
            <numerusform>%Ln hier gelöschte Nachricht bleibt gelöscht.</numerusform>
            <numerusform>%Ln hier gelöschte Nachrichten bleiben gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import conversations</source>
        <translation>Gespräche importieren</translation>
    </message>
    <message>
        <source>Exports of conversations (*.json *.zip)</source>
        <translation>Exporte von Gesprächen (*.json *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>Hineinsehen</translation>
    </message>
</context>
<context>
    <name>KeepingRow</name>
    <message>
        <source>Older ones are deleted when the program starts and once a day; their sound goes with them</source>
        <translation>Ältere werden beim Start des Programms und einmal am Tag gelöscht; ihr Ton geht mit</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Keep for ever</source>
        <translation>Für immer behalten</translation>
    </message>
    <message>
        <source>None is that old now. Age counts from the last message.</source>
        <translation>Keines ist jetzt so alt. Das Alter zählt ab der letzten Nachricht.</translation>
    </message>
    <message numerus="yes">
        <source>On OK %n conversations are deleted for good.</source>
        <translation>
            <numerusform>Mit OK wird %n Gespräch endgültig gelöscht.</numerusform>
            <numerusform>Mit OK werden %n Gespräche endgültig gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>On OK one conversation is deleted for good.</source>
        <translation>Mit OK wird ein Gespräch endgültig gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>Of them %n are in the archive.</source>
        <translation>
            <numerusform>Davon liegt %n im Archiv.</numerusform>
            <numerusform>Davon liegen %n im Archiv.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them is in the archive.</source>
        <translation>Eines davon liegt im Archiv.</translation>
    </message>
    <message>
        <source>Counting what would go…</source>
        <translation>Zählt, was ginge …</translation>
    </message>
    <message>
        <source>Delete after a year</source>
        <translation>Nach einem Jahr löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete after %n days</source>
        <translation>
            <numerusform>Nach %n Tag löschen</numerusform>
            <numerusform>Nach %n Tagen löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptSoundRow</name>
    <message>
        <source>What was heard once can be heard again at once, without the server and its costs</source>
        <translation>Einmal Gehörtes ist sofort wieder zu hören, ohne den Server und seine Kosten</translation>
    </message>
    <message>
        <source>Kept sound</source>
        <translation>Aufgehobener Ton</translation>
    </message>
    <message>
        <source>At most {size}</source>
        <translation>Höchstens {size}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep the kept sound</source>
        <translation>Aufgehobenen Ton behalten</translation>
    </message>
    <message>
        <source>Remove kept sound</source>
        <translation>Aufgehobenen Ton entfernen</translation>
    </message>
    <message>
        <source>Leaves the sound where it is</source>
        <translation>Lässt den Ton, wo er ist</translation>
    </message>
    <message>
        <source>Takes the sound of all messages from the disk on OK; their text stays</source>
        <translation>Nimmt mit OK den Ton aller Nachrichten von der Platte; ihr Text bleibt</translation>
    </message>
    <message>
        <source>Removed on OK.</source>
        <translation>Wird mit OK entfernt.</translation>
    </message>
    <message>
        <source>Nothing is kept now.</source>
        <translation>Zurzeit ist nichts aufgehoben.</translation>
    </message>
    <message>
        <source>{size} are used now. What was not heard for the longest time goes first.</source>
        <translation>Zurzeit belegt: {size}. Was am längsten nicht gehört wurde, weicht zuerst.</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>OpenAI key</source>
        <translation>OpenAI-Schlüssel</translation>
    </message>
    <message>
        <source>Paste a key. It is checked now and kept in this system&apos;s keyring, never in a file.</source>
        <translation>Fügen Sie einen Schlüssel ein. Er wird jetzt geprüft und im Schlüsselbund dieses Systems aufbewahrt, nie in einer Datei.</translation>
    </message>
    <message>
        <source>A key from platform.openai.com</source>
        <translation>Ein Schlüssel von platform.openai.com</translation>
    </message>
    <message>
        <source>Check and start</source>
        <translation>Prüfen und starten</translation>
    </message>
    <message>
        <source>Checks the key with OpenAI (Enter)</source>
        <translation>Prüft den Schlüssel bei OpenAI (Eingabe)</translation>
    </message>
    <message>
        <source>Paste a key first.</source>
        <translation>Fügen Sie zuerst einen Schlüssel ein.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key…</source>
        <translation>Taste drücken …</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Press it, then press the key</source>
        <translation>Anklicken, dann die Taste drücken</translation>
    </message>
    <message>
        <source>Reset: {key}</source>
        <translation>Zurücksetzen: {key}</translation>
    </message>
    <message>
        <source>Back to {key}</source>
        <translation>Zurück zu {key}</translation>
    </message>
    <message>
        <source>Remove: {key}</source>
        <translation>Entfernen: {key}</translation>
    </message>
    <message>
        <source>No key does this</source>
        <translation>Keine Taste tut dies</translation>
    </message>
    <message>
        <source>Tab leaves it as it was.</source>
        <translation>Tab lässt es, wie es war.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Stop speech</source>
        <translation>Sprache stoppen</translation>
    </message>
    <message>
        <source>Press to change. While nothing is said, the same key stops the reply.</source>
        <translation>Zum Ändern drücken. Solange nichts gesprochen wird, beendet dieselbe Taste die Antwort.</translation>
    </message>
    <message>
        <source>While the keyboard is in the page of the conversation.</source>
        <translation>Solange die Tastatur auf der Gesprächsseite ist.</translation>
    </message>
    <message>
        <source>{action} key</source>
        <translation>Taste: {action}</translation>
    </message>
    <message>
        <source>While the keyboard is in the message box.</source>
        <translation>Solange die Tastatur im Eingabefeld ist.</translation>
    </message>
    <message>
        <source>Stop speech, anywhere</source>
        <translation>Sprache stoppen, überall</translation>
    </message>
    <message>
        <source>Silences the speech whatever program you are in.</source>
        <translation>Macht die Sprache stumm, in welchem Programm Sie auch sind.</translation>
    </message>
    <message>
        <source>Stop speech key in any program</source>
        <translation>Taste zum Stoppen in jedem Programm</translation>
    </message>
    <message>
        <source>Choose a key.</source>
        <translation>Wählen Sie eine Taste.</translation>
    </message>
    <message>
        <source>That key is taken: “{what}”.</source>
        <translation>Diese Taste ist vergeben: „{what}“.</translation>
    </message>
    <message>
        <source>That key is needed for typing.</source>
        <translation>Diese Taste wird zum Schreiben gebraucht.</translation>
    </message>
    <message>
        <source>Other programs need that key. Press it together with Ctrl or Alt.</source>
        <translation>Andere Programme brauchen diese Taste. Drücken Sie sie zusammen mit Strg oder Alt.</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation>Zeile umbrechen</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>Voice for {language}</source>
        <translation>Stimme für {language}</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Remove {language}</source>
        <translation>{language} entfernen</translation>
    </message>
    <message>
        <source>Who says what is in this language</source>
        <translation>Wer spricht, was in dieser Sprache ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop the voice for {language}</source>
        <translation>Stimme für {language} stoppen</translation>
    </message>
    <message>
        <source>Try the voice for {language}</source>
        <translation>Stimme für {language} hören</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Says a sentence in this voice</source>
        <translation>Spricht einen Satz mit dieser Stimme</translation>
    </message>
    <message>
        <source>Choose a voice, or remove the language.</source>
        <translation>Wählen Sie eine Stimme, oder entfernen Sie die Sprache.</translation>
    </message>
    <message>
        <source>A name has at most {limit} characters.</source>
        <translation>Ein Name hat höchstens {limit} Zeichen.</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Say each phrase in a voice for its language</source>
        <translation>Jeden Satz mit einer Stimme seiner Sprache sprechen</translation>
    </message>
    <message>
        <source>Puts the language on the list, with a voice that speaks it</source>
        <translation>Setzt die Sprache auf die Liste, mit einer Stimme, die sie spricht</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the language</source>
        <translation>Sprache hinzufügen</translation>
    </message>
    <message>
        <source>Off: the chosen voice says everything, as well as it can</source>
        <translation>Aus: Die gewählte Stimme spricht alles, so gut sie kann</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>Andere Sprachen</translation>
    </message>
    <message>
        <source>A language that shall have a voice of its own</source>
        <translation>Eine Sprache, die eine eigene Stimme haben soll</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Eine Sprache hinzufügen</translation>
    </message>
    <message>
        <source>{server} speaks every language by itself. One that is listed here is said by the voice beside it.</source>
        <translation>{server} spricht von sich aus jede Sprache. Was hier steht, spricht die Stimme daneben.</translation>
    </message>
    <message>
        <source>What your voice does not speak is said by a built-in voice, or by espeak-ng where it is here.</source>
        <translation>Was Ihre Stimme nicht spricht, sagt eine eingebaute Stimme oder, wo vorhanden, espeak-ng.</translation>
    </message>
    <message>
        <source>Choose a language</source>
        <translation>Sprache wählen</translation>
    </message>
    <message>
        <source>Its usual voice</source>
        <translation>Ihre übliche Stimme</translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Read message</source>
        <translation>Nachricht vorlesen</translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation>Ton sichern unter …</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Neu antworten</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Als Text zeigen</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Quelltext zeigen</translation>
    </message>
    <message>
        <source>Branch from here</source>
        <translation>Hier abzweigen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Version {0} of {1}</source>
        <translation>Fassung {0} von {1}</translation>
    </message>
    <message>
        <source>Answer again with</source>
        <translation>Neu antworten mit</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>What can be done with this message</source>
        <translation>Was mit dieser Nachricht möglich ist</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>The answer was cut short: it became too long.</source>
        <translation>Die Antwort wurde abgeschnitten: Sie wurde zu lang.</translation>
    </message>
    <message>
        <source>The server&apos;s content filter ended the answer.</source>
        <translation>Der Inhaltsfilter des Servers hat die Antwort beendet.</translation>
    </message>
    <message>
        <source>The answer is ready.</source>
        <translation>Die Antwort ist da.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell when one is there and the window is not in front</source>
        <translation>Melden, wenn eine da ist und das Fenster nicht vorn ist</translation>
    </message>
    <message>
        <source>Show its first words</source>
        <translation>Ihre ersten Wörter zeigen</translation>
    </message>
    <message>
        <source>Send the answer&apos;s text, too</source>
        <translation>Auch den Text der Antwort senden</translation>
    </message>
    <message>
        <source>The system shows them, and holds them back where you are not to be disturbed</source>
        <translation>Das System zeigt sie und hält sie zurück, wo Sie nicht gestört werden wollen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Off: the notification names the conversation and says that the answer is ready</source>
        <translation>Aus: Die Benachrichtigung nennt das Gespräch und sagt, dass die Antwort da ist</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>Erste Wörter</translation>
    </message>
    <message>
        <source>An address of a program of yours that is told of the same answers</source>
        <translation>Adresse eines eigenen Programms, dem dieselben Antworten gemeldet werden</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Gets the conversation&apos;s title and id, and how the answer ended, by POST. Empty: nobody is told.</source>
        <translation>Erhält per POST Titel und Kennung des Gesprächs und wie die Antwort endete. Leer: Niemand erfährt es.</translation>
    </message>
    <message>
        <source>Off: what the answer says stays on this computer</source>
        <translation>Aus: Was die Antwort sagt, bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Text for the webhook</source>
        <translation>Text für den Webhook</translation>
    </message>
    <message>
        <source>An address looks like https://host/path.</source>
        <translation>Eine Adresse sieht aus wie https://host/pfad.</translation>
    </message>
    <message>
        <source>A name or password does not belong into the address.</source>
        <translation>Name oder Passwort gehören nicht in die Adresse.</translation>
    </message>
    <message>
        <source>Only https addresses are told, or http ones on this computer (localhost).</source>
        <translation>Gemeldet wird nur an https-Adressen oder an http auf diesem Computer (localhost).</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All actions</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>No action is called so.</source>
        <translation>So heißt kein Befehl.</translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>Actions</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>PromptMenu</name>
    <message>
        <source>Saved prompts</source>
        <translation>Gespeicherte Vorlagen</translation>
    </message>
    <message>
        <source>Edit saved prompts…</source>
        <translation>Vorlagen bearbeiten …</translation>
    </message>
    <message>
        <source>Save a prompt…</source>
        <translation>Vorlage speichern …</translation>
    </message>
</context>
<context>
    <name>PromptsDialog</name>
    <message>
        <source>Saved prompts</source>
        <translation>Gespeicherte Vorlagen</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Its name, such as Translate</source>
        <translation>Ihr Name, etwa Übersetzen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Translate into {{language}}: {{text}}</source>
        <translation>Übersetze ins {{language}}: {{text}}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deletes this prompt</source>
        <translation>Löscht diese Vorlage</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>What stands in {{braces}} is a field: Tab goes from one to the next. Type / to use a prompt.</source>
        <translation>Was in {{braces}} steht, ist ein Feld: Tab geht von einem zum nächsten. Mit / wird eine Vorlage verwendet.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changes nothing (Esc)</source>
        <translation>Ändert nichts (Esc)</translation>
    </message>
</context>
<context>
    <name>ReaderTools</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Read selection</source>
        <translation>Auswahl vorlesen</translation>
    </message>
    <message>
        <source>Export the messages selected…</source>
        <translation>Ausgewählte Nachrichten exportieren …</translation>
    </message>
    <message>
        <source>Read from here</source>
        <translation>Ab hier vorlesen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Bring back the settings too</source>
        <translation>Auch die Einstellungen zurückholen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alles ersetzen</translation>
    </message>
    <message>
        <source>Bring in what is missing</source>
        <translation>Fehlendes hereinholen</translation>
    </message>
    <message>
        <source>Changes nothing else</source>
        <translation>Ändert sonst nichts</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changes nothing (Esc)</source>
        <translation>Ändert nichts (Esc)</translation>
    </message>
    <message>
        <source>The newest in it</source>
        <translation>Das Neueste darin</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Made {date} by Aloud {version}.</source>
        <translation>Gemacht am {date} von Aloud {version}.</translation>
    </message>
    <message>
        <source>{count}, with kept sound and settings.</source>
        <translation>{count}, mit Ton und Einstellungen.</translation>
    </message>
    <message>
        <source>{count}, with kept sound.</source>
        <translation>{count}, mit Ton.</translation>
    </message>
    <message>
        <source>{count}, with settings.</source>
        <translation>{count}, mit Einstellungen.</translation>
    </message>
    <message>
        <source>It holds the same conversations and messages that are here now.</source>
        <translation>Sie enthält dieselben Gespräche und Nachrichten, die jetzt hier sind.</translation>
    </message>
    <message>
        <source>Missing here: {count}.</source>
        <translation>Hier fehlt: {count}.</translation>
    </message>
    <message>
        <source>Only here, and not in the backup: {count}.</source>
        <translation>Nur hier und nicht in der Sicherung: {count}.</translation>
    </message>
    <message>
        <source>“Replace all” first sets aside what is here now, as a backup that is kept for 30 days.</source>
        <translation>„Alles ersetzen“ legt zuerst beiseite, was jetzt hier ist, als Sicherung, die 30 Tage bleibt.</translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation>1 Gespräch</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>{conversations}, {messages}</source>
        <translation>{conversations}, {messages}</translation>
    </message>
</context>
<context>
    <name>RowDrawer</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Folder&apos;s name</source>
        <translation>Name des Ordners</translation>
    </message>
</context>
<context>
    <name>SafekeepingScreen</name>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n conversations?</source>
        <translation>
            <numerusform>%n Gespräch löschen?</numerusform>
            <numerusform>Alle %n Gespräche löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the only conversation?</source>
        <translation>Das einzige Gespräch löschen?</translation>
    </message>
    <message>
        <source>Messages, drafts, folders and kept sound are gone for good, and so are the copies that Aloud made of them. Saved prompts and settings stay, and so do the files that you saved or backed up yourself.</source>
        <translation>Nachrichten, Entwürfe, Ordner und Ton sind endgültig fort, ebenso die Kopien, die Aloud davon gemacht hat. Gespeicherte Prompts und Einstellungen bleiben, und auch die Dateien, die Sie selbst gesichert haben.</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Backed up to {name}.</source>
        <translation>Gesichert nach {name}.</translation>
    </message>
    <message>
        <source>The backup was restored. What was here before is kept for 30 days as {name}.</source>
        <translation>Die Sicherung ist wiederhergestellt. Was vorher hier war, bleibt 30 Tage als {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages came in.</source>
        <translation>
            <numerusform>%n Nachricht kam herein.</numerusform>
            <numerusform>%n Nachrichten kamen herein.</numerusform>
        </translation>
    </message>
    <message>
        <source>One message came in.</source>
        <translation>Eine Nachricht kam herein.</translation>
    </message>
    <message>
        <source>Nothing was missing.</source>
        <translation>Es fehlte nichts.</translation>
    </message>
    <message>
        <source>Conversations are now kept for ever; Settings, History can change that.</source>
        <translation>Gespräche werden jetzt für immer behalten; unter Einstellungen, Verlauf lässt sich das ändern.</translation>
    </message>
    <message>
        <source>All conversations are gone.</source>
        <translation>Alle Gespräche sind fort.</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>Sicherungen (*.zip)</translation>
    </message>
</context>
<context>
    <name>SaidPage</name>
    <message>
        <source>What is said</source>
        <translation>Was gesprochen wird</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Say that it is there: “Code, Python, 24 lines”</source>
        <translation>Ansagen: „Code, Python, 24 Zeilen“</translation>
    </message>
    <message>
        <source>Read it line by line</source>
        <translation>Zeile für Zeile lesen</translation>
    </message>
    <message>
        <source>Code blocks</source>
        <translation>Codeblöcke</translation>
    </message>
    <message>
        <source>What is said of a block of code</source>
        <translation>Was von einem Codeblock gesprochen wird</translation>
    </message>
    <message>
        <source>“Read” beside a block reads it whatever is chosen here.</source>
        <translation>„Lesen“ neben einem Block liest ihn, was hier auch gewählt ist.</translation>
    </message>
    <message>
        <source>Read row by row</source>
        <translation>Reihe für Reihe lesen</translation>
    </message>
    <message>
        <source>Say that it is there, then read it</source>
        <translation>Ansagen, dann lesen</translation>
    </message>
    <message>
        <source>Say that it is there</source>
        <translation>Ansagen</translation>
    </message>
    <message>
        <source>What is said of a table; each cell is read behind its column&apos;s heading</source>
        <translation>Was von einer Tabelle gesprochen wird; jede Zelle nach der Überschrift ihrer Spalte</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Say “Quote” first</source>
        <translation>Zuerst „Zitat“ sagen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>What is said of a quotation set apart</source>
        <translation>Was von einem abgesetzten Zitat gesprochen wird</translation>
    </message>
    <message>
        <source>Read in words: “x squared”</source>
        <translation>In Worten lesen: „x Quadrat“</translation>
    </message>
    <message>
        <source>Say “formula”</source>
        <translation>„Formel“ sagen</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Formeln</translation>
    </message>
    <message>
        <source>What is said of mathematics</source>
        <translation>Was von Mathematik gesprochen wird</translation>
    </message>
    <message>
        <source>Say the site: “example.org”</source>
        <translation>Die Seite nennen: „example.org“</translation>
    </message>
    <message>
        <source>Read the whole address</source>
        <translation>Die ganze Adresse lesen</translation>
    </message>
    <message>
        <source>What is said of an address in the text; a link with words is said by its words</source>
        <translation>Was von einer Adresse im Text gesprochen wird; ein Link mit Worten durch seine Worte</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>Webadressen</translation>
    </message>
    <message>
        <source>Say what they show</source>
        <translation>Sagen, was sie zeigen</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>What is said of emoji</source>
        <translation>Was von Emoji gesprochen wird</translation>
    </message>
    <message>
        <source>The words that stand for a picture</source>
        <translation>Die Worte, die für ein Bild stehen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Say their descriptions</source>
        <translation>Ihre Beschreibungen sprechen</translation>
    </message>
    <message>
        <source>The number of each item of a numbered list</source>
        <translation>Die Nummer jedes Punkts einer nummerierten Liste</translation>
    </message>
    <message>
        <source>Numbered lists</source>
        <translation>Nummerierte Listen</translation>
    </message>
    <message>
        <source>Say the numbers</source>
        <translation>Die Nummern sprechen</translation>
    </message>
    <message>
        <source>Marks like [1] that point to a source or a footnote</source>
        <translation>Zeichen wie [1], die auf eine Quelle oder Fußnote verweisen</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Say their numbers</source>
        <translation>Ihre Nummern sprechen</translation>
    </message>
    <message>
        <source>Text that the answer wrote between tags</source>
        <translation>Text, den die Antwort zwischen Tags geschrieben hat</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Read the words between the tags</source>
        <translation>Die Worte zwischen den Tags lesen</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Alle Gespräche durchsuchen</translation>
    </message>
    <message>
        <source>Not understood: {0}</source>
        <translation>Nicht verstanden: {0}</translation>
    </message>
    <message>
        <source>More than {0}: the best of the newest</source>
        <translation>Mehr als {0}: die besten der neuesten</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>looked through without an index, which cannot be written now</source>
        <translation>ohne Index durchsucht, der gerade nicht geschrieben werden kann</translation>
    </message>
    <message>
        <source>still indexing: {0} %</source>
        <translation>Index wird noch erstellt: {0} %</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>&quot;two words&quot;</source>
        <translation>&quot;zwei Wörter&quot;</translation>
    </message>
    <message>
        <source>beside each other</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <source>-word</source>
        <translation>-Wort</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>ohne dieses Wort</translation>
    </message>
    <message>
        <source>who wrote it</source>
        <translation>wer es schrieb</translation>
    </message>
    <message>
        <source>answers of this model</source>
        <translation>Antworten dieses Modells</translation>
    </message>
    <message>
        <source>since when, until when</source>
        <translation>seit wann, bis wann</translation>
    </message>
    <message>
        <source>what is in it</source>
        <translation>was darin ist</translation>
    </message>
    <message>
        <source>in:holidays</source>
        <translation>in:Urlaub</translation>
    </message>
    <message>
        <source>in conversations or folders called so</source>
        <translation>in Gesprächen oder Ordnern dieses Namens</translation>
    </message>
    <message>
        <source>Tab  ↑ ↓  Enter</source>
        <translation>Tab  ↑ ↓  Enter</translation>
    </message>
    <message>
        <source>completes a filter, walks, goes there</source>
        <translation>ergänzt einen Filter, geht durch, springt hin</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>Conversation {0}</source>
        <translation>Gespräch {0}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>A server of your own</source>
        <translation>Ein eigener Server</translation>
    </message>
    <message>
        <source>Or any address that speaks the OpenAI API.</source>
        <translation>Oder jede Adresse, die die OpenAI-Schnittstelle spricht.</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Anderer …</translation>
    </message>
    <message>
        <source>Enter an address in Settings</source>
        <translation>Eine Adresse in den Einstellungen eingeben</translation>
    </message>
    <message>
        <source>{name} found on this machine</source>
        <translation>{name} auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>None found on this machine.</source>
        <translation>Auf diesem Rechner keiner gefunden.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Answers come from {url}</source>
        <translation>Antworten kommen von {url}</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Server and model</source>
        <translation>Server und Modell</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Refresh the models</source>
        <translation>Modelle erneuern</translation>
    </message>
    <message>
        <source>The server lists no models.</source>
        <translation>Der Server nennt keine Modelle.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>A server that speaks the OpenAI API, or the answers prepared in Aloud</source>
        <translation>Ein Server, der die OpenAI-Schnittstelle spricht, oder die in Aloud vorbereiteten Antworten</translation>
    </message>
    <message>
        <source>Answers from</source>
        <translation>Antworten von</translation>
    </message>
    <message>
        <source>Where the server is, as in https://host/v1</source>
        <translation>Wo der Server ist, wie in https://host/v1</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Choose from the server&apos;s list, or type a name</source>
        <translation>Aus der Liste des Servers wählen oder einen Namen eingeben</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Asks the server which models it has</source>
        <translation>Fragt den Server, welche Modelle er hat</translation>
    </message>
    <message>
        <source>How long one reply may become</source>
        <translation>Wie lang eine Antwort werden darf</translation>
    </message>
    <message>
        <source>Maximum reply tokens</source>
        <translation>Höchste Tokenzahl der Antwort</translation>
    </message>
    <message>
        <source>The server&apos;s limit</source>
        <translation>Die Grenze des Servers</translation>
    </message>
    <message>
        <source>How many replies one server is asked for at a time; further ones wait in line</source>
        <translation>Wie viele Antworten ein Server gleichzeitig geben soll; weitere warten</translation>
    </message>
    <message>
        <source>Replies at once</source>
        <translation>Antworten gleichzeitig</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>Ein Server</translation>
    </message>
    <message>
        <source>The demo</source>
        <translation>Die Vorführung</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Noch nicht gewählt</translation>
    </message>
    <message>
        <source>The name and password went to the key below, and will be kept with it.</source>
        <translation>Name und Passwort kamen zum Schlüssel unten und werden mit ihm aufbewahrt.</translation>
    </message>
    <message>
        <source>Read as {url}</source>
        <translation>Gelesen als {url}</translation>
    </message>
    <message>
        <source>A password does not stay in the address: it goes to the key below.</source>
        <translation>Ein Passwort bleibt nicht in der Adresse: Es kommt zum Schlüssel unten.</translation>
    </message>
    <message>
        <source>An address looks like https://host/v1.</source>
        <translation>Eine Adresse sieht aus wie https://host/v1.</translation>
    </message>
    <message>
        <source>A model&apos;s name has at most {limit} characters.</source>
        <translation>Der Name eines Modells hat höchstens {limit} Zeichen.</translation>
    </message>
    <message>
        <source>Name a model, or choose one from the list.</source>
        <translation>Nennen Sie ein Modell, oder wählen Sie eines aus der Liste.</translation>
    </message>
    <message>
        <source>A whole number from 1 to 1,000,000, or nothing for the server&apos;s limit.</source>
        <translation>Eine ganze Zahl von 1 bis 1.000.000, oder nichts für die Grenze des Servers.</translation>
    </message>
    <message>
        <source>A whole number from 1 to {most}.</source>
        <translation>Eine ganze Zahl von 1 bis {most}.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Closes and changes nothing (Esc)</source>
        <translation>Schließt und ändert nichts (Esc)</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Applies all of it</source>
        <translation>Wendet alles an</translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
</context>
<context>
    <name>SideHandle</name>
    <message>
        <source>Width of the conversations</source>
        <translation>Breite der Gespräche</translation>
    </message>
    <message>
        <source>Drag to make it wider or narrower; double-click for the usual width</source>
        <translation>Ziehen macht sie breiter oder schmaler; Doppelklick stellt die übliche Breite her</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>“{0}” has something to say</source>
        <translation>„{0}“ hat etwas zu sagen</translation>
    </message>
    <message>
        <source>Another conversation has something to say</source>
        <translation>Ein anderes Gespräch hat etwas zu sagen</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Nicht mehr angeheftet</translation>
    </message>
    <message>
        <source>Taken out of the archive</source>
        <translation>Aus dem Archiv genommen</translation>
    </message>
    <message>
        <source>Moved to the folder {0}</source>
        <translation>In den Ordner {0} gelegt</translation>
    </message>
    <message>
        <source>In no folder any more</source>
        <translation>In keinem Ordner mehr</translation>
    </message>
    <message>
        <source>What you talk about will be listed here.</source>
        <translation>Hier steht, worüber Sie sprechen.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>in the folder {0}</source>
        <translation>im Ordner {0}</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>being answered</source>
        <translation>wird beantwortet</translation>
    </message>
    <message>
        <source>has something to say</source>
        <translation>hat etwas zu sagen</translation>
    </message>
</context>
<context>
    <name>SoundSaving</name>
    <message>
        <source>Saving sound</source>
        <translation>Ton wird gesichert</translation>
    </message>
    <message>
        <source>Cancel saving sound</source>
        <translation>Sichern des Tons abbrechen</translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation>Ton sichern unter …</translation>
    </message>
    <message>
        <source>Saving {name} – {percent} %</source>
        <translation>{name} wird gesichert – {percent} %</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} wird gesichert</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} ist gesichert.</translation>
    </message>
    <message>
        <source>MP3, plays everywhere</source>
        <translation>MP3, läuft überall</translation>
    </message>
    <message>
        <source>Opus, small and good</source>
        <translation>Opus, klein und gut</translation>
    </message>
    <message>
        <source>FLAC, nothing lost</source>
        <translation>FLAC, ohne Verlust</translation>
    </message>
    <message>
        <source>WAV, nothing lost, large</source>
        <translation>WAV, ohne Verlust, groß</translation>
    </message>
</context>
<context>
    <name>SpeechBar</name>
    <message>
        <source>Previous sentence</source>
        <translation>Voriger Satz</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Nächster Satz</translation>
    </message>
    <message>
        <source>Repeat sentence</source>
        <translation>Satz wiederholen</translation>
    </message>
    <message>
        <source>sentence {number} of {of}</source>
        <translation>Satz {number} von {of}</translation>
    </message>
    <message>
        <source>{number} of {of}</source>
        <translation>{number} von {of}</translation>
    </message>
    <message>
        <source>sentence {number}</source>
        <translation>Satz {number}</translation>
    </message>
    <message>
        <source>{key} in the page</source>
        <translation>{key} auf der Seite</translation>
    </message>
    <message>
        <source>Speed of speech ({faster}, {slower})</source>
        <translation>Sprechtempo ({faster}, {slower})</translation>
    </message>
    <message>
        <source>Volume ({louder}, {quieter})</source>
        <translation>Lautstärke ({louder}, {quieter})</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Spricht</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
</context>
<context>
    <name>SpokenToggle</name>
    <message>
        <source>Spoken replies</source>
        <translation>Gesprochene Antworten</translation>
    </message>
    <message>
        <source>Whether answers are spoken as they are written</source>
        <translation>Ob Antworten gesprochen werden, während sie entstehen</translation>
    </message>
    <message>
        <source>Spoken replies on</source>
        <translation>Antworten werden gesprochen</translation>
    </message>
    <message>
        <source>Spoken replies off</source>
        <translation>Antworten bleiben stumm</translation>
    </message>
</context>
<context>
    <name>TemporaryMark</name>
    <message>
        <source>Temporary conversation</source>
        <translation>Flüchtiges Gespräch</translation>
    </message>
</context>
<context>
    <name>TitleLine</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Sichern unter …</translation>
    </message>
    <message>
        <source>Save this code in a file</source>
        <translation>Diesen Code in einer Datei sichern</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Break long lines, or do not</source>
        <translation>Lange Zeilen umbrechen oder nicht</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>Number the lines, or do not</source>
        <translation>Zeilen nummerieren oder nicht</translation>
    </message>
    <message>
        <source>Read this code aloud</source>
        <translation>Diesen Code vorlesen</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>Diesen Code kopieren</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Earlier answer</source>
        <translation>Frühere Antwort</translation>
    </message>
    <message>
        <source>Later answer</source>
        <translation>Spätere Antwort</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nochmals</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Tipp</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>not spoken</source>
        <translation>nicht gesprochen</translation>
    </message>
    <message>
        <source>only announced</source>
        <translation>nur angesagt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cut by the token limit</source>
        <translation>an der Tokengrenze abgeschnitten</translation>
    </message>
    <message>
        <source>ended by the server&apos;s content filter</source>
        <translation>vom Inhaltsfilter des Servers beendet</translation>
    </message>
    <message>
        <source>first word {0} s</source>
        <translation>erstes Wort {0} s</translation>
    </message>
    <message>
        <source>first sound {0} s</source>
        <translation>erster Ton {0} s</translation>
    </message>
    <message>
        <source>The first word came after {0} seconds.</source>
        <translation>Das erste Wort kam nach {0} Sekunden.</translation>
    </message>
    <message>
        <source>The first sound was heard after {0} seconds.</source>
        <translation>Der erste Ton war nach {0} Sekunden zu hören.</translation>
    </message>
    <message>
        <source>The whole answer took {0} seconds.</source>
        <translation>Die ganze Antwort dauerte {0} Sekunden.</translation>
    </message>
    <message>
        <source>It cost about {0}.</source>
        <translation>Es kostete etwa {0}.</translation>
    </message>
    <message>
        <source>Parts of the stream that could not be read and were left out: {0}.</source>
        <translation>Teile des Stroms, die nicht zu lesen waren und ausgelassen wurden: {0}.</translation>
    </message>
    <message>
        <source>{0} in</source>
        <translation>{0} ein</translation>
    </message>
    <message>
        <source>{0} out</source>
        <translation>{0} aus</translation>
    </message>
    <message>
        <source>{0} reasoning</source>
        <translation>{0} Denken</translation>
    </message>
    <message>
        <source>{0} cached</source>
        <translation>{0} gepuffert</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>Tokens sent: {0}.</source>
        <translation>Gesendete Token: {0}.</translation>
    </message>
    <message>
        <source>Tokens written by the model: {0}.</source>
        <translation>Vom Modell geschriebene Token: {0}.</translation>
    </message>
    <message>
        <source>Of these, for reasoning: {0}.</source>
        <translation>Davon für das Nachdenken: {0}.</translation>
    </message>
    <message>
        <source>Of those sent, from the server&apos;s cache: {0}.</source>
        <translation>Von den gesendeten aus dem Zwischenspeicher des Servers: {0}.</translation>
    </message>
    <message>
        <source>You: {0}</source>
        <translation>Sie: {0}</translation>
    </message>
    <message>
        <source>Answer: {0}</source>
        <translation>Antwort: {0}</translation>
    </message>
    <message>
        <source>Go to the note {0}</source>
        <translation>Zur Fußnote {0}</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Load this picture from {0}</source>
        <translation>Dieses Bild von {0} laden</translation>
    </message>
    <message>
        <source>Load the picture</source>
        <translation>Bild laden</translation>
    </message>
    <message>
        <source>Reading with a caret</source>
        <translation>Lesen mit Textmarke</translation>
    </message>
    <message>
        <source>Caret off</source>
        <translation>Textmarke aus</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Go to the newest words ({0})</source>
        <translation>Zu den neuesten Worten ({0})</translation>
    </message>
    <message>
        <source>Back to the voice</source>
        <translation>Zurück zur Stimme</translation>
    </message>
    <message>
        <source>Go to what is being said</source>
        <translation>Zu dem, was gesprochen wird</translation>
    </message>
    <message>
        <source>Go to what is being said ({0})</source>
        <translation>Zu dem, was gesprochen wird ({0})</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the deletion</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>%n messages were deleted.</source>
        <translation>
            <numerusform>%n Nachricht wurde gelöscht.</numerusform>
            <numerusform>%n Nachrichten wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation>Die Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>The conversation was deleted.</source>
        <translation>Das Gespräch wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were deleted.</source>
        <translation>
            <numerusform>%n Gespräch wurde gelöscht.</numerusform>
            <numerusform>%n Gespräche wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder was deleted. Its conversations stay.</source>
        <translation>Der Ordner wurde gelöscht. Seine Gespräche bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n folders were deleted. Their conversations stay.</source>
        <translation>
            <numerusform>%n Ordner wurde gelöscht. Seine Gespräche bleiben.</numerusform>
            <numerusform>%n Ordner wurden gelöscht. Ihre Gespräche bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Brings it back</source>
        <translation>Bringt es zurück</translation>
    </message>
</context>
<context>
    <name>VoicePage</name>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Speak answers as they are written</source>
        <translation>Antworten sprechen, während sie entstehen</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop the voice</source>
        <translation>Stimme stoppen</translation>
    </message>
    <message>
        <source>Try the voice</source>
        <translation>Stimme hören</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Says a sentence in this voice</source>
        <translation>Spricht einen Satz mit dieser Stimme</translation>
    </message>
    <message>
        <source>Off: no answer is spoken, and no speech is asked for</source>
        <translation>Aus: Keine Antwort wird gesprochen und keine Sprache angefordert</translation>
    </message>
    <message>
        <source>Spoken replies</source>
        <translation>Gesprochene Antworten</translation>
    </message>
    <message>
        <source>The server&apos;s speech, or a voice on this machine</source>
        <translation>Die Sprache des Servers oder eine Stimme auf diesem Rechner</translation>
    </message>
    <message>
        <source>Speech from</source>
        <translation>Sprache von</translation>
    </message>
    <message>
        <source>Built-in voices keep speech on this machine.</source>
        <translation>Eingebaute Stimmen halten die Sprache auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The server&apos;s model that makes speech</source>
        <translation>Das Modell des Servers, das spricht</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Who is heard</source>
        <translation>Wer zu hören ist</translation>
    </message>
    <message>
        <source>How the voice shall speak, in your words</source>
        <translation>Wie die Stimme sprechen soll, in Ihren Worten</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Calm, a little slower at numbers</source>
        <translation>Ruhig, bei Zahlen etwas langsamer</translation>
    </message>
    <message>
        <source>How fast answers are spoken</source>
        <translation>Wie schnell Antworten gesprochen werden</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How loud answers are spoken</source>
        <translation>Wie laut Antworten gesprochen werden</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Where answers are heard</source>
        <translation>Wo Antworten zu hören sind</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>Ausgabegerät</translation>
    </message>
    <message>
        <source>Silence that wakes a wireless speaker, so that it does not swallow the first words</source>
        <translation>Stille, die einen Funklautsprecher weckt, damit er die ersten Worte nicht verschluckt</translation>
    </message>
    <message>
        <source>Wake the device</source>
        <translation>Gerät wecken</translation>
    </message>
    <message>
        <source>What happens to a phrase the server will not say</source>
        <translation>Was mit einem Satz geschieht, den der Server nicht spricht</translation>
    </message>
    <message>
        <source>If a phrase fails</source>
        <translation>Wenn ein Satz misslingt</translation>
    </message>
    <message>
        <source>Let the built-in voice say it</source>
        <translation>Die eingebaute Stimme sprechen lassen</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Built in: Hibari</source>
        <translation>Eingebaut: Hibari</translation>
    </message>
    <message>
        <source>Built in: Pico</source>
        <translation>Eingebaut: Pico</translation>
    </message>
    <message>
        <source>This system: espeak-ng</source>
        <translation>Dieses System: espeak-ng</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Its usual voice</source>
        <translation>Ihre übliche Stimme</translation>
    </message>
    <message>
        <source>That is longer than 4,096 characters.</source>
        <translation>Das ist länger als 4.096 Zeichen.</translation>
    </message>
    <message>
        <source>A name has at most {limit} characters.</source>
        <translation>Ein Name hat höchstens {limit} Zeichen.</translation>
    </message>
    <message>
        <source>The server needs a name here.</source>
        <translation>Der Server braucht hier einen Namen.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Aloud itself made a mistake; its log says more.</source>
        <translation>Aloud selbst hat einen Fehler gemacht; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>The server said no.</source>
        <translation>Der Server hat abgelehnt.</translation>
    </message>
    <message>
        <source>No key is known for this server. Enter one in Settings.</source>
        <translation>Für diesen Server ist kein Schlüssel bekannt. Geben Sie einen in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The key was refused. Check it in Settings.</source>
        <translation>Der Schlüssel wurde abgelehnt. Prüfen Sie ihn in den Einstellungen.</translation>
    </message>
    <message>
        <source>The account has no credit left. Add some with the provider, or choose another server in Settings.</source>
        <translation>Das Guthaben ist aufgebraucht. Laden Sie es beim Anbieter auf, oder wählen Sie in den Einstellungen einen anderen Server.</translation>
    </message>
    <message>
        <source>The server wants fewer requests. Wait a moment.</source>
        <translation>Der Server wünscht weniger Anfragen. Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>The server does not know this model. Choose another one.</source>
        <translation>Der Server kennt dieses Modell nicht. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The server does not know this voice. Choose another one in Settings.</source>
        <translation>Der Server kennt diese Stimme nicht. Wählen Sie in den Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>The conversation has become too long for this model. Begin a new one, or choose a larger model.</source>
        <translation>Das Gespräch ist für dieses Modell zu lang geworden. Beginnen Sie ein neues, oder wählen Sie ein größeres Modell.</translation>
    </message>
    <message>
        <source>This server does not offer that service. Check its address, or choose another one in Settings.</source>
        <translation>Dieser Server bietet den Dienst nicht an. Prüfen Sie seine Adresse, oder wählen Sie in den Einstellungen einen anderen.</translation>
    </message>
    <message>
        <source>The picture could not be loaded. Its link opens it in the browser.</source>
        <translation>Das Bild ließ sich nicht laden. Sein Link öffnet es im Browser.</translation>
    </message>
    <message>
        <source>The webhook could not be told of an answer. Check its address in Settings.</source>
        <translation>Dem Webhook ließ sich eine Antwort nicht melden. Prüfen Sie seine Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>This model takes no pictures. Send the message without them, or choose another model.</source>
        <translation>Dieses Modell nimmt keine Bilder. Senden Sie die Nachricht ohne sie, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Der Server hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The server has trouble of its own. Try again in a moment.</source>
        <translation>Der Server hat selbst Schwierigkeiten. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The network failed. Check the connection and try again.</source>
        <translation>Das Netz hat versagt. Prüfen Sie die Verbindung, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network, or the address in Settings.</source>
        <translation>Der Server ist nicht zu erreichen. Prüfen Sie das Netz oder die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Try again.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection broke off. What came so far is kept.</source>
        <translation>Die Verbindung brach ab. Was bisher kam, ist aufgehoben.</translation>
    </message>
    <message>
        <source>A sentence could not be spoken. The text is whole.</source>
        <translation>Ein Satz konnte nicht gesprochen werden. Der Text ist vollständig.</translation>
    </message>
    <message>
        <source>There is nothing in it that is said aloud.</source>
        <translation>Darin ist nichts, was gesprochen wird.</translation>
    </message>
    <message>
        <source>The voice cannot be had on this machine. Choose another one in Settings.</source>
        <translation>Diese Stimme gibt es auf diesem Rechner nicht. Wählen Sie in den Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>The sound device does not work. Answers go on as text.</source>
        <translation>Das Tongerät arbeitet nicht. Antworten gehen als Text weiter.</translation>
    </message>
    <message>
        <source>There is nothing to play sound on. Answers go on as text; connect a device to hear them.</source>
        <translation>Es gibt nichts, worauf Ton zu hören wäre. Antworten gehen als Text weiter; schließen Sie ein Gerät an, um sie zu hören.</translation>
    </message>
    <message>
        <source>The sound device went away. Speech goes on when it, or another one, is there.</source>
        <translation>Das Tongerät ist verschwunden. Die Sprache geht weiter, sobald es oder ein anderes da ist.</translation>
    </message>
    <message>
        <source>The chosen sound device is not connected. The system&apos;s own is used until it is back.</source>
        <translation>Das gewählte Tongerät ist nicht verbunden. Bis es zurück ist, spielt das des Systems.</translation>
    </message>
    <message>
        <source>The key cannot be stored; it is kept for this run only.</source>
        <translation>Der Schlüssel lässt sich nicht speichern; er gilt nur bis zum Beenden.</translation>
    </message>
    <message>
        <source>The key is kept for this run only: this system has no keyring. Install one, such as GNOME Keyring or KWallet.</source>
        <translation>Der Schlüssel gilt nur bis zum Beenden: Dieses System hat keinen Schlüsselbund. Installieren Sie einen, etwa GNOME Keyring oder KWallet.</translation>
    </message>
    <message>
        <source>The keyring is locked: it gives no key, and a new one is kept for this run only. Unlock it, then try again.</source>
        <translation>Der Schlüsselbund ist verschlossen: Er gibt keinen Schlüssel heraus, und ein neuer gilt nur bis zum Beenden. Öffnen Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keyring does not answer: a new key is kept for this run only. See whether it asks in a window of its own.</source>
        <translation>Der Schlüsselbund antwortet nicht: Ein neuer Schlüssel gilt nur bis zum Beenden. Sehen Sie nach, ob er in einem eigenen Fenster fragt.</translation>
    </message>
    <message>
        <source>The key for any program could not be set. Choose another one.</source>
        <translation>Die Taste für alle Programme ließ sich nicht setzen. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Another program already has the key that silences from any program. Choose another one in Settings.</source>
        <translation>Ein anderes Programm hat die Taste schon, die überall stumm macht. Wählen Sie in den Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>This keyboard has no such key to silence from any program. Choose another one in Settings.</source>
        <translation>Diese Tastatur hat keine solche Taste. Wählen Sie in den Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>This system lets no program have a key for all. Bind one in its own settings, to “aloud stop --speech”.</source>
        <translation>Dieses System gibt keinem Programm eine Taste für alle. Legen Sie in dessen Einstellungen eine auf „aloud stop --speech“.</translation>
    </message>
    <message>
        <source>Something could not be saved. Check the disk.</source>
        <translation>Etwas ließ sich nicht sichern. Prüfen Sie die Platte.</translation>
    </message>
    <message>
        <source>The disk is full: this conversation is not being saved. Make some room.</source>
        <translation>Die Platte ist voll: Dieses Gespräch wird nicht gesichert. Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>There is no room for the file on that disk. Make some room, or choose another place.</source>
        <translation>Auf dieser Platte ist kein Platz für die Datei. Schaffen Sie Platz, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>What was to be exported has been deleted.</source>
        <translation>Was exportiert werden sollte, ist gelöscht.</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another place.</source>
        <translation>Die Datei lässt sich dort nicht schreiben. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>This file is no backup of Aloud, or it is damaged. Nothing was changed; choose another one.</source>
        <translation>Diese Datei ist keine Sicherung von Aloud, oder sie ist beschädigt. Nichts wurde geändert; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This backup was made by a newer Aloud. Nothing was changed; install that version first.</source>
        <translation>Diese Sicherung stammt von einem neueren Aloud. Nichts wurde geändert; installieren Sie zuerst diese Version.</translation>
    </message>
    <message>
        <source>The settings could not be read and were set aside. The defaults are in force; look through Settings.</source>
        <translation>Die Einstellungen waren nicht zu lesen und wurden beiseitegelegt. Es gelten die Vorgaben; sehen Sie die Einstellungen durch.</translation>
    </message>
    <message>
        <source>The history is damaged. What can be read of it is being brought over.</source>
        <translation>Der Verlauf ist beschädigt. Was davon lesbar ist, wird herübergeholt.</translation>
    </message>
    <message>
        <source>The history is of a newer version of Aloud, so a new one was begun.</source>
        <translation>Der Verlauf stammt von einer neueren Version von Aloud, darum wurde ein neuer begonnen.</translation>
    </message>
    <message>
        <source>The history cannot be written: conversations are not being saved until it can. Check the disk.</source>
        <translation>Der Verlauf lässt sich nicht schreiben: Bis dahin werden Gespräche nicht gesichert. Prüfen Sie die Platte.</translation>
    </message>
    <message>
        <source>This cannot be attached.</source>
        <translation>Das lässt sich nicht anhängen.</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>Diese Datei ist nicht zu lesen. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There are no conversations in this file that Aloud understands. It reads exports of Aloud, ChatGPT, Open WebUI and LibreChat.</source>
        <translation>In dieser Datei sind keine Gespräche, die Aloud versteht. Es liest Exporte von Aloud, ChatGPT, Open WebUI und LibreChat.</translation>
    </message>
    <message>
        <source>These conversations could not be imported.</source>
        <translation>Diese Gespräche ließen sich nicht importieren.</translation>
    </message>
    <message>
        <source>There is no room on the disk for all of it, so nothing is kept. Make room and import the file again.</source>
        <translation>Auf der Platte ist nicht für alles Platz, darum wird nichts behalten. Schaffen Sie Platz und importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>An import did not come to its end, so nothing of it was kept. Import the file again.</source>
        <translation>Ein Import kam nicht zum Ende, darum wurde nichts davon behalten. Importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>This file is too large: a text may have 1 MB, a picture or a PDF 50 MB. Attach a part of it.</source>
        <translation>Diese Datei ist zu groß: Ein Text darf 1 MB haben, ein Bild oder PDF 50 MB. Hängen Sie einen Teil davon an.</translation>
    </message>
    <message>
        <source>This file cannot be read. See whether it is there and may be opened.</source>
        <translation>Diese Datei ist nicht zu lesen. Sehen Sie nach, ob sie da ist und geöffnet werden darf.</translation>
    </message>
    <message>
        <source>Only pictures, texts and PDFs can be attached.</source>
        <translation>Nur Bilder, Texte und PDFs lassen sich anhängen.</translation>
    </message>
    <message>
        <source>This picture is damaged, or of a kind that cannot be shown.</source>
        <translation>Dieses Bild ist beschädigt oder von einer Art, die sich nicht zeigen lässt.</translation>
    </message>
    <message>
        <source>This PDF opens with a password only. Attach a copy without one.</source>
        <translation>Dieses PDF öffnet sich nur mit Passwort. Hängen Sie eine Kopie ohne Passwort an.</translation>
    </message>
    <message>
        <source>This PDF is damaged and cannot be read.</source>
        <translation>Dieses PDF ist beschädigt und nicht zu lesen.</translation>
    </message>
    <message>
        <source>This PDF has no text in it, as when it was scanned. Attach its pages as pictures instead.</source>
        <translation>In diesem PDF ist kein Text, wie bei einem Scan. Hängen Sie stattdessen seine Seiten als Bilder an.</translation>
    </message>
    <message>
        <source>A message takes 20 attachments. Send these first.</source>
        <translation>Eine Nachricht nimmt 20 Anhänge. Senden Sie zuerst diese.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nochmals</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send without pictures</source>
        <translation>Ohne Bilder senden</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Anderen Ort wählen</translation>
    </message>
    <message>
        <source>The sound was not saved.</source>
        <translation>Der Ton wurde nicht gesichert.</translation>
    </message>
    <message>
        <source>The server says: “{detail}”</source>
        <translation>Der Server sagt: „{detail}“</translation>
    </message>
    <message>
        <source>It was: “{words}”</source>
        <translation>Es war: „{words}“</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>Neuer Versuch in {seconds} s.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Neuer Versuch …</translation>
    </message>
    <message>
        <source>The built-in voice says instead: “{words}”</source>
        <translation>Stattdessen sagt die eingebaute Stimme: „{words}“</translation>
    </message>
    <message>
        <source>The built-in voice speaks instead.</source>
        <translation>Stattdessen spricht die eingebaute Stimme.</translation>
    </message>
    <message>
        <source>The history was damaged: {conversations} with {messages} were brought over.</source>
        <translation>Der Verlauf war beschädigt: {conversations} mit {messages} wurden herübergeholt.</translation>
    </message>
    <message>
        <source>The history was damaged, and no message was found in it that is not here.</source>
        <translation>Der Verlauf war beschädigt, und darin fand sich keine Nachricht, die hier fehlt.</translation>
    </message>
    <message>
        <source>The old file is kept: {file}</source>
        <translation>Die alte Datei bleibt: {file}</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Running work</source>
        <translation>Was gerade läuft</translation>
    </message>
    <message>
        <source>Nothing runs now.</source>
        <translation>Gerade läuft nichts.</translation>
    </message>
    <message>
        <source>Ended lately</source>
        <translation>Kürzlich beendet</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle stoppen</translation>
    </message>
    <message>
        <source>Stops every reply, all speech and whatever else runs</source>
        <translation>Stoppt jede Antwort, alles Sprechen und was sonst läuft</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this; what runs goes on (Esc)</source>
        <translation>Schließt dies; was läuft, läuft weiter (Esc)</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop {title}</source>
        <translation>{title} stoppen</translation>
    </message>
    <message>
        <source>Stops this and nothing else</source>
        <translation>Stoppt dies und sonst nichts</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>Tondatei</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>waits to be said</source>
        <translation>wartet darauf, gesagt zu werden</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>bereitet vor</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>trying again in {seconds} s</source>
        <translation>neuer Versuch in {seconds} s</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>spricht</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>about {tokens}</source>
        <translation>etwa {tokens}</translation>
    </message>
</context>
<context>
    <name>_Conversations</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Nothing of this conversation is kept. It is gone when you leave it.</source>
        <translation>Von diesem Gespräch wird nichts aufbewahrt. Es ist fort, wenn Sie es verlassen.</translation>
    </message>
    <message>
        <source>Temporary conversation</source>
        <translation>Flüchtiges Gespräch</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this conversation</source>
        <translation>Dieses Gespräch behalten</translation>
    </message>
    <message>
        <source>Makes an ordinary conversation of it</source>
        <translation>Macht ein gewöhnliches Gespräch daraus</translation>
    </message>
</context>
<context>
    <name>_Note</name>
    <message>
        <source>Text {percent} %</source>
        <translation>Text {percent} %</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
</context>
<context>
    <name>_TitleButton</name>
    <message>
        <source>Goes to “{title}”</source>
        <translation>Geht zu „{title}“</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>In Ordner legen …</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner …</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv nehmen</translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation>Ton sichern unter …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversations</source>
        <translation>
            <numerusform>%n Gespräch löschen</numerusform>
            <numerusform>%n Gespräche löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete the folder</source>
        <translation>Ordner löschen</translation>
    </message>
</context>
</TS>
