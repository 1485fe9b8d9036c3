"""The words with which permission is asked, or the law's demand told: version 0, which a school may replace by its own versions.

Each says who we are, what is shared, with whom, why, how long, that a no changes nothing else, how to change one's mind, what the law does
anyway, and one's rights (ICO, right to be informed; DfE's guide of 2018 for destinations). Plain paragraphs; lines that begin with "- " are
a list; names in braces are filled in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from careers.rules.asking import Purpose

MOST_SIGNS = 6_000
PLACE = re.compile(r"\{([^{}\n]*)\}")
PLACES = {
    "school": "the school’s name",
    "council": "the local council’s name",
    "until": "the month and year in which it ends",
    "contact": "how to reach the school about this, and its data protection contact",
    "to_whom": "the organisations that it is shared with",
}

RIGHTS = (
    "You can ask us to show you what we hold about you, and to put it right if it is wrong: {contact}."
    " If you are not happy with what we do, you can complain to the Information Commissioner at ico.org.uk."
)
FREE = (
    "You can say no. Nothing else changes: not school, not your results, and not your place at a college."
    " You can change your mind at any time. Tell us in person, by email or with your own link, and we stop from then on."
)
BY_LAW = "By law we must still give {council} your name, address and date of birth, and the name and address of a parent or carer."

DEFAULT_WORDS: dict[Purpose, str] = {
    Purpose.SHARE_AUTHORITY: f"""What we have to tell the council

This is not a question. The law says {{school}} must do this, so we are telling you.

We give {{council}}:

- your name
- your address
- your date of birth
- the name and address of a parent or carer

Why? The council must know that every young person has a place to learn or work, and must help those who have none.

The council asks for this until you are 18, or 25 if you have an education, health and care plan.

{RIGHTS}""",
    Purpose.SHARE_AUTHORITY_MORE: f"""May we tell the council more, so that it can help you?

{{school}} would like to give {{council}} some more about you:

- your email, your phone number, and those of a parent or carer
- what you plan to do after Year 11
- where you have applied and any offers
- where you go after Year 11

Why? If you are without a place, the council’s advisers can then reach you and know what you want to do.

We do this until {{until}}. After that we stop.

If you are 16, this is yours to decide. Before you are 16, a parent or carer may say no too.

{FREE}

{BY_LAW}

{RIGHTS}""",
    Purpose.SHARE_PROVIDERS: f"""May we talk to colleges and training providers about you?

{{school}} would like to check with the places you apply to how it is going, and whether you started.

We share this with {{to_whom}}:

- your name and date of birth
- your learner number (ULN), address, email and phone number
- what you plan and where you have applied

We do not share anything about your health, your support or your family.

Why? Then we can help if something goes wrong with your place.

We do this until {{until}}. After that we stop.

{FREE}

{BY_LAW}

{RIGHTS}""",
    Purpose.CONTACT: f"""May we stay in touch after you leave?

{{school}} would like to ask you a few times how you are getting on. It takes one minute each time.

We use your email, your phone number or your address. If we cannot reach you, we may ask a parent or carer.

Why? If your plans change, we can help. And we learn whether what we do works.

We do this for three years after Year 11, until {{until}}. After that we stop.

{FREE}

{RIGHTS}""",
    Purpose.ALUMNI: f"""Would you like to join our alumni network?

Alumni are people who used to go to {{school}}. If you join:

- we keep your name, your email or phone number, and what you do now
- we tell you about events and news
- we may ask you to tell today’s students about your work or your course

We ask you each time. Nobody outside the school gets your details, and students never get them.

We ask you every year whether you still want to be in it. You can leave at any time.

{FREE}

{RIGHTS}""",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a wording as it is shown: a paragraph, or the items of a list."""

    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A wording as it is shown: its first line is its heading."""

    heading: str
    blocks: tuple[Block, ...]


def unknown_places(words: str) -> list[str]:
    """The names in braces that nothing can be filled in for, as written."""
    return [name for name in PLACE.findall(words) if name not in PLACES]


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with the names in braces filled in. What has no value keeps its braces, so that a preview shows it."""
    return PLACE.sub(lambda found: values.get(found[1]) or found[0], words)


def as_shown(words: str, values: Mapping[str, str]) -> Shown:
    """Heading, paragraphs and lists. Filled in after it was taken apart, so that no value can look like a list."""
    heading, _, rest = words.replace("\r\n", "\n").strip().partition("\n")
    parts = [part.strip() for part in re.split(r"\n\s*\n", rest) if part.strip()]
    return Shown(filled(heading, values), tuple(block(part, values) for part in parts))


def block(part: str, values: Mapping[str, str]) -> Block:
    lines = [line.strip() for line in part.split("\n") if line.strip()]
    if all(line.startswith("- ") for line in lines):
        return Block(items=tuple(filled(line[2:].strip(), values) for line in lines))
    return Block(text=filled(" ".join(lines), values))
