"""What can happen in a story, each as the rows it leaves on the record."""
