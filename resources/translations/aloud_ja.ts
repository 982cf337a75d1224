<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Aloud</source>
        <translation>Aloud について</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies the versions, for a report</source>
        <translation>報告用に各バージョンをコピーします</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Closes this (Esc)</source>
        <translation>閉じます（Esc）</translation>
    </message>
    <message>
        <source>Hear the answer while it is being written.</source>
        <translation>書かれていく回答を、その場で聞く。</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Apache License 2.0 の自由ソフトウェアです。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>読み上げ</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Aloud</source>
        <translation>Aloud</translation>
    </message>
    <message>
        <source>zoom font size</source>
        <translation>ズーム フォント サイズ</translation>
    </message>
    <message>
        <source>theme appearance colours mode</source>
        <translation>テーマ 外観 色 モード</translation>
    </message>
    <message>
        <source>picture image photo document upload</source>
        <translation>画像 写真 文書 アップロード</translation>
    </message>
    <message>
        <source>templates snippets</source>
        <translation>テンプレート 定型文</translation>
    </message>
    <message>
        <source>preferences options configuration</source>
        <translation>環境設定 オプション 構成</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>この会話の中を検索</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>モデルを選ぶ</translation>
    </message>
    <message>
        <source>Save the conversation&apos;s sound</source>
        <translation>会話の音声を保存</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>会話を削除</translation>
    </message>
    <message>
        <source>Go to the message box</source>
        <translation>入力欄へ移動</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>保存したプロンプト</translation>
    </message>
    <message>
        <source>Save the message as a prompt</source>
        <translation>入力をプロンプトとして保存</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>メッセージをコピー</translation>
    </message>
    <message>
        <source>Copy the message as Markdown</source>
        <translation>メッセージを Markdown でコピー</translation>
    </message>
    <message>
        <source>Read the message</source>
        <translation>メッセージを読み上げる</translation>
    </message>
    <message>
        <source>Save the message&apos;s sound</source>
        <translation>メッセージの音声を保存</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>メッセージを編集</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>もう一度回答</translation>
    </message>
    <message>
        <source>Branch from the message</source>
        <translation>メッセージから分岐</translation>
    </message>
    <message>
        <source>Show the message&apos;s source</source>
        <translation>メッセージのソースを表示</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>メッセージの詳細</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>前の版</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>次の版</translation>
    </message>
    <message>
        <source>Delete the message</source>
        <translation>メッセージを削除</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>一時停止／再開</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>前の文</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>次の文</translation>
    </message>
    <message>
        <source>Repeat sentence</source>
        <translation>文をもう一度</translation>
    </message>
    <message>
        <source>Back to the voice</source>
        <translation>読み上げ位置に戻る</translation>
    </message>
    <message>
        <source>Speak faster</source>
        <translation>速く読む</translation>
    </message>
    <message>
        <source>Speak slower</source>
        <translation>ゆっくり読む</translation>
    </message>
    <message>
        <source>Speak louder</source>
        <translation>音量を上げる</translation>
    </message>
    <message>
        <source>Speak more quietly</source>
        <translation>音量を下げる</translation>
    </message>
    <message>
        <source>Spoken replies on or off</source>
        <translation>読み上げのオン／オフ</translation>
    </message>
    <message>
        <source>Choose the voice</source>
        <translation>声を選ぶ</translation>
    </message>
    <message>
        <source>Read with a caret, or not</source>
        <translation>カーソルで読む／やめる</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>全画面のオン／オフ</translation>
    </message>
    <message>
        <source>Show or hide the conversations</source>
        <translation>会話一覧を表示／隠す</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>文字を標準の大きさに</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>ライトとダークを切り替える</translation>
    </message>
    <message>
        <source>Light or dark as the system is</source>
        <translation>システムの明暗に合わせる</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>すべての操作</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>About Aloud</source>
        <translation>Aloud について</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>ApiKeyRow</name>
    <message>
        <source>API key</source>
        <translation>API キー</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Test the key</source>
        <translation>キーを確認</translation>
    </message>
    <message>
        <source>Asks the server whether it takes the key</source>
        <translation>このキーが使えるかサーバーに問い合わせます</translation>
    </message>
    <message>
        <source>A key typed here replaces the kept one on OK</source>
        <translation>ここに入力したキーは OK で保存済みのキーと置き換わります</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>キーを残す</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>キーを取り除く</translation>
    </message>
    <message>
        <source>Leaves the key where it is</source>
        <translation>キーをそのまま残します</translation>
    </message>
    <message>
        <source>Takes the key out of the keyring on OK</source>
        <translation>OK でキーをキーリングから取り除きます</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>The server takes this key.</source>
        <translation>サーバーはこのキーを受け付けます。</translation>
    </message>
    <message>
        <source>The server answers without a key.</source>
        <translation>サーバーはキーなしで応答します。</translation>
    </message>
    <message>
        <source>Kept in this system&apos;s keyring on OK.</source>
        <translation>OK でこのシステムのキーリングに保存します。</translation>
    </message>
    <message>
        <source>Removed on OK.</source>
        <translation>OK で取り除きます。</translation>
    </message>
    <message>
        <source>No key is kept for this address.</source>
        <translation>このアドレスのキーは保存されていません。</translation>
    </message>
    <message>
        <source>From the environment, not stored.</source>
        <translation>環境変数のキーです。保存はされません。</translation>
    </message>
    <message>
        <source>For this run only: no keyring was found.</source>
        <translation>キーリングが見つからないため、今回の起動中だけ有効です。</translation>
    </message>
    <message>
        <source>A key is kept in this system&apos;s keyring.</source>
        <translation>キーはこのシステムのキーリングに保存されています。</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>Attachments</source>
        <translation>添付</translation>
    </message>
    <message>
        <source>Attached {name}</source>
        <translation>{name} を添付しました</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Attach files</source>
        <translation>ファイルを添付</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Attachment; Delete removes it</source>
        <translation>添付。Delete で取り除きます</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} を取り除く</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>Asking…</source>
        <translation>問い合わせています…</translation>
    </message>
    <message>
        <source>Another one, in Settings…</source>
        <translation>ほかのものを設定で選ぶ…</translation>
    </message>
</context>
<context>
    <name>CodeSaving</name>
    <message>
        <source>Save code as…</source>
        <translation>コードを保存…</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything</source>
        <translation>何でも聞いてください</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <translation>ここに置いて添付</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>ファイルを添付…</translation>
    </message>
    <message>
        <source>Saved prompts…</source>
        <translation>保存したプロンプト…</translation>
    </message>
    <message>
        <source>Save as a prompt…</source>
        <translation>プロンプトとして保存…</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>会話一覧</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation>音声を保存…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 ページ</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n ページ</numerusform>
        </translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 トークン</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>1 damaged event skipped</source>
        <translation>壊れたイベントを 1 件飛ばしました</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged events skipped</source>
        <translation>
            <numerusform>壊れたイベントを %n 件飛ばしました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DemoCard</name>
    <message>
        <source>Just listen</source>
        <translation>まず聞いてみる</translation>
    </message>
    <message>
        <source>A short tour with prepared answers and the voice that is built in. No key, no network, nothing is sent anywhere.</source>
        <translation>用意された回答と内蔵の声による短い案内です。キーもネットワークも要らず、何も送信しません。</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>デモを始める</translation>
    </message>
    <message>
        <source>Hear Aloud without a key (Enter)</source>
        <translation>キーなしで Aloud を聞く（Enter）</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Your message</source>
        <translation>あなたのメッセージ</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>この回答</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies all of this</source>
        <translation>すべてコピーします</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Closes this (Esc)</source>
        <translation>閉じます（Esc）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終わり方</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>{0} words, {1} characters</source>
        <translation>{0} 語、{1} 文字</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>最初の語</translation>
    </message>
    <message>
        <source>First sound</source>
        <translation>最初の音</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>回答全体</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>送信トークン</translation>
    </message>
    <message>
        <source>From the cache</source>
        <translation>キャッシュから</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <translation>出力トークン</translation>
    </message>
    <message>
        <source>For reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>{0} by the prices of {1}</source>
        <translation>{1} の価格で {0}</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>System default</source>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name}（未接続）</translation>
    </message>
</context>
<context>
    <name>EditStrip</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the edit</source>
        <translation>編集をやめる</translation>
    </message>
    <message>
        <source>A new version of your question</source>
        <translation>質問の新しい版</translation>
    </message>
    <message>
        <source>Leave the question as it was ({key})</source>
        <translation>質問を元のままにする（{key}）</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Ask, and listen.</source>
        <translation>尋ねて、聞く。</translation>
    </message>
    <message>
        <source>The answer is read to you while it is being written.
{key} silences it; the text stays.</source>
        <translation>回答は書かれるそばから読み上げられます。
{key} で声は止まり、文章は残ります。</translation>
    </message>
    <message>
        <source>Ask, and read.</source>
        <translation>尋ねて、読む。</translation>
    </message>
    <message>
        <source>The answer grows here while it is being written.
{key} stops it; what was written stays.</source>
        <translation>回答は書かれるそばからここに現れます。
{key} で止まり、書かれた分は残ります。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>この会話の中を検索</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>大文字小文字を区別</translation>
    </message>
    <message>
        <source>W</source>
        <translation>語</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>単語単位</translation>
    </message>
    <message>
        <source>é=e</source>
        <translation>é=e</translation>
    </message>
    <message>
        <source>Ignore accents</source>
        <translation>アクセント記号を区別しない</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>{0} (Shift+F3)</source>
        <translation>{0}（Shift+F3）</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>{0} (F3)</source>
        <translation>{0}（F3）</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>検索を閉じる</translation>
    </message>
    <message>
        <source>{0} (Esc)</source>
        <translation>{0}（Esc）</translation>
    </message>
    <message>
        <source>{0} so far</source>
        <translation>現在 {0} 件</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>一致なし</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>First start</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Hear the answer while it is being written.</source>
        <translation>書かれていく回答を、その場で聞く。</translation>
    </message>
    <message>
        <source>Choose how Aloud should answer. You can change this at any time in Settings.</source>
        <translation>Aloud の回答方法を選んでください。あとからいつでも設定で変えられます。</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>You are a helpful assistant who answers briefly.</source>
        <translation>あなたは簡潔に答える親切なアシスタントです。</translation>
    </message>
    <message>
        <source>Show the answer as it is written</source>
        <translation>回答を書かれるそばから表示</translation>
    </message>
    <message>
        <source>Tell the model how much was heard</source>
        <translation>どこまで聞いたかをモデルに伝える</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Light or dark, or as the system is</source>
        <translation>ライト、ダーク、またはシステムに合わせる</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>The language of menus, buttons and notices</source>
        <translation>メニュー、ボタン、お知らせの言語</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Another language is in force when Aloud is started again.</source>
        <translation>言語の変更は次に Aloud を起動したときから有効です。</translation>
    </message>
    <message>
        <source>What the model is told before each conversation</source>
        <translation>会話の前に毎回モデルへ伝える内容</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>システムプロンプト</translation>
    </message>
    <message>
        <source>Sent at the head of each conversation. Empty sends none.</source>
        <translation>各会話の先頭で送ります。空なら送りません。</translation>
    </message>
    <message>
        <source>Off: the answer is shown and spoken when the whole of it has come</source>
        <translation>オフ：回答がすべて届いてから表示し、読み上げます</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>ストリーミング</translation>
    </message>
    <message>
        <source>On: the next question says at which word the voice was stopped, and the rest is not sent</source>
        <translation>オン：次の質問で声を止めた語を伝え、その先は送りません</translation>
    </message>
    <message>
        <source>Stopped answers</source>
        <translation>止めた回答</translation>
    </message>
    <message>
        <source>“Go on” then goes on behind the last word you heard. What you only read, the model forgets.</source>
        <translation>「続けて」と言えば、最後に聞いた語の後から続きます。読んだだけの部分はモデルに伝わりません。</translation>
    </message>
    <message>
        <source>The system prompt is longer than {limit} characters.</source>
        <translation>システムプロンプトが {limit} 文字を超えています。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Conversations and settings</source>
        <translation>会話と設定</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>回答するモデル</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>読み上げる声</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内蔵</translation>
    </message>
    <message>
        <source>Pico, on this machine</source>
        <translation>Pico（この端末）</translation>
    </message>
    <message>
        <source>eSpeak, on this machine</source>
        <translation>eSpeak（この端末）</translation>
    </message>
</context>
<context>
    <name>HeardMarks</name>
    <message>
        <source>Go on reading</source>
        <translation>続きを読み上げる</translation>
    </message>
    <message>
        <source>Heard up to here</source>
        <translation>ここまで聞きました</translation>
    </message>
    <message>
        <source>Heard up to here. Go on reading ({key})</source>
        <translation>ここまで聞きました。続きを読み上げる（{key}）</translation>
    </message>
</context>
<context>
    <name>KeptSoundRow</name>
    <message>
        <source>What was heard once can be heard again at once, without the server and its costs</source>
        <translation>一度聞いた音声は、サーバーも費用も使わずにすぐ聞き直せます</translation>
    </message>
    <message>
        <source>Kept sound</source>
        <translation>保存された音声</translation>
    </message>
    <message>
        <source>At most {size}</source>
        <translation>最大 {size}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Keep the kept sound</source>
        <translation>保存された音声を残す</translation>
    </message>
    <message>
        <source>Remove kept sound</source>
        <translation>保存された音声を取り除く</translation>
    </message>
    <message>
        <source>Leaves the sound where it is</source>
        <translation>音声をそのまま残します</translation>
    </message>
    <message>
        <source>Takes the sound of all messages from the disk on OK; their text stays</source>
        <translation>OK で全メッセージの音声をディスクから取り除きます。文章は残ります</translation>
    </message>
    <message>
        <source>Removed on OK.</source>
        <translation>OK で取り除きます。</translation>
    </message>
    <message>
        <source>Nothing is kept now.</source>
        <translation>現在、保存された音声はありません。</translation>
    </message>
    <message>
        <source>{size} are used now. What was not heard for the longest time goes first.</source>
        <translation>現在 {size} を使用中です。長く聞かれていないものから消えます。</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>OpenAI key</source>
        <translation>OpenAI のキー</translation>
    </message>
    <message>
        <source>Paste a key. It is checked now and kept in this system&apos;s keyring, never in a file.</source>
        <translation>キーを貼り付けてください。すぐに確認し、このシステムのキーリングに保存します。ファイルには書きません。</translation>
    </message>
    <message>
        <source>A key from platform.openai.com</source>
        <translation>platform.openai.com のキー</translation>
    </message>
    <message>
        <source>Check and start</source>
        <translation>確認して始める</translation>
    </message>
    <message>
        <source>Checks the key with OpenAI (Enter)</source>
        <translation>OpenAI にキーを確認します（Enter）</translation>
    </message>
    <message>
        <source>Paste a key first.</source>
        <translation>先にキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認しています…</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key…</source>
        <translation>キーを押してください…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Press it, then press the key</source>
        <translation>押してから、割り当てるキーを押します</translation>
    </message>
    <message>
        <source>Reset: {key}</source>
        <translation>元に戻す：{key}</translation>
    </message>
    <message>
        <source>Back to {key}</source>
        <translation>{key} に戻す</translation>
    </message>
    <message>
        <source>Remove: {key}</source>
        <translation>取り除く：{key}</translation>
    </message>
    <message>
        <source>No key does this</source>
        <translation>キーを割り当てません</translation>
    </message>
    <message>
        <source>Tab leaves it as it was.</source>
        <translation>Tab で元のままにします。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Stop speech</source>
        <translation>読み上げを止める</translation>
    </message>
    <message>
        <source>Press to change. While nothing is said, the same key stops the reply.</source>
        <translation>押すと変更できます。読み上げていないときは、同じキーで回答を止めます。</translation>
    </message>
    <message>
        <source>While the keyboard is in the page of the conversation.</source>
        <translation>会話のページにフォーカスがあるとき。</translation>
    </message>
    <message>
        <source>{action} key</source>
        <translation>キー：{action}</translation>
    </message>
    <message>
        <source>While the keyboard is in the message box.</source>
        <translation>入力欄にフォーカスがあるとき。</translation>
    </message>
    <message>
        <source>Stop speech, anywhere</source>
        <translation>どこからでも読み上げを止める</translation>
    </message>
    <message>
        <source>Silences the speech whatever program you are in.</source>
        <translation>どのアプリを使っていても声を止めます。</translation>
    </message>
    <message>
        <source>Stop speech key in any program</source>
        <translation>どのアプリでも読み上げを止めるキー</translation>
    </message>
    <message>
        <source>Choose a key.</source>
        <translation>キーを選んでください。</translation>
    </message>
    <message>
        <source>That key is taken: “{what}”.</source>
        <translation>そのキーは使用中です：「{what}」</translation>
    </message>
    <message>
        <source>That key is needed for typing.</source>
        <translation>そのキーは入力に必要です。</translation>
    </message>
    <message>
        <source>Other programs need that key. Press it together with Ctrl or Alt.</source>
        <translation>そのキーはほかのアプリに必要です。Ctrl か Alt と一緒に押してください。</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>メッセージを編集</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation>改行</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>この会話の中を検索</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>Voice for {language}</source>
        <translation>{language}の声</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>試聴</translation>
    </message>
    <message>
        <source>Remove {language}</source>
        <translation>{language}を取り除く</translation>
    </message>
    <message>
        <source>Who says what is in this language</source>
        <translation>この言語の文を読み上げる声</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the voice for {language}</source>
        <translation>{language}の声を止める</translation>
    </message>
    <message>
        <source>Try the voice for {language}</source>
        <translation>{language}の声を試聴</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>止める</translation>
    </message>
    <message>
        <source>Says a sentence in this voice</source>
        <translation>この声で一文を読み上げます</translation>
    </message>
    <message>
        <source>Choose a voice, or remove the language.</source>
        <translation>声を選ぶか、この言語を取り除いてください。</translation>
    </message>
    <message>
        <source>A name has at most {limit} characters.</source>
        <translation>名前は {limit} 文字までです。</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Say each phrase in a voice for its language</source>
        <translation>文ごとにその言語の声で読む</translation>
    </message>
    <message>
        <source>Puts the language on the list, with a voice that speaks it</source>
        <translation>その言語を話す声とともに一覧に加えます</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add the language</source>
        <translation>言語を追加</translation>
    </message>
    <message>
        <source>Off: the chosen voice says everything, as well as it can</source>
        <translation>オフ：選んだ声がすべてを、できる範囲で読み上げます</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>ほかの言語</translation>
    </message>
    <message>
        <source>A language that shall have a voice of its own</source>
        <translation>専用の声を持たせる言語</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>言語を追加</translation>
    </message>
    <message>
        <source>{server} speaks every language by itself. One that is listed here is said by the voice beside it.</source>
        <translation>{server}はどの言語も自分で話します。ここに載せた言語は、横の声が読み上げます。</translation>
    </message>
    <message>
        <source>What your voice does not speak is said by a built-in voice, or by espeak-ng where it is here.</source>
        <translation>選んだ声が話せない言語は、内蔵の声か、あれば espeak-ng が読み上げます。</translation>
    </message>
    <message>
        <source>Choose a language</source>
        <translation>言語を選ぶ</translation>
    </message>
    <message>
        <source>Its usual voice</source>
        <translation>標準の声</translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Copy message</source>
        <translation>メッセージをコピー</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown でコピー</translation>
    </message>
    <message>
        <source>Read message</source>
        <translation>メッセージを読み上げる</translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation>音声を保存…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>もう一度回答</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>文章として表示</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>ソースを表示</translation>
    </message>
    <message>
        <source>Branch from here</source>
        <translation>ここから分岐</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>前の版</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>次の版</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Version {0} of {1}</source>
        <translation>{1} 版中の {0}</translation>
    </message>
    <message>
        <source>Answer again with</source>
        <translation>別のモデルで回答</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>What can be done with this message</source>
        <translation>このメッセージでできること</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All actions</source>
        <translation>すべての操作</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>操作を検索</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか？</translation>
    </message>
    <message>
        <source>No action is called so.</source>
        <translation>該当する操作はありません。</translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>PromptMenu</name>
    <message>
        <source>Saved prompts</source>
        <translation>保存したプロンプト</translation>
    </message>
    <message>
        <source>Edit saved prompts…</source>
        <translation>保存したプロンプトを編集…</translation>
    </message>
    <message>
        <source>Save a prompt…</source>
        <translation>プロンプトを保存…</translation>
    </message>
</context>
<context>
    <name>PromptsDialog</name>
    <message>
        <source>Saved prompts</source>
        <translation>保存したプロンプト</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>新しいプロンプト</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Its name, such as Translate</source>
        <translation>名前。例：翻訳</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Translate into {{language}}: {{text}}</source>
        <translation>{{language}}に翻訳：{{text}}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Deletes this prompt</source>
        <translation>このプロンプトを削除します</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>What stands in {{braces}} is a field: Tab goes from one to the next. Type / to use a prompt.</source>
        <translation>{{braces}} の中は欄で、Tab で次へ移ります。/ を入力するとプロンプトを使えます。</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Changes nothing (Esc)</source>
        <translation>何も変えません（Esc）</translation>
    </message>
</context>
<context>
    <name>ReaderTools</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Read selection</source>
        <translation>選択部分を読み上げる</translation>
    </message>
    <message>
        <source>Read from here</source>
        <translation>ここから読み上げる</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
</context>
<context>
    <name>SaidPage</name>
    <message>
        <source>What is said</source>
        <translation>読み上げる内容</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>読まない</translation>
    </message>
    <message>
        <source>Say that it is there: “Code, Python, 24 lines”</source>
        <translation>あることを伝える：「コード、Python、24 行」</translation>
    </message>
    <message>
        <source>Read it line by line</source>
        <translation>一行ずつ読む</translation>
    </message>
    <message>
        <source>Code blocks</source>
        <translation>コードブロック</translation>
    </message>
    <message>
        <source>What is said of a block of code</source>
        <translation>コードブロックの読み上げ方</translation>
    </message>
    <message>
        <source>“Read” beside a block reads it whatever is chosen here.</source>
        <translation>ブロック横の「読む」は、ここでの選択に関わらず読み上げます。</translation>
    </message>
    <message>
        <source>Read row by row</source>
        <translation>一行ずつ読む</translation>
    </message>
    <message>
        <source>Say that it is there, then read it</source>
        <translation>あることを伝えてから読む</translation>
    </message>
    <message>
        <source>Say that it is there</source>
        <translation>あることだけ伝える</translation>
    </message>
    <message>
        <source>What is said of a table; each cell is read behind its column&apos;s heading</source>
        <translation>表の読み上げ方。各セルは列の見出しに続けて読みます</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読む</translation>
    </message>
    <message>
        <source>Say “Quote” first</source>
        <translation>先に「引用」と言う</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>読まない</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>What is said of a quotation set apart</source>
        <translation>字下げされた引用の読み上げ方</translation>
    </message>
    <message>
        <source>Read in words: “x squared”</source>
        <translation>言葉で読む：「x の 2 乗」</translation>
    </message>
    <message>
        <source>Say “formula”</source>
        <translation>「数式」と言う</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>数式</translation>
    </message>
    <message>
        <source>What is said of mathematics</source>
        <translation>数式の読み上げ方</translation>
    </message>
    <message>
        <source>Say the site: “example.org”</source>
        <translation>サイト名を言う：「example.org」</translation>
    </message>
    <message>
        <source>Read the whole address</source>
        <translation>アドレス全体を読む</translation>
    </message>
    <message>
        <source>What is said of an address in the text; a link with words is said by its words</source>
        <translation>本文中のアドレスの読み上げ方。文字のあるリンクはその文字を読みます</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>ウェブアドレス</translation>
    </message>
    <message>
        <source>Say what they show</source>
        <translation>何の絵かを言う</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>絵文字</translation>
    </message>
    <message>
        <source>What is said of emoji</source>
        <translation>絵文字の読み上げ方</translation>
    </message>
    <message>
        <source>The words that stand for a picture</source>
        <translation>画像の代わりの説明文</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Say their descriptions</source>
        <translation>説明を読む</translation>
    </message>
    <message>
        <source>The number of each item of a numbered list</source>
        <translation>番号付きリストの各項目の番号</translation>
    </message>
    <message>
        <source>Numbered lists</source>
        <translation>番号付きリスト</translation>
    </message>
    <message>
        <source>Say the numbers</source>
        <translation>番号を読む</translation>
    </message>
    <message>
        <source>Marks like [1] that point to a source or a footnote</source>
        <translation>[1] のような出典や脚注の印</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>出典の印</translation>
    </message>
    <message>
        <source>Say their numbers</source>
        <translation>番号を読む</translation>
    </message>
    <message>
        <source>Text that the answer wrote between tags</source>
        <translation>タグの間に書かれた文字</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Read the words between the tags</source>
        <translation>タグの間の言葉を読む</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>A server of your own</source>
        <translation>自分のサーバー</translation>
    </message>
    <message>
        <source>Or any address that speaks the OpenAI API.</source>
        <translation>OpenAI API に対応した任意のアドレスも使えます。</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>その他…</translation>
    </message>
    <message>
        <source>Enter an address in Settings</source>
        <translation>設定でアドレスを入力</translation>
    </message>
    <message>
        <source>{name} found on this machine</source>
        <translation>この端末に {name} が見つかりました</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>探しています…</translation>
    </message>
    <message>
        <source>None found on this machine.</source>
        <translation>この端末には見つかりませんでした。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ほか {count} 件</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} を使う</translation>
    </message>
    <message>
        <source>Answers come from {url}</source>
        <translation>{url} が回答します</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Server and model</source>
        <translation>サーバーとモデル</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Refresh the models</source>
        <translation>モデルを更新</translation>
    </message>
    <message>
        <source>The server lists no models.</source>
        <translation>サーバーにモデルの一覧がありません。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>サーバーに問い合わせています…</translation>
    </message>
    <message>
        <source>A server that speaks the OpenAI API, or the answers prepared in Aloud</source>
        <translation>OpenAI API に対応したサーバー、または Aloud に用意された回答</translation>
    </message>
    <message>
        <source>Answers from</source>
        <translation>回答元</translation>
    </message>
    <message>
        <source>Where the server is, as in https://host/v1</source>
        <translation>サーバーの場所。例：https://host/v1</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>サーバーのアドレス</translation>
    </message>
    <message>
        <source>Choose from the server&apos;s list, or type a name</source>
        <translation>サーバーの一覧から選ぶか、名前を入力</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Asks the server which models it has</source>
        <translation>使えるモデルをサーバーに問い合わせます</translation>
    </message>
    <message>
        <source>How long one reply may become</source>
        <translation>一つの回答の長さの上限</translation>
    </message>
    <message>
        <source>Maximum reply tokens</source>
        <translation>回答の最大トークン数</translation>
    </message>
    <message>
        <source>The server&apos;s limit</source>
        <translation>サーバーの上限</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>The demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>The name and password went to the key below, and will be kept with it.</source>
        <translation>名前とパスワードは下のキーに移し、キーと一緒に保存します。</translation>
    </message>
    <message>
        <source>Read as {url}</source>
        <translation>{url} として扱います</translation>
    </message>
    <message>
        <source>A password does not stay in the address: it goes to the key below.</source>
        <translation>パスワードはアドレスに残さず、下のキーに移します。</translation>
    </message>
    <message>
        <source>An address looks like https://host/v1.</source>
        <translation>アドレスは https://host/v1 の形です。</translation>
    </message>
    <message>
        <source>A model&apos;s name has at most {limit} characters.</source>
        <translation>モデル名は {limit} 文字までです。</translation>
    </message>
    <message>
        <source>Name a model, or choose one from the list.</source>
        <translation>モデル名を入力するか、一覧から選んでください。</translation>
    </message>
    <message>
        <source>A whole number from 1 to 1,000,000, or nothing for the server&apos;s limit.</source>
        <translation>1 から 1,000,000 までの整数。空ならサーバーの上限に従います。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Closes and changes nothing (Esc)</source>
        <translation>何も変えずに閉じます（Esc）</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Applies all of it</source>
        <translation>すべて適用します</translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation>設定のページ</translation>
    </message>
</context>
<context>
    <name>SideHandle</name>
    <message>
        <source>Width of the conversations</source>
        <translation>会話一覧の幅</translation>
    </message>
    <message>
        <source>Drag to make it wider or narrower; double-click for the usual width</source>
        <translation>ドラッグで幅を変え、ダブルクリックで標準に戻します</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>すべての操作</translation>
    </message>
    <message>
        <source>“{0}” has something to say</source>
        <translation>「{0}」に読み上げるものがあります</translation>
    </message>
    <message>
        <source>Another conversation has something to say</source>
        <translation>別の会話に読み上げるものがあります</translation>
    </message>
    <message>
        <source>Delete “{0}”?</source>
        <translation>「{0}」を削除しますか？</translation>
    </message>
    <message>
        <source>Its messages are gone for good.</source>
        <translation>メッセージは完全に失われます。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>見つかりませんでした。</translation>
    </message>
    <message>
        <source>What you talk about will be listed here.</source>
        <translation>会話はここに並びます。</translation>
    </message>
</context>
<context>
    <name>SoundSaving</name>
    <message>
        <source>Saving sound</source>
        <translation>音声を保存中</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel saving sound</source>
        <translation>音声の保存をやめる</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>お知らせを閉じる</translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation>音声を保存…</translation>
    </message>
    <message>
        <source>Saving {name} – {percent} %</source>
        <translation>{name} を保存中 – {percent} %</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} を保存中</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} を保存しました。</translation>
    </message>
    <message>
        <source>MP3, plays everywhere</source>
        <translation>MP3（どこでも再生可能）</translation>
    </message>
    <message>
        <source>Opus, small and good</source>
        <translation>Opus（小さく高音質）</translation>
    </message>
    <message>
        <source>FLAC, nothing lost</source>
        <translation>FLAC（無劣化）</translation>
    </message>
    <message>
        <source>WAV, nothing lost, large</source>
        <translation>WAV（無劣化、大きい）</translation>
    </message>
</context>
<context>
    <name>SpeechBar</name>
    <message>
        <source>Previous sentence</source>
        <translation>前の文</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>次の文</translation>
    </message>
    <message>
        <source>Repeat sentence</source>
        <translation>文をもう一度</translation>
    </message>
    <message>
        <source>sentence {number} of {of}</source>
        <translation>{of} 文中 {number} 文目</translation>
    </message>
    <message>
        <source>{number} of {of}</source>
        <translation>{number} / {of}</translation>
    </message>
    <message>
        <source>sentence {number}</source>
        <translation>{number} 文目</translation>
    </message>
    <message>
        <source>{key} in the page</source>
        <translation>ページ内で {key}</translation>
    </message>
    <message>
        <source>Speed of speech ({faster}, {slower})</source>
        <translation>読み上げの速さ（{faster}、{slower}）</translation>
    </message>
    <message>
        <source>Volume ({louder}, {quieter})</source>
        <translation>音量（{louder}、{quieter}）</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>読み上げ中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>SpokenToggle</name>
    <message>
        <source>Spoken replies</source>
        <translation>回答の読み上げ</translation>
    </message>
    <message>
        <source>Whether answers are spoken as they are written</source>
        <translation>回答を書かれるそばから読み上げるかどうか</translation>
    </message>
    <message>
        <source>Spoken replies on</source>
        <translation>読み上げ オン</translation>
    </message>
    <message>
        <source>Spoken replies off</source>
        <translation>読み上げ オフ</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読む</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save this code in a file</source>
        <translation>このコードをファイルに保存</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>折り返す</translation>
    </message>
    <message>
        <source>Break long lines, or do not</source>
        <translation>長い行の折り返しを切り替える</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>行番号</translation>
    </message>
    <message>
        <source>Number the lines, or do not</source>
        <translation>行番号を切り替える</translation>
    </message>
    <message>
        <source>Read this code aloud</source>
        <translation>このコードを読み上げる</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>このコードをコピー</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Earlier answer</source>
        <translation>前の回答</translation>
    </message>
    <message>
        <source>Later answer</source>
        <translation>後の回答</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>回答は空です。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>ヒント</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>not spoken</source>
        <translation>読み上げません</translation>
    </message>
    <message>
        <source>only announced</source>
        <translation>あることだけ伝えます</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断されました</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗しました</translation>
    </message>
    <message>
        <source>cut by the token limit</source>
        <translation>トークンの上限で切れました</translation>
    </message>
    <message>
        <source>ended by the server&apos;s content filter</source>
        <translation>サーバーのコンテンツフィルターで終わりました</translation>
    </message>
    <message>
        <source>first word {0} s</source>
        <translation>最初の語 {0} 秒</translation>
    </message>
    <message>
        <source>first sound {0} s</source>
        <translation>最初の音 {0} 秒</translation>
    </message>
    <message>
        <source>The first word came after {0} seconds.</source>
        <translation>最初の語は {0} 秒後に届きました。</translation>
    </message>
    <message>
        <source>The first sound was heard after {0} seconds.</source>
        <translation>最初の音は {0} 秒後に聞こえました。</translation>
    </message>
    <message>
        <source>The whole answer took {0} seconds.</source>
        <translation>回答全体に {0} 秒かかりました。</translation>
    </message>
    <message>
        <source>It cost about {0}.</source>
        <translation>費用は約 {0} です。</translation>
    </message>
    <message>
        <source>Parts of the stream that could not be read and were left out: {0}.</source>
        <translation>読めずに省いたストリームの部分：{0}</translation>
    </message>
    <message>
        <source>{0} in</source>
        <translation>入力 {0}</translation>
    </message>
    <message>
        <source>{0} out</source>
        <translation>出力 {0}</translation>
    </message>
    <message>
        <source>{0} reasoning</source>
        <translation>推論 {0}</translation>
    </message>
    <message>
        <source>{0} cached</source>
        <translation>キャッシュ {0}</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} トークン</translation>
    </message>
    <message>
        <source>Tokens sent: {0}.</source>
        <translation>送信したトークン：{0}</translation>
    </message>
    <message>
        <source>Tokens written by the model: {0}.</source>
        <translation>モデルが書いたトークン：{0}</translation>
    </message>
    <message>
        <source>Of these, for reasoning: {0}.</source>
        <translation>うち推論：{0}</translation>
    </message>
    <message>
        <source>Of those sent, from the server&apos;s cache: {0}.</source>
        <translation>送信のうちサーバーのキャッシュ：{0}</translation>
    </message>
    <message>
        <source>You: {0}</source>
        <translation>あなた：{0}</translation>
    </message>
    <message>
        <source>Answer: {0}</source>
        <translation>回答：{0}</translation>
    </message>
    <message>
        <source>Go to the note {0}</source>
        <translation>脚注 {0} へ</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>本文に戻る</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Load this picture from {0}</source>
        <translation>{0} からこの画像を読み込む</translation>
    </message>
    <message>
        <source>Load the picture</source>
        <translation>画像を読み込む</translation>
    </message>
    <message>
        <source>Reading with a caret</source>
        <translation>カーソルで読む</translation>
    </message>
    <message>
        <source>Caret off</source>
        <translation>カーソルをオフにしました</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>会話の本文</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>末尾へ</translation>
    </message>
    <message>
        <source>Go to the newest words ({0})</source>
        <translation>最新の文へ移動（{0}）</translation>
    </message>
    <message>
        <source>Back to the voice</source>
        <translation>読み上げ位置に戻る</translation>
    </message>
    <message>
        <source>Go to what is being said</source>
        <translation>読み上げ中の文へ移動</translation>
    </message>
    <message>
        <source>Go to what is being said ({0})</source>
        <translation>読み上げ中の文へ移動（{0}）</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Deleted</source>
        <translation>削除しました</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo the deletion</source>
        <translation>削除を取り消す</translation>
    </message>
    <message numerus="yes">
        <source>%n messages were deleted.</source>
        <translation>
            <numerusform>%n 件のメッセージを削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation>メッセージを削除しました。</translation>
    </message>
</context>
<context>
    <name>VoicePage</name>
    <message>
        <source>Voice</source>
        <translation>声</translation>
    </message>
    <message>
        <source>Speak answers as they are written</source>
        <translation>回答を書かれるそばから読み上げる</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>試聴</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the voice</source>
        <translation>声を止める</translation>
    </message>
    <message>
        <source>Try the voice</source>
        <translation>声を試聴</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>止める</translation>
    </message>
    <message>
        <source>Says a sentence in this voice</source>
        <translation>この声で一文を読み上げます</translation>
    </message>
    <message>
        <source>Off: no answer is spoken, and no speech is asked for</source>
        <translation>オフ：回答は読み上げず、音声の要求もしません</translation>
    </message>
    <message>
        <source>Spoken replies</source>
        <translation>回答の読み上げ</translation>
    </message>
    <message>
        <source>The server&apos;s speech, or a voice on this machine</source>
        <translation>サーバーの音声、またはこの端末の声</translation>
    </message>
    <message>
        <source>Speech from</source>
        <translation>音声の提供元</translation>
    </message>
    <message>
        <source>Built-in voices keep speech on this machine.</source>
        <translation>内蔵の声なら、音声はこの端末の外に出ません。</translation>
    </message>
    <message>
        <source>The server&apos;s model that makes speech</source>
        <translation>音声を作るサーバーのモデル</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>音声モデル</translation>
    </message>
    <message>
        <source>Who is heard</source>
        <translation>聞こえる声</translation>
    </message>
    <message>
        <source>How the voice shall speak, in your words</source>
        <translation>どのように話してほしいか、自分の言葉で</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>話し方</translation>
    </message>
    <message>
        <source>Calm, a little slower at numbers</source>
        <translation>落ち着いて、数字は少しゆっくり</translation>
    </message>
    <message>
        <source>How fast answers are spoken</source>
        <translation>回答を読み上げる速さ</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>How loud answers are spoken</source>
        <translation>回答を読み上げる音量</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Where answers are heard</source>
        <translation>回答を再生する場所</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>出力デバイス</translation>
    </message>
    <message>
        <source>Silence that wakes a wireless speaker, so that it does not swallow the first words</source>
        <translation>無線スピーカーを起こす無音。最初の語が欠けるのを防ぎます</translation>
    </message>
    <message>
        <source>Wake the device</source>
        <translation>デバイスを起こす</translation>
    </message>
    <message>
        <source>What happens to a phrase the server will not say</source>
        <translation>サーバーが読み上げない文の扱い</translation>
    </message>
    <message>
        <source>If a phrase fails</source>
        <translation>文の読み上げに失敗したら</translation>
    </message>
    <message>
        <source>Let the built-in voice say it</source>
        <translation>内蔵の声で読む</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>読まない</translation>
    </message>
    <message>
        <source>Built in: Hibari</source>
        <translation>内蔵：Hibari</translation>
    </message>
    <message>
        <source>Built in: Pico</source>
        <translation>内蔵：Pico</translation>
    </message>
    <message>
        <source>This system: espeak-ng</source>
        <translation>このシステム：espeak-ng</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Its usual voice</source>
        <translation>標準の声</translation>
    </message>
    <message>
        <source>That is longer than 4,096 characters.</source>
        <translation>4,096 文字を超えています。</translation>
    </message>
    <message>
        <source>A name has at most {limit} characters.</source>
        <translation>名前は {limit} 文字までです。</translation>
    </message>
    <message>
        <source>The server needs a name here.</source>
        <translation>サーバーにはここに名前が必要です。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Aloud itself made a mistake; its log says more.</source>
        <translation>Aloud 自体に誤りがありました。詳しくはログをご覧ください。</translation>
    </message>
    <message>
        <source>The server said no.</source>
        <translation>サーバーに断られました。</translation>
    </message>
    <message>
        <source>No key is known for this server. Enter one in Settings.</source>
        <translation>このサーバーのキーがありません。設定で入力してください。</translation>
    </message>
    <message>
        <source>The key was refused. Check it in Settings.</source>
        <translation>キーが拒否されました。設定で確認してください。</translation>
    </message>
    <message>
        <source>The account has no credit left. Add some with the provider, or choose another server in Settings.</source>
        <translation>残高がありません。提供元で追加するか、設定で別のサーバーを選んでください。</translation>
    </message>
    <message>
        <source>The server wants fewer requests. Wait a moment.</source>
        <translation>要求が多すぎます。少しお待ちください。</translation>
    </message>
    <message>
        <source>The server does not know this model. Choose another one.</source>
        <translation>サーバーはこのモデルを知りません。別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The server does not know this voice. Choose another one in Settings.</source>
        <translation>サーバーはこの声を知りません。設定で別の声を選んでください。</translation>
    </message>
    <message>
        <source>The conversation has become too long for this model. Begin a new one, or choose a larger model.</source>
        <translation>会話がこのモデルには長すぎます。新しい会話を始めるか、より大きなモデルを選んでください。</translation>
    </message>
    <message>
        <source>This server does not offer that service. Check its address, or choose another one in Settings.</source>
        <translation>このサーバーにその機能はありません。アドレスを確認するか、設定で別のサーバーを選んでください。</translation>
    </message>
    <message>
        <source>The picture could not be loaded. Its link opens it in the browser.</source>
        <translation>画像を読み込めませんでした。リンクからブラウザーで開けます。</translation>
    </message>
    <message>
        <source>This model takes no pictures. Send the message without them, or choose another model.</source>
        <translation>このモデルは画像を受け取れません。画像なしで送るか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>サーバーが要求を拒否しました。</translation>
    </message>
    <message>
        <source>The server has trouble of its own. Try again in a moment.</source>
        <translation>サーバー側に問題があります。少し待ってやり直してください。</translation>
    </message>
    <message>
        <source>The network failed. Check the connection and try again.</source>
        <translation>ネットワークに失敗しました。接続を確認してやり直してください。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network, or the address in Settings.</source>
        <translation>サーバーにつながりません。ネットワークか、設定のアドレスを確認してください。</translation>
    </message>
    <message>
        <source>The server did not answer in time. Try again.</source>
        <translation>サーバーが時間内に応答しませんでした。やり直してください。</translation>
    </message>
    <message>
        <source>The connection broke off. What came so far is kept.</source>
        <translation>接続が切れました。届いた分は残っています。</translation>
    </message>
    <message>
        <source>A sentence could not be spoken. The text is whole.</source>
        <translation>読み上げられない文がありました。文章はそろっています。</translation>
    </message>
    <message>
        <source>There is nothing in it that is said aloud.</source>
        <translation>読み上げる内容がありません。</translation>
    </message>
    <message>
        <source>The voice cannot be had on this machine. Choose another one in Settings.</source>
        <translation>この声はこの端末で使えません。設定で別の声を選んでください。</translation>
    </message>
    <message>
        <source>The sound device does not work. Answers go on as text.</source>
        <translation>音声デバイスが動きません。回答は文章で続きます。</translation>
    </message>
    <message>
        <source>There is nothing to play sound on. Answers go on as text; connect a device to hear them.</source>
        <translation>再生できるデバイスがありません。回答は文章で続きます。聞くにはデバイスを接続してください。</translation>
    </message>
    <message>
        <source>The sound device went away. Speech goes on when it, or another one, is there.</source>
        <translation>音声デバイスが外れました。戻るか別のデバイスがつながれば、読み上げを続けます。</translation>
    </message>
    <message>
        <source>The chosen sound device is not connected. The system&apos;s own is used until it is back.</source>
        <translation>選んだ音声デバイスが未接続です。戻るまでシステムの既定を使います。</translation>
    </message>
    <message>
        <source>The key cannot be stored; it is kept for this run only.</source>
        <translation>キーを保存できません。今回の起動中だけ有効です。</translation>
    </message>
    <message>
        <source>The key is kept for this run only: this system has no keyring. Install one, such as GNOME Keyring or KWallet.</source>
        <translation>キーは今回の起動中だけ有効です。このシステムにはキーリングがありません。GNOME Keyring や KWallet を入れてください。</translation>
    </message>
    <message>
        <source>The keyring is locked: it gives no key, and a new one is kept for this run only. Unlock it, then try again.</source>
        <translation>キーリングがロックされています。新しいキーは今回の起動中だけ有効です。解除してやり直してください。</translation>
    </message>
    <message>
        <source>The keyring does not answer: a new key is kept for this run only. See whether it asks in a window of its own.</source>
        <translation>キーリングが応答しません。新しいキーは今回の起動中だけ有効です。別のウィンドウで確認を求めていないかご覧ください。</translation>
    </message>
    <message>
        <source>The key for any program could not be set. Choose another one.</source>
        <translation>どのアプリでも使うキーを設定できませんでした。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>Another program already has the key that silences from any program. Choose another one in Settings.</source>
        <translation>どこからでも声を止めるキーは別のアプリが使っています。設定で別のキーを選んでください。</translation>
    </message>
    <message>
        <source>This keyboard has no such key to silence from any program. Choose another one in Settings.</source>
        <translation>このキーボードにそのキーはありません。設定で別のキーを選んでください。</translation>
    </message>
    <message>
        <source>This system lets no program have a key for all. Bind one in its own settings, to “aloud stop --speech”.</source>
        <translation>このシステムではアプリが全体のキーを持てません。システムの設定で「aloud stop --speech」にキーを割り当ててください。</translation>
    </message>
    <message>
        <source>Something could not be saved. Check the disk.</source>
        <translation>保存できないものがありました。ディスクを確認してください。</translation>
    </message>
    <message>
        <source>The disk is full: this conversation is not being saved. Make some room.</source>
        <translation>ディスクがいっぱいで、この会話は保存されていません。空きを作ってください。</translation>
    </message>
    <message>
        <source>There is no room for the file on that disk. Make some room, or choose another place.</source>
        <translation>そのディスクにファイルの空きがありません。空きを作るか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another place.</source>
        <translation>そこにはファイルを書き込めません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The settings could not be read and were set aside. The defaults are in force; look through Settings.</source>
        <translation>設定を読めなかったため別に保管しました。今は初期値です。設定をご確認ください。</translation>
    </message>
    <message>
        <source>The history cannot be used: conversations are not being saved. Check the disk, then start again.</source>
        <translation>履歴を使えず、会話は保存されていません。ディスクを確認して起動し直してください。</translation>
    </message>
    <message>
        <source>This cannot be attached.</source>
        <translation>これは添付できません。</translation>
    </message>
    <message>
        <source>This file is too large: a text may have 1 MB, a picture or a PDF 50 MB. Attach a part of it.</source>
        <translation>ファイルが大きすぎます。文章は 1 MB、画像と PDF は 50 MB までです。一部を添付してください。</translation>
    </message>
    <message>
        <source>This file cannot be read. See whether it is there and may be opened.</source>
        <translation>ファイルを読めません。存在するか、開く権限があるかを確認してください。</translation>
    </message>
    <message>
        <source>Only pictures, texts and PDFs can be attached.</source>
        <translation>添付できるのは画像、文章、PDF だけです。</translation>
    </message>
    <message>
        <source>This picture is damaged, or of a kind that cannot be shown.</source>
        <translation>画像が壊れているか、表示できない種類です。</translation>
    </message>
    <message>
        <source>This PDF opens with a password only. Attach a copy without one.</source>
        <translation>この PDF にはパスワードが必要です。パスワードのない写しを添付してください。</translation>
    </message>
    <message>
        <source>This PDF is damaged and cannot be read.</source>
        <translation>この PDF は壊れていて読めません。</translation>
    </message>
    <message>
        <source>This PDF has no text in it, as when it was scanned. Attach its pages as pictures instead.</source>
        <translation>この PDF には文字がありません（スキャンなど）。代わりにページを画像として添付してください。</translation>
    </message>
    <message>
        <source>A message takes 20 attachments. Send these first.</source>
        <translation>添付は 1 通に 20 件までです。先にこれらを送ってください。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Send without pictures</source>
        <translation>画像なしで送る</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>別の場所を選ぶ</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>お知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>_Note</name>
    <message>
        <source>Text {percent} %</source>
        <translation>文字 {percent} %</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>not possible now</source>
        <translation>今は使えません</translation>
    </message>
</context>
<context>
    <name>_SearchField</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を消す</translation>
    </message>
</context>
</TS>
