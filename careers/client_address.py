"""Where a request comes from, for counting guesses: read as the limits of signing in read it (settings: TRUSTED_PROXY_COUNT)."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def counted_address(request: HttpRequest) -> str:
    """ "address:192.0.2.1". Of an IPv6 address the first half: one household or school has all of the rest. Raises PermissionDenied
    where no address can be told, as signing in does."""
    address = ip_address(get_adapter().get_client_ip(request))
    if not isinstance(address, IPv6Address):
        return f"address:{address}"
    if address.ipv4_mapped:
        return f"address:{address.ipv4_mapped}"
    return f"address:{ip_network((address, 64), strict=False).network_address}"
