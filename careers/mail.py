"""One message as an email: addressed, its secrets put in, plain and HTML; and what the mail server's answer means."""

import smtplib
from email.utils import formataddr, parseaddr

from anymail.exceptions import AnymailAPIError, AnymailError, AnymailInvalidAddress, AnymailRecipientsRefused
from django.conf import settings as django_settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from careers.actions import codes, links
from careers.models import Message, MessageSettings
from careers.rules.message_text import as_html, sender_line, with_secrets
from careers.rules.outbox import Means, meaning_of_service, meaning_of_smtp

LONGEST_PROBLEM = 200
LONGEST_NAME = 200
NOT_PLAIN_LETTERS = "The email address has an accent or a sign that mail servers do not take. Correct it where contact details are kept."


def secrets_of(message: Message) -> dict[str, str]:
    """What is put in while it is sent, and never stored. Raises ValueError where the installation's key has changed."""
    told = {}
    if message.link is not None:
        told["link"] = links.address_of(message.link)
    if message.code is not None:
        told["code"] = codes.digits_of(message.code)
    return told


def text_sent(message: Message) -> str:
    """The body as the person reads it, with the link that opens their answers: never log it and never store it."""
    return with_secrets(message.body, secrets_of(message))


def email_of(message: Message, settings: MessageSettings) -> EmailMultiAlternatives:
    """The email, not sent. From the school's name at the installation's address; answers go to the school. Raises ValueError, in words."""
    if not message.to.isascii():
        raise ValueError(NOT_PLAIN_LETTERS)
    address = parseaddr(django_settings.DEFAULT_FROM_EMAIL)[1]
    text = text_sent(message)
    email = EmailMultiAlternatives(
        subject=message.subject,
        body=text,
        from_email=formataddr((sender_line(settings.sender_name or message.school.name, LONGEST_NAME), address)),
        to=[formataddr((sender_line(message.to_name, LONGEST_NAME), message.to))],
        reply_to=[settings.reply_to] if settings.reply_to else None,
        headers={"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
    )
    email.attach_alternative(as_html(text), "text/html")
    return email


def outcome_of(connection: BaseEmailBackend, email: EmailMultiAlternatives) -> tuple[Means, str]:
    """Send it on an open connection: what became of it, and the server's words where they were not yes.

    A connection that broke may have taken the message first: nobody knows.
    """
    try:
        sent = connection.send_messages([email])
    except (smtplib.SMTPException, AnymailError, OSError, ValueError) as problem:
        return meaning_of(problem)
    return (Means.SENT, "") if sent else (Means.NEVER, "The mail server took nothing and gave no reason.")


def meaning_of(problem: Exception) -> tuple[Means, str]:
    """What a refusal or a broken connection means, and its words without the address they were about."""
    match problem:
        case smtplib.SMTPRecipientsRefused():
            code, said = next(iter(problem.recipients.values()))
            return refused(code, said, about_recipient=True)
        case smtplib.SMTPResponseException():
            return refused(problem.smtp_code, problem.smtp_error, about_recipient=False)
        case smtplib.SMTPNotSupportedError():
            return Means.NEVER, NOT_PLAIN_LETTERS
        case AnymailRecipientsRefused() | AnymailInvalidAddress():
            return Means.BAD_ADDRESS, "The mail service refused the address."
        case AnymailAPIError():
            means = meaning_of_service(problem.status_code)
            return means, f"The mail service answered {problem.status_code}." if problem.status_code else "The mail service did not answer."
        case ValueError():
            return Means.NEVER, "The message or its address could not be written as an email."
    return Means.UNSURE, f"The connection broke while it was being sent ({type(problem).__name__})."


def refused(code: int, said: bytes | str, *, about_recipient: bool) -> tuple[Means, str]:
    text = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
    return meaning_of_smtp(code, text, about_recipient=about_recipient), f"{code} {' '.join(text.split())}"[:LONGEST_PROBLEM]


def where_it_goes() -> tuple[str, bool]:
    """In words, how this installation sends email, and whether any leaves the machine."""
    backend = django_settings.EMAIL_BACKEND
    if backend.endswith("filebased.EmailBackend"):
        return "Nothing leaves this machine: emails are written to files in the folder mail of its data.", False
    if backend.endswith("smtp.EmailBackend"):
        return f"Email goes through the mail server {django_settings.EMAIL_HOST}.", True
    if backend.startswith("anymail."):
        return f"Email goes through the mail service {backend.split('.')[2].replace('_', ' ').title()}.", True
    return "Nothing leaves this machine: emails are only shown or thrown away.", False
