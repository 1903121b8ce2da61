"""What is stored: the record tables in a database, every version of every entry, findings, events and who may enter."""
