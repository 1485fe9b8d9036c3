"""What a school asks its students, leavers and their families. The floor has its place on the stairs; nothing is asked yet."""
