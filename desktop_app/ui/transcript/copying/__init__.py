"""What is selected, on its way to other programs: plain text, Markdown and rich text."""
