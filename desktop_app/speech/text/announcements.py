"""Said in place of what is only shown, in the language of the text around: "Code, Python, 24 lines."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.markdown.blocks import Alert

# Names as a person says them, where they differ from the word behind the fence.
_CODE_NAMES = {
    "py": "Python", "js": "JavaScript", "javascript": "JavaScript", "ts": "TypeScript", "typescript": "TypeScript",
    "sh": "shell", "bash": "Bash", "zsh": "shell", "console": "shell", "c++": "C++", "cpp": "C++", "cs": "C sharp",
    "csharp": "C sharp", "c#": "C sharp", "rs": "Rust", "rb": "Ruby", "kt": "Kotlin", "md": "Markdown", "yml": "YAML",
    "html": "HTML", "css": "CSS", "sql": "SQL", "json": "JSON", "yaml": "YAML", "xml": "XML", "toml": "TOML",
    "php": "PHP", "text": "", "txt": "", "plaintext": "", "jsx": "JSX", "tsx": "TSX", "latex": "LaTeX", "tex": "TeX",
    "csv": "CSV", "svg": "SVG", "graphql": "GraphQL", "powershell": "PowerShell", "ps1": "PowerShell",
    "vb": "Visual Basic", "objc": "Objective C", "objective-c": "Objective C", "asm": "assembly", "ini": "INI",
    "golang": "Go", "hs": "Haskell", "scss": "SCSS", "wasm": "WebAssembly", "jsonc": "JSON", "json5": "JSON",
    "mysql": "MySQL", "postgresql": "PostgreSQL", "fs": "F sharp", "f#": "F sharp", "fsharp": "F sharp",
    "ex": "Elixir", "pl": "Perl", "tf": "Terraform", "http": "HTTP",
}  # fmt: skip


_ALERTS = list(Alert)
_NAME = re.compile(r"[\w+#-]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; a pair is for one and for more, ``alerts`` are in the order of ``Alert``."""

    code: str = "Code"
    lines: tuple[str, str] = ("line", "lines")
    table: str = "Table"
    columns: tuple[str, str] = ("column", "columns")
    formula: str = "formula"
    quote: str = "Quote"
    note: str = "note"
    alerts: tuple[str, str, str, str, str] = ("Note", "Tip", "Important", "Warning", "Caution")


_WORDS = {
    "en": Words(),
    "de": Words("Code", ("Zeile", "Zeilen"), "Tabelle", ("Spalte", "Spalten"), "Formel", "Zitat", "Anmerkung",
                ("Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht")),
    "fr": Words("Code", ("ligne", "lignes"), "Tableau", ("colonne", "colonnes"), "formule", "Citation", "note",
                ("Remarque", "Astuce", "Important", "Avertissement", "Attention")),
    "es": Words("Código", ("línea", "líneas"), "Tabla", ("columna", "columnas"), "fórmula", "Cita", "nota",
                ("Nota", "Consejo", "Importante", "Advertencia", "Precaución")),
    "it": Words("Codice", ("riga", "righe"), "Tabella", ("colonna", "colonne"), "formula", "Citazione", "nota",
                ("Nota", "Suggerimento", "Importante", "Avviso", "Attenzione")),
    "pt": Words("Código", ("linha", "linhas"), "Tabela", ("coluna", "colunas"), "fórmula", "Citação", "nota",
                ("Nota", "Dica", "Importante", "Aviso", "Cuidado")),
    "nl": Words("Code", ("regel", "regels"), "Tabel", ("kolom", "kolommen"), "formule", "Citaat", "noot",
                ("Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Let op")),
    "ru": Words("Код", ("строка", "строк"), "Таблица", ("столбец", "столбцов"), "формула", "Цитата", "примечание",
                ("Примечание", "Совет", "Важно", "Предупреждение", "Осторожно")),
    "ja": Words("コード", ("行", "行"), "表", ("列", "列"), "数式", "引用", "注",
                ("メモ", "ヒント", "重要", "警告", "注意")),
    "cmn": Words("代码", ("行", "行"), "表格", ("列", "列"), "公式", "引用", "注",
                 ("注意", "提示", "重要", "警告", "小心")),
    "ko": Words("코드", ("줄", "줄"), "표", ("열", "열"), "수식", "인용", "주",
                ("참고", "팁", "중요", "경고", "주의")),
    "hi": Words("कोड", ("पंक्ति", "पंक्तियाँ"), "तालिका", ("स्तंभ", "स्तंभ"), "सूत्र", "उद्धरण", "टिप्पणी",
                ("नोट", "सुझाव", "महत्वपूर्ण", "चेतावनी", "सावधान")),
    "ar": Words("شيفرة", ("سطر", "أسطر"), "جدول", ("عمود", "أعمدة"), "صيغة", "اقتباس", "ملاحظة",
                ("ملاحظة", "نصيحة", "مهم", "تحذير", "تنبيه")),
}  # fmt: skip


def words(language: str) -> Words:
    """The words of a language as ``languages.language_of`` names it; English for one that is not here."""
    return _WORDS.get(language, _WORDS["en"])


def code(language: str, written_in: str, lines: int) -> str:
    """``written_in``: the word behind the fence, which may be empty, or more: ``{.python}``, ``py:a.py``."""
    own = words(language)
    named = _NAME.search(written_in)
    written_in = named[0] if named else ""
    name = _CODE_NAMES.get(written_in.lower(), written_in[:1].upper() + written_in[1:])
    return ", ".join(filter(None, (own.code, name, _counted(lines, own.lines)))) + "."


def alert(language: str, sort: Alert) -> str:
    """As in "Warning:"."""
    return f"{words(language).alerts[_ALERTS.index(sort)]}: "


def table(language: str, columns: int) -> str:
    own = words(language)
    return f"{own.table}, {_counted(columns, own.columns)}."


def _counted(count: int, named: tuple[str, str]) -> str:
    return f"{count} {named[count != 1]}"
