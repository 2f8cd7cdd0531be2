"""Public follow-up of promises: from Markdown and YAML to a Swedish static site."""
