"""Signing in by a school's own Microsoft or Google: what a provider must have said before we believe it who somebody is.

OpenID Connect Core 1.0, 3.1.3.7, with state and PKCE (RFC 9700). Signature, issuer, audience and times are checked before this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

MICROSOFT, GOOGLE = "login.microsoftonline.com", "accounts.google.com"
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384")


@dataclass(frozen=True, slots=True)
class Provider:
    """One school's sign-in: whose tokens are believed (`issuer`), as whom we ask, and for the addresses of which domains."""

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str
    school_urn: str
    domains: tuple[str, ...]

    @property
    def host(self) -> str:
        return urlsplit(self.issuer).hostname or ""


class NotBelieved(Exception):
    """The provider did not say, in a way we can rely on, who this is. The reason is for the log; people are all told the same."""


def verified_email(provider: Provider, claims: Mapping[str, Any], nonce: str) -> str:
    """The school email address that these claims vouch for, in small letters. Raises NotBelieved.

    Microsoft says nothing of whether `email` was verified, and a user can set it: there the sign-in name of the school's own tenant
    counts. Google's `hd` says that the account is the school's and not a private one with the same address.
    """
    if claims.get("nonce") != nonce:
        raise NotBelieved("another visit's answer")
    audience = claims.get("aud")
    if isinstance(audience, list) and len(audience) > 1 and claims.get("azp") != provider.client_id:
        raise NotBelieved("made for another program")
    if provider.host == MICROSOFT:
        email = str(claims.get("preferred_username", ""))
    elif claims.get("email_verified") is True:
        email = str(claims.get("email", ""))
    else:
        raise NotBelieved("an email address that was not verified")
    if provider.host == GOOGLE and str(claims.get("hd", "")).lower() not in provider.domains:
        raise NotBelieved("an account that is not the school's")
    email = email.strip().lower()
    if email.count("@") != 1 or email.rpartition("@")[2] not in provider.domains:
        raise NotBelieved("an address of another domain")
    return email


def problem(provider: Provider) -> str:
    """What is wrong with how a provider is set up, or ""."""
    missing = [name for name in ("issuer", "client_id", "client_secret", "school_urn") if not getattr(provider, name)]
    if missing or not provider.domains:
        return f"{', '.join(missing or ['domains'])} missing"
    if not provider.issuer.startswith("https://") and provider.host not in ("127.0.0.1", "localhost"):
        return "the issuer must begin with https://"
    if provider.host == MICROSOFT and {"common", "organizations", "consumers"} & set(urlsplit(provider.issuer).path.split("/")):
        return "the issuer must name the school's own tenant: anybody could sign in by the common one"
    return ""
