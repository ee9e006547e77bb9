"""The pages of the site: Markdown files with a few lines of front matter."""

# slot: content
