"""What is stored of people and of the work with them, who may be one person, and what a copy to share holds."""
