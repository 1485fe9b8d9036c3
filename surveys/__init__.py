"""What a school asks its students, leavers and their families, and what the answers mean."""
