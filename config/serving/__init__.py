"""Keeping Waymark up: its programs, its broker, its address, and one of it to one var/."""
