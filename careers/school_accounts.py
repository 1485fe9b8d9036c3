"""Asking a school's Microsoft or Google who somebody is: the authorization code flow of OpenID Connect, with PKCE, state and nonce.

No account and no session comes of it: the answer is a verified email address and nothing else. docs/decisions/0008 says why allauth's own
flow is not used here.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import jwt
import requests
from django.conf import settings
from django.core.cache import cache

from careers.rules.school_accounts import ALGORITHMS, NotBelieved, Provider, problem, verified_email

TIMEOUT = (5, 10)  # seconds to connect, and to answer
REMEMBERED = 60 * 60  # how long a provider's own description and keys are kept
LEEWAY = 60  # seconds by which clocks may differ
LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """What one visit keeps while it is at the provider, in a signed cookie."""

    provider: str
    state: str
    nonce: str
    verifier: str


def providers() -> list[Provider]:
    """Those that are set up and complete: only these are offered."""
    every = [Provider(key=key, **{**kept, "domains": tuple(d.lower() for d in kept["domains"])}) for key, kept in configured().items()]
    return [provider for provider in every if not problem(provider)]


def configured() -> dict[str, dict[str, Any]]:
    return dict(settings.SCHOOL_ACCOUNTS)


def provider_called(key: str) -> Provider | None:
    return next((provider for provider in providers() if provider.key == key), None)


def begin(provider: Provider, back_to: str) -> tuple[str, Asked]:
    """The provider's address to go to, and what to keep until the answer comes to `back_to`. Raises NotBelieved where it does not
    answer."""
    asked = Asked(provider.key, *(secrets.token_urlsafe(32) for _ in range(3)))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(asked.verifier.encode()).digest()).rstrip(b"=").decode()
    question = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back_to,
        "scope": "openid email profile",
        "state": asked.state,
        "nonce": asked.nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "prompt": "select_account",  # computers in school are shared
    }
    address = described(provider)["authorization_endpoint"]
    return f"{address}{'&' if '?' in address else '?'}{urlencode(question)}", asked


def finish(provider: Provider, asked: Asked, answer: Mapping[str, str], back_to: str) -> str:
    """The verified email address of whoever comes back. Raises NotBelieved for everything that is not as it must be."""
    if asked.provider != provider.key or not secrets.compare_digest(answer.get("state", "").encode(), asked.state.encode()):
        raise NotBelieved("an answer to nobody's question")
    if answer.get("iss", provider.issuer) != provider.issuer:
        raise NotBelieved("another provider's answer")
    if not answer.get("code"):
        raise NotBelieved("a refusal")
    token = exchanged(provider, asked, answer["code"], back_to)
    return verified_email(provider, read_token(provider, token), asked.nonce)


def exchanged(provider: Provider, asked: Asked, code: str, back_to: str) -> str:
    """The ID token for a code, straight from the provider."""
    given = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back_to,
        "client_id": provider.client_id,
        "client_secret": provider.client_secret,
        "code_verifier": asked.verifier,
    }
    token = talk("POST", described(provider)["token_endpoint"], data=given).get("id_token")
    if not isinstance(token, str):
        raise NotBelieved("no ID token")
    return token


def read_token(provider: Provider, token: str) -> dict[str, Any]:
    """The claims of a token signed by the provider, for us, in time."""
    try:
        key = signing_key(provider, token)
        return jwt.decode(
            token,
            key,
            algorithms=[alg for alg in ALGORITHMS if key.algorithm_name in (None, alg)],
            audience=provider.client_id,
            issuer=provider.issuer,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as wrong:
        raise NotBelieved("an ID token that is not good") from wrong


def signing_key(provider: Provider, token: str) -> jwt.PyJWK:
    """The provider's key that the token names. Fetched again once where it is not among those kept: providers change theirs."""
    named = jwt.get_unverified_header(token).get("kid")
    for again in (False, True):
        keys = jwt.PyJWKSet.from_dict(fetched(described(provider)["jwks_uri"], again=again)).keys
        for key in keys:
            if key.key_id == named and key.public_key_use in (None, "sig"):
                return key
    raise NotBelieved("a key that is not the provider's")


def described(provider: Provider) -> dict[str, Any]:
    """The provider's own description of itself, if it is who it should be."""
    description = fetched(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    same_kind = all(str(description.get(name, "")).startswith(provider.issuer.partition("//")[0]) for name in needed)
    if description.get("issuer") != provider.issuer or not same_kind:
        raise NotBelieved("a provider that calls itself something else")
    return description


def fetched(address: str, *, again: bool = False) -> dict[str, Any]:
    kept = f"school-account-{hashlib.sha256(address.encode()).hexdigest()}"
    found = None if again else cache.get(kept)
    if found is None:
        found = talk("GET", address)
        cache.set(kept, found, REMEMBERED)
    return found


def talk(method: str, address: str, **more: Any) -> dict[str, Any]:
    """One question to the provider. Redirections are not followed: where it lives is in its description."""
    try:
        with requests.request(method, address, timeout=TIMEOUT, allow_redirects=False, stream=True, **more) as response:
            body = response.raw.read(LARGEST, decode_content=True)
            told = json.loads(body) if response.status_code == requests.codes.ok else None
    except (requests.RequestException, OSError, ValueError) as wrong:
        raise NotBelieved("no answer from the provider") from wrong
    if not isinstance(told, dict):
        raise NotBelieved("no answer from the provider")
    return told
