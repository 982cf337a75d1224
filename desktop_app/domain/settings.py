"""What the user chose. A value that is out of bounds is refused here, wherever it comes from."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from desktop_app.domain.choices import Appearance, ChatSource, IfPhraseFails, SpeechSource

__all__ = ["OPENAI_URL", "Appearance", "ChatSource", "IfPhraseFails", "Settings", "SpeechSource", "tidy_url"]

OPENAI_URL = "https://api.openai.com/v1"


def tidy_url(text: str) -> str:
    """The address as the client needs it: http or https, a host, no trailing slash; a bare host gets http and /v1."""
    text = text.strip()
    if not text:
        return OPENAI_URL
    if "://" not in text:
        text = f"http://{text}"
    text = text.rstrip("/")
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(map(str.isspace, text)):
        raise ValueError("an address looks like https://host/v1")
    _ = parts.port  # raises ValueError where it is not a number
    return text if parts.path else f"{text}/v1"


ServerUrl = Annotated[str, AfterValidator(tidy_url)]


class Settings(BaseModel):
    """Everything in the settings file, each with the value it has before anybody chose."""

    model_config = ConfigDict(frozen=True, extra="ignore", validate_default=True)

    chat_source: ChatSource = ChatSource.UNSET
    server_url: ServerUrl = OPENAI_URL
    model: str = Field(default="gpt-5-mini", max_length=200)
    system_prompt: str = Field(default="", max_length=100_000)
    streaming: bool = True
    max_output_tokens: int | None = Field(default=None, ge=1, le=1_000_000)

    spoken_replies: bool = True
    speech_source: SpeechSource = SpeechSource.SERVER
    speech_model: str = Field(default="gpt-4o-mini-tts", max_length=200)
    voice: str = Field(default="coral", max_length=200)
    speed: float = Field(default=1.0, ge=0.5, le=3.0)
    manner: str = Field(default="", max_length=4096, description="instructions for the voice")
    output_device: str = Field(default="", description="its name; empty follows the system's default")
    if_phrase_fails: IfPhraseFails = IfPhraseFails.BUILT_IN

    appearance: Appearance = Appearance.SYSTEM
    stop_key: str = Field(default="Esc", description="a key sequence in Qt's portable text")
