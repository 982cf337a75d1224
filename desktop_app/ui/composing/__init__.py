"""What stands around the message box: attachments, saved prompts, what was asked before. Made when first wanted."""
