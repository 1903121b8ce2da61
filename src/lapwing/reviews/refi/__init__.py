"""Exchange with other tools of qualitative analysis by REFI-QDA 1.5: projects (`.qdpx`) and code books (`.qdc`)."""
