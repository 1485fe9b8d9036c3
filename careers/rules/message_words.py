"""The words Waymark writes with until a school writes its own, and what stands in them between braces.

A subject is read by whoever glances at a screen, so it holds nothing personal: only what `Placeholder.in_subject` allows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from careers.rules.contact import MessageChannel

EMAIL, TEXT, LETTER = MessageChannel.EMAIL, MessageChannel.TEXT, MessageChannel.LETTER


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`example` stands in a preview. `secret`: put in while the message is sent, and stored nowhere."""

    name: str
    means: str
    example: str
    in_subject: bool = False
    secret: bool = False


PLACEHOLDERS: Mapping[str, Placeholder] = MappingProxyType(
    {
        p.name: p
        for p in (
            Placeholder("first_name", "the student’s first name, as they are known", "Robin"),
            Placeholder("to_name", "the name of whom it is written to", "Sam Ashworth"),
            Placeholder("school", "the school’s name", "Harefield Academy", in_subject=True),
            Placeholder("sender", "who it is from (Message settings)", "Ms Hall, careers leader", in_subject=True),
            Placeholder("reply_to", "where answers go (Message settings)", "careers@harefield.example"),
            Placeholder("phone", "the careers telephone (Message settings)", "01632 960001"),
            Placeholder("data_protection", "whom to ask about personal data (Message settings)", "dpo@harefield.example"),
            Placeholder("survey", "what the survey is about", "Your plans after Year 11", in_subject=True),
            Placeholder("closes_on", "the last day for answers", "Friday 12 December"),
            Placeholder("number", "how many are waiting", "2", in_subject=True),
            Placeholder("page", "the address of a page for staff", "https://waymark.harefield.example/"),
            Placeholder("link", "the personal link", "https://waymark.harefield.example/go/…/", secret=True),
            Placeholder("code", "the six digits", "123456", secret=True),
        )
    }
)
EVERYWHERE = ("school", "sender", "reply_to", "phone", "data_protection")
SURVEY = ("first_name", "survey", "closes_on", "link", *EVERYWHERE)
PARENT = ("to_name", *SURVEY)


@dataclass(frozen=True, slots=True)
class Words:
    """One kind of message by one channel. `offers` may stand in it, `needs` must. A letter's subject is its heading; a text has none."""

    key: str
    channel: MessageChannel
    name: str
    subject: str
    body: str
    offers: tuple[str, ...]
    needs: tuple[str, ...] = ()


NAMES = MappingProxyType(
    {
        "invitation": "Invitation to a survey",
        "reminder": "Reminder: not started",
        "started": "Reminder: started and not finished",
        "parent_reminder": "To a parent or carer: not answered yet",
        "one_time_code": "Six-digit code",
        "worry_waiting": "To staff: a worry waits to be read",
        "worry_handed_over": "To the safeguarding lead: a worry is handed over",
        "test": "Test message to oneself",
    }
)

FOOT = """
If you need help with the questions, speak to your tutor or the careers team, or answer this email.

{sender}
{school}
"""

DEFAULTS: tuple[Words, ...] = (
    Words(
        "invitation", EMAIL, NAMES["invitation"],
        "{school}: {survey}",
        """Hello {first_name},

We would like to know what you are thinking of doing next, so that we can help you get there. It takes about four minutes. \
“I don’t know yet” is a good answer too.

{link}

The link is yours alone: please don’t pass it on. You can stop and come back to it, until {closes_on}.
""" + FOOT,
        SURVEY, ("link",),
    ),
    Words(
        "invitation", TEXT, NAMES["invitation"], "",
        "Hello {first_name}, {school} would like to know your plans, so that we can help. It takes about four minutes: {link}",
        SURVEY, ("link",),
    ),
    Words(
        "invitation", LETTER, NAMES["invitation"],
        "{survey}",
        """Dear {first_name},

We would like to know what you are doing or planning next, so that we can help you. It takes a few minutes.

Point the camera of a phone at the square below, or type this address into a browser:

{link}

It is yours alone: please don’t pass it on. You can answer until {closes_on}. If you would rather talk to us, call {phone}.

{sender}
{school}
""",
        SURVEY, ("link",),
    ),
    Words(
        "reminder", EMAIL, NAMES["reminder"],
        "{school}: it takes about four minutes",
        """Hello {first_name},

We have not heard from you yet. “{survey}” is open until {closes_on}, and most people need about four minutes.

{link}

If you would rather tell us in person, come and see us: that counts as well.
""" + FOOT,
        SURVEY, ("link",),
    ),
    Words(
        "reminder", TEXT, NAMES["reminder"], "",
        "Hello {first_name}, {school} has not heard from you yet. Four minutes, until {closes_on}: {link}",
        SURVEY, ("link",),
    ),
    Words(
        "reminder", LETTER, NAMES["reminder"],
        "{survey}",
        """Dear {first_name},

We have not heard from you yet, and we would like to be sure that you have the help you need.

Point the camera of a phone at the square below, or type this address into a browser:

{link}

You can answer until {closes_on}. If you would rather talk to us, call {phone}.

{sender}
{school}
""",
        SURVEY, ("link",),
    ),
    Words(
        "started", EMAIL, NAMES["started"],
        "{school}: you have begun, and the rest is short",
        """Hello {first_name},

You have begun to answer, and what you told us is kept. This link brings you to the question where you stopped:

{link}

It is open until {closes_on}.
""" + FOOT,
        SURVEY, ("link",),
    ),
    Words(
        "started", TEXT, NAMES["started"], "",
        "Hello {first_name}, what you told {school} is kept. This brings you to where you stopped: {link}",
        SURVEY, ("link",),
    ),
    Words(
        "parent_reminder", EMAIL, NAMES["parent_reminder"],
        "{school}: {survey}",
        """Dear {to_name},

{first_name} has been asked about plans for after Year 11 and has not answered yet. It takes about four minutes, until {closes_on}, \
with the link that {first_name} was sent, or in school.

Would you remind {first_name}, or tell us if there is something we can help with?

{sender}
{school}
{phone}
""",
        PARENT,
    ),
    Words(
        "parent_reminder", TEXT, NAMES["parent_reminder"], "",
        "{school}: {first_name} has not told us their plans yet. Would you remind them? It takes four minutes, until {closes_on}.",
        PARENT,
    ),
    Words(
        "parent_reminder", LETTER, NAMES["parent_reminder"],
        "{survey}",
        """Dear {to_name},

{first_name} has been asked about plans for after Year 11 and has not answered yet. It takes about four minutes, until {closes_on}, \
with the link that {first_name} was sent, or in school.

Would you remind {first_name}, or tell us if there is something we can help with? You can reach us on {phone}.

{sender}
{school}
""",
        PARENT,
    ),
    Words(
        "one_time_code", EMAIL, NAMES["one_time_code"],
        "{school}: your code",
        """Hello {first_name},

Your code is {code}

It works once, for ten minutes. If you did not ask for it, somebody may have typed your details by mistake: \
nothing happens unless the code is used. We never ask you to tell it to anybody.

{school}
""",
        ("first_name", "code", *EVERYWHERE), ("code",),
    ),
    Words(
        "one_time_code", TEXT, NAMES["one_time_code"], "",
        "{code} is your code for {school}. It works once, for ten minutes. Never tell it to anybody.",
        ("first_name", "code", *EVERYWHERE), ("code",),
    ),
    Words(
        "worry_waiting", EMAIL, NAMES["worry_waiting"],
        "{school}: something waits to be read in Waymark",
        """A student has written of a worry ({number} waiting), and nobody has read it for a school day. \
What they wrote is only in Waymark, not in this message.

Please sign in and read it today:

{page}
""",
        ("number", "page", *EVERYWHERE), ("page",),
    ),
    Words(
        "worry_handed_over", EMAIL, NAMES["worry_handed_over"],
        "{school}: something was handed to you in Waymark",
        """A colleague has handed you a worry that a student wrote of. What they wrote is only in Waymark, not in this message.

Please sign in and read it now:

{page}
""",
        ("page", *EVERYWHERE), ("page",),
    ),
    Words(
        "test", EMAIL, NAMES["test"],
        "{school}: a test message from Waymark",
        """This is a test. If you can read it, Waymark can send email for {school}.

It is from: {sender}
Answers go to: {reply_to}
""",
        EVERYWHERE,
    ),
)  # fmt: skip

BY_KEY: Mapping[tuple[str, str], Words] = MappingProxyType({(words.key, words.channel.value): words for words in DEFAULTS})


def words_for(key: str, channel: str) -> Words:
    """The default words. Raises KeyError for a message that does not exist by this channel."""
    return BY_KEY[key, str(channel)]
