"""The national activity codes of the NCCIS return, as far as reading needs them."""

_CODES = """
    110 120 130 140 150 210 220 230 240 250 260 270 280 290 310 320 330 340 350 360 380 381 410 430 440
    450 460 530 540 550 610 615 616 619 620 630 640 650 660 670 680 710 720 810 820 830
"""

ACTIVITY_CODES = frozenset(_CODES.split())
