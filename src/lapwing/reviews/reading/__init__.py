"""Documents as read, from PDF, Word, web pages and plain text."""
