"""What tests of paper share."""

PLAIN = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A title</title></head><body>BODY</body></html>"""
