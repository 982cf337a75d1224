"""One Markdown parser for the eye and the ear: what the transcript shows as code, speech never says as prose."""
