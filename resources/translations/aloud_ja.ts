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
        <source>progress tasks jobs queue</source>
        <translation>進行状況 作業 待ち行列</translation>
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
        <source>save as file Markdown HTML PDF JSON text print backup</source>
        <translation>ファイルに保存 Markdown HTML PDF JSON テキスト 印刷</translation>
    </message>
    <message>
        <source>ChatGPT Open WebUI LibreChat JSON zip bring over</source>
        <translation>ChatGPT Open WebUI LibreChat JSON zip 取り込み</translation>
    </message>
    <message>
        <source>favourite star keep on top</source>
        <translation>お気に入り 星 上に固定</translation>
    </message>
    <message>
        <source>project group tag</source>
        <translation>プロジェクト グループ タグ</translation>
    </message>
    <message>
        <source>private incognito secret off the record</source>
        <translation>プライベート シークレット 非公開</translation>
    </message>
    <message>
        <source>backup restore save archive copy recover</source>
        <translation>バックアップ 復元 保存 コピー</translation>
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
        <source>New temporary conversation</source>
        <translation>新しい一時的な会話</translation>
    </message>
    <message>
        <source>Keep the temporary conversation</source>
        <translation>一時的な会話を残す</translation>
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
        <source>Export conversation…</source>
        <translation>会話を書き出す…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>すべて書き出す…</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>会話を読み込む…</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>会話の名前を変える</translation>
    </message>
    <message>
        <source>Pin or unpin the conversation</source>
        <translation>会話を固定または解除</translation>
    </message>
    <message>
        <source>Archive the conversation, or take it out</source>
        <translation>会話をアーカイブ、または取り出す</translation>
    </message>
    <message>
        <source>Move the conversation to a folder</source>
        <translation>会話をフォルダーへ移す</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>会話を削除</translation>
    </message>
    <message>
        <source>Undo the deletion</source>
        <translation>削除を元に戻す</translation>
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
        <source>Stop everything</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Go to who waits to be heard</source>
        <translation>聞かれるのを待つ会話へ</translation>
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
        <source>Show what is running</source>
        <translation>実行中のものを表示</translation>
    </message>
    <message>
        <source>Go to the conversations</source>
        <translation>会話の一覧へ</translation>
    </message>
    <message>
        <source>Show or hide the archived conversations</source>
        <translation>アーカイブした会話を表示または隠す</translation>
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
        <source>Back up the history…</source>
        <translation>履歴をバックアップ…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>バックアップを復元…</translation>
    </message>
    <message>
        <source>Delete all conversations…</source>
        <translation>すべての会話を削除…</translation>
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
    <message>
        <source>Pictures, texts and PDFs</source>
        <translation>画像、文章、PDF</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Settings; keys are never in a backup</source>
        <translation>設定（キーはバックアップに入りません）</translation>
    </message>
    <message>
        <source>Kept sound</source>
        <translation>保存された音声</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Back up to…</source>
        <translation>バックアップ先…</translation>
    </message>
    <message>
        <source>Asks where to</source>
        <translation>保存先をたずねます</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Backs nothing up (Esc)</source>
        <translation>バックアップしません（Esc）</translation>
    </message>
    <message>
        <source>All conversations, drafts, pictures and saved prompts go into one file. With them:</source>
        <translation>すべての会話、下書き、画像、保存したプロンプトを 1 つのファイルに入れます。あわせて：</translation>
    </message>
    <message>
        <source>Kept sound, {size}</source>
        <translation>保存された音声、{size}</translation>
    </message>
</context>
<context>
    <name>BackupLine</name>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Cancel the backup</source>
        <translation>バックアップを中止</translation>
    </message>
    <message>
        <source>{doing} – {percent} %</source>
        <translation>{doing} – {percent} %</translation>
    </message>
    <message>
        <source>Backing up to {name}</source>
        <translation>{name} へバックアップ中</translation>
    </message>
    <message>
        <source>Looking into {name}</source>
        <translation>{name} の中を見ています</translation>
    </message>
    <message>
        <source>Setting aside what is here now</source>
        <translation>今あるものを取り置いています</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>復元しています</translation>
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
        <source>Find conversations</source>
        <translation>会話を探す</translation>
    </message>
    <message>
        <source>Conversations to export</source>
        <translation>書き出す会話</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>すべて選ぶ</translation>
    </message>
    <message>
        <source>All that are found</source>
        <translation>見つかったものすべて</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>選択を外す</translation>
    </message>
    <message>
        <source>Of those that are found, none</source>
        <translation>見つかったもののうち、なし</translation>
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
        <source>1 conversation</source>
        <translation>会話 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>会話 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>メッセージ 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>メッセージ %n 件</numerusform>
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
        <source>1 conversation chosen</source>
        <translation>会話 1 件を選択</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations chosen</source>
        <translation>
            <numerusform>会話 %n 件を選択</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting, next in line</source>
        <translation>待機中、次の番です</translation>
    </message>
    <message>
        <source>waiting, 1 before it</source>
        <translation>待機中、前に 1 件</translation>
    </message>
    <message numerus="yes">
        <source>waiting, %n before it</source>
        <translation>
            <numerusform>待機中、前に %n 件</numerusform>
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
        <source>Ask, and leave no trace here.</source>
        <translation>ここに跡を残さずに質問できます。</translation>
    </message>
    <message>
        <source>Nothing that is said here is kept on this computer: no text, no sound, no title.
What the server keeps is the server&apos;s affair.</source>
        <translation>ここでの内容はこのコンピューターに残りません。文章も音声も題名も残りません。
サーバーが何を残すかはサーバー次第です。</translation>
    </message>
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
    <name>Export</name>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗しました</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断されました</translation>
    </message>
    <message>
        <source>cut off at the token limit</source>
        <translation>トークンの上限で打ち切り</translation>
    </message>
    <message>
        <source>ended by the server&apos;s content filter</source>
        <translation>サーバーのコンテンツフィルターで終わりました</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>ツール呼び出し</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>ツールの結果</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>version {index} of {count}</source>
        <translation>{count} 版のうち {index}</translation>
    </message>
    <message>
        <source>%Y-%m-%d %H:%M</source>
        <translation>%Y-%m-%d %H:%M</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>When each message was written, and by which model</source>
        <translation>各メッセージの日時とモデル</translation>
    </message>
    <message>
        <source>Reasoning, and what tools were asked and answered</source>
        <translation>推論と、ツールへの質問と回答</translation>
    </message>
    <message>
        <source>Every version of questions and answers, not only those that are shown</source>
        <translation>表示中だけでなく、質問と回答のすべての版</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Exports nothing (Esc)</source>
        <translation>書き出しません（Esc）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Asks where to</source>
        <translation>保存先をたずねます</translation>
    </message>
    <message>
        <source>The messages selected</source>
        <translation>選択したメッセージ</translation>
    </message>
    <message>
        <source>The open conversation</source>
        <translation>開いている会話</translation>
    </message>
    <message>
        <source>Chosen conversations</source>
        <translation>選んだ会話</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML, for any browser</source>
        <translation>HTML（どのブラウザーでも）</translation>
    </message>
    <message>
        <source>PDF, set like the page</source>
        <translation>PDF（画面と同じ組版）</translation>
    </message>
    <message>
        <source>JSON, all there is</source>
        <translation>JSON（すべての情報）</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>プレーンテキスト</translation>
    </message>
    <message>
        <source>JSON has whole conversations only.</source>
        <translation>JSON は会話全体だけを含みます。</translation>
    </message>
    <message>
        <source>With kept sound ({size})</source>
        <translation>保存された音声を含める（{size}）</translation>
    </message>
    <message>
        <source>One file with all versions, times, pictures and saved prompts. Aloud can import it.</source>
        <translation>すべての版、時刻、画像、保存したプロンプトを含む 1 つのファイルです。Aloud で読み込めます。</translation>
    </message>
    <message>
        <source>One file with all versions, times, tokens and pictures. Aloud can import it.</source>
        <translation>すべての版、時刻、トークン、画像を含む 1 つのファイル。Aloud で読み込めます。</translation>
    </message>
    <message>
        <source>A folder with one file for each conversation.</source>
        <translation>会話ごとに 1 ファイルのフォルダー。</translation>
    </message>
    <message>
        <source>One file, pictures in it.</source>
        <translation>画像を含む 1 つのファイル。</translation>
    </message>
    <message>
        <source>One file.</source>
        <translation>1 つのファイル。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
</context>
<context>
    <name>ExportLine</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>書き出しを中止</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open what was exported</source>
        <translation>書き出したものを開く</translation>
    </message>
    <message>
        <source>Exporting {name} – {percent} %</source>
        <translation>{name} を書き出し中 – {percent} %</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} を書き出し中</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>{name} を書き出しました。</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export here</source>
        <translation>ここに書き出す</translation>
    </message>
    <message>
        <source>In which folder shall “{name}” be made?</source>
        <translation>「{name}」をどのフォルダーに作りますか？</translation>
    </message>
    <message>
        <source>Export as…</source>
        <translation>形式を選んで書き出す…</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>プレーンテキスト</translation>
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
    <name>FoundList</name>
    <message>
        <source>Results</source>
        <translation>検索結果</translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>the end of the file, which is cut off or damaged</source>
        <translation>途切れているか壊れているファイルの末尾</translation>
    </message>
    <message>
        <source>1 message by “{name}”</source>
        <translation>「{name}」のメッセージ 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages by “{name}”</source>
        <translation>
            <numerusform>「{name}」のメッセージ %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 piece of the unknown kind “{name}”</source>
        <translation>不明な種類「{name}」1 個</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces of the unknown kind “{name}”</source>
        <translation>
            <numerusform>不明な種類「{name}」%Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>画像 1 枚</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>画像 %Ln 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>the words of 1 document</source>
        <translation>文書 1 件の文章</translation>
    </message>
    <message numerus="yes">
        <source>the words of %Ln documents</source>
        <translation>
            <numerusform>文書 %Ln 件の文章</numerusform>
        </translation>
    </message>
    <message>
        <source>1 recording</source>
        <translation>録音 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recordings</source>
        <translation>
            <numerusform>録音 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>動画 1 本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln videos</source>
        <translation>
            <numerusform>動画 %Ln 本</numerusform>
        </translation>
    </message>
    <message>
        <source>instructions for the model, once</source>
        <translation>モデルへの指示、1 回</translation>
    </message>
    <message numerus="yes">
        <source>instructions for the model, %Ln times</source>
        <translation>
            <numerusform>モデルへの指示、%Ln 回</numerusform>
        </translation>
    </message>
    <message>
        <source>1 list of sources</source>
        <translation>出典一覧 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists of sources</source>
        <translation>
            <numerusform>出典一覧 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 damaged message</source>
        <translation>壊れたメッセージ 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged messages</source>
        <translation>
            <numerusform>壊れたメッセージ %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 damaged prompt</source>
        <translation>破損したプロンプト 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged prompts</source>
        <translation>
            <numerusform>破損したプロンプト %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>the folder of 1 conversation (the file does not name it)</source>
        <translation>会話 1 件のフォルダー（ファイルに名前がありません）</translation>
    </message>
    <message numerus="yes">
        <source>the folders of %Ln conversations (the file does not name them)</source>
        <translation>
            <numerusform>会話 %Ln 件のフォルダー（ファイルに名前がありません）</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>タグ 1 個</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>タグ %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>the place of 1 message, which stands at the beginning now</source>
        <translation>メッセージ 1 件の位置（先頭に置きました）</translation>
    </message>
    <message numerus="yes">
        <source>the places of %Ln messages, which stand at the beginning now</source>
        <translation>
            <numerusform>メッセージ %Ln 件の位置（先頭に置きました）</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation that is empty or damaged</source>
        <translation>空または壊れた会話 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations that are empty or damaged</source>
        <translation>
            <numerusform>空または壊れた会話 %Ln 件</numerusform>
        </translation>
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
        <source>Running work</source>
        <translation>実行中の作業</translation>
    </message>
    <message>
        <source>1 running</source>
        <translation>1 件実行中</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 件実行中</numerusform>
        </translation>
    </message>
    <message>
        <source>What is running, and the way to stop it</source>
        <translation>実行中のものと、その止め方</translation>
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
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Keep what is pinned or in a folder</source>
        <translation>固定したものとフォルダー内のものは残す</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>バックアップ…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>復元…</translation>
    </message>
    <message>
        <source>Looks into a backup, and then asks</source>
        <translation>バックアップの中を見てからたずねます</translation>
    </message>
    <message>
        <source>Delete all conversations…</source>
        <translation>すべての会話を削除…</translation>
    </message>
    <message>
        <source>Off: a conversation is called by its first words</source>
        <translation>オフ：会話は最初の言葉で呼ばれます</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Made by the model</source>
        <translation>モデルが付ける</translation>
    </message>
    <message>
        <source>It is asked once, behind the first answer. A title that you write yourself stays.</source>
        <translation>最初の回答のあとに一度だけたずねます。自分で付けた題名はそのまま残ります。</translation>
    </message>
    <message>
        <source>On: however old they are</source>
        <translation>オン：どれほど古くても</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Writes all conversations into one file</source>
        <translation>すべての会話を 1 つのファイルに書きます</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>One file, with sound and settings if you like. Keys are never in it.</source>
        <translation>1 つのファイルです。音声と設定も入れられます。キーは入りません。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>先に確認します</translation>
    </message>
    <message>
        <source>Conversations, drafts and sound, and the copies of them that Aloud made itself.</source>
        <translation>会話、下書き、音声、そして Aloud が自分で作ったそれらの写し。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import conversations</source>
        <translation>会話を読み込む</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>報告を表示</translation>
    </message>
    <message>
        <source>What was found, line by line</source>
        <translation>見つかったものを 1 行ずつ</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>報告をコピー</translation>
    </message>
    <message>
        <source>Copies all of it</source>
        <translation>すべてコピーします</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>別のファイル…</translation>
    </message>
    <message>
        <source>Chooses another file</source>
        <translation>別のファイルを選びます</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Imports nothing (Esc)</source>
        <translation>読み込みません（Esc）</translation>
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
        <source>Import</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>Adds them to your conversations (Enter)</source>
        <translation>会話に加えます（Enter）</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} を読んでいます</translation>
    </message>
    <message>
        <source>There is nothing new in it to import.</source>
        <translation>新しく読み込むものはありません。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>読み込んでいます…</translation>
    </message>
    <message>
        <source>Taking back what was imported so far…</source>
        <translation>これまでに読み込んだものを取り消しています…</translation>
    </message>
    <message>
        <source>They stand in the list at their own times.</source>
        <translation>それぞれの日時で一覧に並びます。</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>何も読み込みませんでした</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>1 conversation</source>
        <translation>会話 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation>
            <numerusform>会話 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts and drafts from {program}</source>
        <translation>{program} のプロンプトと下書き</translation>
    </message>
    <message>
        <source>{conversations} from {program}</source>
        <translation>{program} から {conversations}</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>読み込みました</translation>
    </message>
    <message>
        <source>Imported {conversations}</source>
        <translation>{conversations}を読み込みました</translation>
    </message>
    <message>
        <source>The file breaks off or is damaged. What stands before that place can be imported.</source>
        <translation>ファイルが途切れているか壊れています。その前までは読み込めます。</translation>
    </message>
    <message>
        <source>What was begun on the empty page is in the message box.</source>
        <translation>空のページで書きかけていた内容を入力欄に入れました。</translation>
    </message>
    <message>
        <source>Not taken along: {list}.</source>
        <translation>取り込まなかったもの：{list}。</translation>
    </message>
    <message>
        <source>What was not understood or is not in the file:</source>
        <translation>理解できなかったもの、ファイルにないもの：</translation>
    </message>
    <message>
        <source>Conversation by conversation:</source>
        <translation>会話ごとに：</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>題名なし</translation>
    </message>
    <message>
        <source>What was begun on the empty page comes into the message box.</source>
        <translation>空のページで書きかけていた内容を入力欄に入れます。</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>メッセージ 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>メッセージ %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>画像 1 枚</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>画像 %Ln 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>{messages}, {pictures}</source>
        <translation>{messages}、{pictures}</translation>
    </message>
    <message>
        <source>{messages}.</source>
        <translation>{messages}。</translation>
    </message>
    <message>
        <source>{messages}, of {day}.</source>
        <translation>{messages}（{day}）。</translation>
    </message>
    <message>
        <source>{messages}, from {oldest} to {newest}.</source>
        <translation>{messages}（{oldest} から {newest}）。</translation>
    </message>
    <message>
        <source>1 saved prompt comes along.</source>
        <translation>保存したプロンプト 1 件も読み込みます。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved prompts come along.</source>
        <translation>
            <numerusform>保存したプロンプト %Ln 件も読み込みます。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 saved prompt came along.</source>
        <translation>保存したプロンプト 1 件も読み込みました。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved prompts came along.</source>
        <translation>
            <numerusform>保存したプロンプト %Ln 件も読み込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The kept sound of 1 phrase comes along, if there is room for it.</source>
        <translation>空きがあれば、1 句分の保存音声も読み込みます。</translation>
    </message>
    <message numerus="yes">
        <source>The kept sound of %Ln phrases comes along, as far as there is room for it.</source>
        <translation>
            <numerusform>空きがある限り、%Ln 句分の保存音声も読み込みます。</numerusform>
        </translation>
    </message>
    <message>
        <source>The kept sound of 1 phrase came along.</source>
        <translation>1 句分の保存音声も読み込みました。</translation>
    </message>
    <message numerus="yes">
        <source>The kept sound of %Ln phrases came along.</source>
        <translation>
            <numerusform>%Ln 句分の保存音声も読み込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>That of 1 phrase was left out: there is no room for it (Settings, History).</source>
        <translation>1 句分は空きがないため省きました（設定の「履歴」）。</translation>
    </message>
    <message numerus="yes">
        <source>That of %Ln phrases was left out: there is no room for it (Settings, History).</source>
        <translation>
            <numerusform>%Ln 句分は空きがないため省きました（設定の「履歴」）。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation is new.</source>
        <translation>会話 1 件が新しいものです。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations are new.</source>
        <translation>
            <numerusform>会話 %Ln 件が新しいものです。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is here already and has new messages.</source>
        <translation>1 件はすでにあり、新しいメッセージがあります。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already and have new messages.</source>
        <translation>
            <numerusform>%Ln 件はすでにあり、新しいメッセージがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is here already, with all its messages.</source>
        <translation>1 件はすでに全メッセージがそろっています。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already, with all their messages.</source>
        <translation>
            <numerusform>%Ln 件はすでに全メッセージがそろっています。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 of them went on here: what is new becomes a branch beside it.</source>
        <translation>そのうち 1 件はここで続きがあります。新しいものは横の枝になります。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them went on here: what is new becomes a branch beside it.</source>
        <translation>
            <numerusform>そのうち %Ln 件はここで続きがあります。新しいものは横の枝になります。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message that was deleted here stays deleted.</source>
        <translation>ここで削除したメッセージ 1 件は削除のままです。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages that were deleted here stay deleted.</source>
        <translation>
            <numerusform>ここで削除したメッセージ %Ln 件は削除のままです。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import conversations</source>
        <translation>会話を読み込む</translation>
    </message>
    <message>
        <source>Exports of conversations (*.json *.zip)</source>
        <translation>会話の書き出し (*.json *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>中を見る</translation>
    </message>
</context>
<context>
    <name>KeepingRow</name>
    <message>
        <source>Older ones are deleted when the program starts and once a day; their sound goes with them</source>
        <translation>古いものは起動時と 1 日 1 回、音声とともに削除されます</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会話一覧</translation>
    </message>
    <message>
        <source>Keep for ever</source>
        <translation>ずっと残す</translation>
    </message>
    <message>
        <source>None is that old now. Age counts from the last message.</source>
        <translation>今はそれほど古いものはありません。最後のメッセージから数えます。</translation>
    </message>
    <message numerus="yes">
        <source>On OK %n conversations are deleted for good.</source>
        <translation>
            <numerusform>OK で会話 %n 件が完全に削除されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>On OK one conversation is deleted for good.</source>
        <translation>OK で会話 1 件が完全に削除されます。</translation>
    </message>
    <message numerus="yes">
        <source>Of them %n are in the archive.</source>
        <translation>
            <numerusform>そのうち %n 件はアーカイブにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them is in the archive.</source>
        <translation>そのうち 1 件はアーカイブにあります。</translation>
    </message>
    <message>
        <source>Counting what would go…</source>
        <translation>消えるものを数えています…</translation>
    </message>
    <message>
        <source>Delete after a year</source>
        <translation>1 年後に削除</translation>
    </message>
    <message numerus="yes">
        <source>Delete after %n days</source>
        <translation>
            <numerusform>%n 日後に削除</numerusform>
        </translation>
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
    <name>Notifications</name>
    <message>
        <source>The answer was cut short: it became too long.</source>
        <translation>回答は長くなりすぎたため打ち切られました。</translation>
    </message>
    <message>
        <source>The server&apos;s content filter ended the answer.</source>
        <translation>サーバーのフィルターが回答を終わらせました。</translation>
    </message>
    <message>
        <source>The answer is ready.</source>
        <translation>回答ができました。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell when one is there and the window is not in front</source>
        <translation>回答ができ、ウィンドウが前面にないとき知らせる</translation>
    </message>
    <message>
        <source>Show its first words</source>
        <translation>最初の言葉を見せる</translation>
    </message>
    <message>
        <source>Send the answer&apos;s text, too</source>
        <translation>回答の文章も送る</translation>
    </message>
    <message>
        <source>The system shows them, and holds them back where you are not to be disturbed</source>
        <translation>システムが表示し、おやすみモードでは控えます</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Off: the notification names the conversation and says that the answer is ready</source>
        <translation>オフ：通知は会話の名前と、回答ができたことだけを伝えます</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>最初の言葉</translation>
    </message>
    <message>
        <source>An address of a program of yours that is told of the same answers</source>
        <translation>同じ回答を知らせる、あなたのプログラムのアドレス</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Gets the conversation&apos;s title and id, and how the answer ended, by POST. Empty: nobody is told.</source>
        <translation>会話の題名と ID、回答の終わり方を POST で受け取ります。空なら誰にも知らせません。</translation>
    </message>
    <message>
        <source>Off: what the answer says stays on this computer</source>
        <translation>オフ：回答の内容はこのコンピューターに留まります</translation>
    </message>
    <message>
        <source>Text for the webhook</source>
        <translation>Webhook への文章</translation>
    </message>
    <message>
        <source>An address looks like https://host/path.</source>
        <translation>アドレスは https://host/path の形です。</translation>
    </message>
    <message>
        <source>A name or password does not belong into the address.</source>
        <translation>アドレスに名前やパスワードを入れないでください。</translation>
    </message>
    <message>
        <source>Only https addresses are told, or http ones on this computer (localhost).</source>
        <translation>知らせる先は https か、このコンピューターの http (localhost) だけです。</translation>
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
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>お知らせを閉じる</translation>
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
        <source>Export the messages selected…</source>
        <translation>選択したメッセージを書き出す…</translation>
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
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>バックアップを復元</translation>
    </message>
    <message>
        <source>Bring back the settings too</source>
        <translation>設定も元に戻す</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>すべて置き換える</translation>
    </message>
    <message>
        <source>Bring in what is missing</source>
        <translation>足りないものを取り込む</translation>
    </message>
    <message>
        <source>Changes nothing else</source>
        <translation>ほかは変えません</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Changes nothing (Esc)</source>
        <translation>何も変えません（Esc）</translation>
    </message>
    <message>
        <source>The newest in it</source>
        <translation>その中の最新のもの</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Made {date} by Aloud {version}.</source>
        <translation>{date} に Aloud {version} が作成。</translation>
    </message>
    <message>
        <source>{count}, with kept sound and settings.</source>
        <translation>{count}、音声と設定つき。</translation>
    </message>
    <message>
        <source>{count}, with kept sound.</source>
        <translation>{count}、音声つき。</translation>
    </message>
    <message>
        <source>{count}, with settings.</source>
        <translation>{count}、設定つき。</translation>
    </message>
    <message>
        <source>It holds the same conversations and messages that are here now.</source>
        <translation>今ここにあるものと同じ会話とメッセージが入っています。</translation>
    </message>
    <message>
        <source>Missing here: {count}.</source>
        <translation>ここにないもの：{count}。</translation>
    </message>
    <message>
        <source>Only here, and not in the backup: {count}.</source>
        <translation>ここだけにあり、バックアップにないもの：{count}。</translation>
    </message>
    <message>
        <source>“Replace all” first sets aside what is here now, as a backup that is kept for 30 days.</source>
        <translation>「すべて置き換える」は、まず今あるものをバックアップとして 30 日間取り置きます。</translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation>会話 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>会話 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>メッセージ 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>メッセージ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>{conversations}, {messages}</source>
        <translation>{conversations}、{messages}</translation>
    </message>
</context>
<context>
    <name>RowDrawer</name>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Folder&apos;s name</source>
        <translation>フォルダーの名前</translation>
    </message>
</context>
<context>
    <name>SafekeepingScreen</name>
    <message>
        <source>Restore a backup</source>
        <translation>バックアップを復元</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n conversations?</source>
        <translation>
            <numerusform>会話 %n 件をすべて削除しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the only conversation?</source>
        <translation>ただ 1 つの会話を削除しますか？</translation>
    </message>
    <message>
        <source>Messages, drafts, folders and kept sound are gone for good, and so are the copies that Aloud made of them. Saved prompts and settings stay, and so do the files that you saved or backed up yourself.</source>
        <translation>メッセージ、下書き、フォルダー、保存した音声と、Aloud が作ったそれらの写しは完全に消えます。保存したプロンプトと設定、自分で保存したファイルやバックアップは残ります。</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>すべて削除</translation>
    </message>
    <message>
        <source>Backed up to {name}.</source>
        <translation>{name} にバックアップしました。</translation>
    </message>
    <message>
        <source>The backup was restored. What was here before is kept for 30 days as {name}.</source>
        <translation>バックアップを復元しました。以前のものは {name} として 30 日間残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n messages came in.</source>
        <translation>
            <numerusform>メッセージ %n 件を取り込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>One message came in.</source>
        <translation>メッセージ 1 件を取り込みました。</translation>
    </message>
    <message>
        <source>Nothing was missing.</source>
        <translation>足りないものはありませんでした。</translation>
    </message>
    <message>
        <source>Conversations are now kept for ever; Settings, History can change that.</source>
        <translation>会話はこれからずっと残ります。設定の「履歴」で変えられます。</translation>
    </message>
    <message>
        <source>All conversations are gone.</source>
        <translation>すべての会話を削除しました。</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>バックアップ先</translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>バックアップ (*.zip)</translation>
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
    <name>SearchPanel</name>
    <message>
        <source>Search everything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>すべての会話を検索</translation>
    </message>
    <message>
        <source>Not understood: {0}</source>
        <translation>理解できません：{0}</translation>
    </message>
    <message>
        <source>More than {0}: the best of the newest</source>
        <translation>{0} 件以上：新しいものから良い順</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>looked through without an index, which cannot be written now</source>
        <translation>索引を書き込めないため、索引なしで調べました</translation>
    </message>
    <message>
        <source>still indexing: {0} %</source>
        <translation>索引を作成中：{0} %</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>&quot;two words&quot;</source>
        <translation>&quot;二つの言葉&quot;</translation>
    </message>
    <message>
        <source>beside each other</source>
        <translation>並んだ言葉</translation>
    </message>
    <message>
        <source>-word</source>
        <translation>-言葉</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>この言葉を除く</translation>
    </message>
    <message>
        <source>who wrote it</source>
        <translation>書いた人</translation>
    </message>
    <message>
        <source>answers of this model</source>
        <translation>このモデルの回答</translation>
    </message>
    <message>
        <source>since when, until when</source>
        <translation>いつから、いつまで</translation>
    </message>
    <message>
        <source>what is in it</source>
        <translation>含まれるもの</translation>
    </message>
    <message>
        <source>in:holidays</source>
        <translation>in:休暇</translation>
    </message>
    <message>
        <source>in conversations or folders called so</source>
        <translation>この名前の会話やフォルダーの中</translation>
    </message>
    <message>
        <source>Tab  ↑ ↓  Enter</source>
        <translation>Tab  ↑ ↓  Enter</translation>
    </message>
    <message>
        <source>completes a filter, walks, goes there</source>
        <translation>条件の補完、移動、その場所へ</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>アーカイブ済み</translation>
    </message>
    <message>
        <source>Conversation {0}</source>
        <translation>会話 {0}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
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
        <source>How many replies one server is asked for at a time; further ones wait in line</source>
        <translation>1 つのサーバーに同時に求める回答の数。残りは順番を待ちます</translation>
    </message>
    <message>
        <source>Replies at once</source>
        <translation>同時の回答数</translation>
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
    <message>
        <source>A whole number from 1 to {most}.</source>
        <translation>1 から {most} までの整数。</translation>
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
        <source>Search everything</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>固定を解除しました</translation>
    </message>
    <message>
        <source>Taken out of the archive</source>
        <translation>アーカイブから取り出しました</translation>
    </message>
    <message>
        <source>Moved to the folder {0}</source>
        <translation>フォルダー {0} へ移しました</translation>
    </message>
    <message>
        <source>In no folder any more</source>
        <translation>フォルダーから出しました</translation>
    </message>
    <message>
        <source>What you talk about will be listed here.</source>
        <translation>会話はここに並びます。</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>固定済み</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去 30 日</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>in the folder {0}</source>
        <translation>フォルダー {0} 内</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>アーカイブ済み</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>折りたたみ</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>being answered</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>has something to say</source>
        <translation>読み上げ待ち</translation>
    </message>
</context>
<context>
    <name>SoundSaving</name>
    <message>
        <source>Saving sound</source>
        <translation>音声を保存中</translation>
    </message>
    <message>
        <source>Cancel saving sound</source>
        <translation>音声の保存をやめる</translation>
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
    <name>TemporaryMark</name>
    <message>
        <source>Temporary conversation</source>
        <translation>一時的な会話</translation>
    </message>
</context>
<context>
    <name>TitleLine</name>
    <message>
        <source>Title</source>
        <translation>題名</translation>
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
        <translation>削除を元に戻す</translation>
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
    <message>
        <source>The conversation was deleted.</source>
        <translation>会話を削除しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were deleted.</source>
        <translation>
            <numerusform>会話 %n 件を削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder was deleted. Its conversations stay.</source>
        <translation>フォルダーを削除しました。中の会話は残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n folders were deleted. Their conversations stay.</source>
        <translation>
            <numerusform>フォルダー %n 件を削除しました。中の会話は残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Brings it back</source>
        <translation>元に戻します</translation>
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
        <source>The webhook could not be told of an answer. Check its address in Settings.</source>
        <translation>Webhook に回答を知らせられませんでした。設定でアドレスを確認してください。</translation>
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
        <source>What was to be exported has been deleted.</source>
        <translation>書き出すものは削除されています。</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another place.</source>
        <translation>そこにはファイルを書き込めません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>This file is no backup of Aloud, or it is damaged. Nothing was changed; choose another one.</source>
        <translation>このファイルは Aloud のバックアップでないか、壊れています。何も変えていません。別のものを選んでください。</translation>
    </message>
    <message>
        <source>This backup was made by a newer Aloud. Nothing was changed; install that version first.</source>
        <translation>このバックアップは新しい Aloud のものです。何も変えていません。先にその版を入れてください。</translation>
    </message>
    <message>
        <source>The settings could not be read and were set aside. The defaults are in force; look through Settings.</source>
        <translation>設定を読めなかったため別に保管しました。今は初期値です。設定をご確認ください。</translation>
    </message>
    <message>
        <source>The history is damaged. What can be read of it is being brought over.</source>
        <translation>履歴が壊れています。読めるものを移しています。</translation>
    </message>
    <message>
        <source>The history is of a newer version of Aloud, so a new one was begun.</source>
        <translation>履歴が新しい版の Aloud のものなので、新しい履歴を始めました。</translation>
    </message>
    <message>
        <source>The history cannot be written: conversations are not being saved until it can. Check the disk.</source>
        <translation>履歴に書き込めません。書けるようになるまで会話は保存されません。ディスクを確認してください。</translation>
    </message>
    <message>
        <source>This cannot be attached.</source>
        <translation>これは添付できません。</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>このファイルを読めません。別のものを選んでください。</translation>
    </message>
    <message>
        <source>There are no conversations in this file that Aloud understands. It reads exports of Aloud, ChatGPT, Open WebUI and LibreChat.</source>
        <translation>このファイルには Aloud が理解できる会話がありません。Aloud、ChatGPT、Open WebUI、LibreChat の書き出しを読めます。</translation>
    </message>
    <message>
        <source>These conversations could not be imported.</source>
        <translation>これらの会話を読み込めませんでした。</translation>
    </message>
    <message>
        <source>There is no room on the disk for all of it, so nothing is kept. Make room and import the file again.</source>
        <translation>ディスクに全部入る空きがないため、何も残していません。空きを作ってもう一度読み込んでください。</translation>
    </message>
    <message>
        <source>An import did not come to its end, so nothing of it was kept. Import the file again.</source>
        <translation>読み込みが最後まで終わらなかったため、何も残していません。もう一度読み込んでください。</translation>
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
    <message>
        <source>The sound was not saved.</source>
        <translation>音声は保存されませんでした。</translation>
    </message>
    <message>
        <source>The server says: “{detail}”</source>
        <translation>サーバーの返答：「{detail}」</translation>
    </message>
    <message>
        <source>It was: “{words}”</source>
        <translation>対象：「{words}」</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>{seconds} 秒後に再試行します。</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>再試行しています…</translation>
    </message>
    <message>
        <source>The built-in voice says instead: “{words}”</source>
        <translation>代わりに内蔵の声が読みます：「{words}」</translation>
    </message>
    <message>
        <source>The built-in voice speaks instead.</source>
        <translation>代わりに内蔵の声が読みます。</translation>
    </message>
    <message>
        <source>The history was damaged: {conversations} with {messages} were brought over.</source>
        <translation>履歴が壊れていました：{conversations}、{messages}を移しました。</translation>
    </message>
    <message>
        <source>The history was damaged, and no message was found in it that is not here.</source>
        <translation>履歴が壊れていましたが、ここにないメッセージは見つかりませんでした。</translation>
    </message>
    <message>
        <source>The old file is kept: {file}</source>
        <translation>古いファイルは残してあります：{file}</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Running work</source>
        <translation>実行中の作業</translation>
    </message>
    <message>
        <source>Nothing runs now.</source>
        <translation>実行中のものはありません。</translation>
    </message>
    <message>
        <source>Ended lately</source>
        <translation>最近終わったもの</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Stops every reply, all speech and whatever else runs</source>
        <translation>すべての回答、読み上げ、その他の作業を停止します</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Closes this; what runs goes on (Esc)</source>
        <translation>閉じます。作業は続きます（Esc）</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop {title}</source>
        <translation>{title} を停止</translation>
    </message>
    <message>
        <source>Stops this and nothing else</source>
        <translation>これだけを停止します</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message>
        <source>Reply</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>読み上げ</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>音声ファイル</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>waits to be said</source>
        <translation>読み上げ待ち</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>trying again in {seconds} s</source>
        <translation>{seconds} 秒後に再試行</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗しました</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>受信中</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>読み上げ中</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>about {tokens}</source>
        <translation>約 {tokens}</translation>
    </message>
</context>
<context>
    <name>_Conversations</name>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
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
    <message>
        <source>Nothing of this conversation is kept. It is gone when you leave it.</source>
        <translation>この会話は何も残りません。離れると消えます。</translation>
    </message>
    <message>
        <source>Temporary conversation</source>
        <translation>一時的な会話</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Keep this conversation</source>
        <translation>この会話を残す</translation>
    </message>
    <message>
        <source>Makes an ordinary conversation of it</source>
        <translation>普通の会話にします</translation>
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
</context>
<context>
    <name>_TitleButton</name>
    <message>
        <source>Goes to “{title}”</source>
        <translation>「{title}」へ移動します</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変える…</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>固定を解除</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>フォルダーへ移す…</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>フォルダーなし</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新しいフォルダー…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>アーカイブから取り出す</translation>
    </message>
    <message>
        <source>Save sound as…</source>
        <translation>音声を保存…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversations</source>
        <translation>
            <numerusform>会話 %n 件を削除</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Delete the folder</source>
        <translation>フォルダーを削除</translation>
    </message>
</context>
</TS>
