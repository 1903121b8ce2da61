"""What pages say: readings turned into exactly the words and links that a template prints."""
