"""A provider of sign-ins that a test runs in its own process: it signs what the test tells it to say."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "waymark", "a secret of the school's"
KEY, OTHER_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


class StandIn:
    """`says` changes the claims of the next token; `sign_with`, `algorithm` and `described` what else it might do wrong."""

    def __init__(self, address: str) -> None:
        self.issuer = address
        self.says: dict[str, Any] = {}
        self.sign_with: Any = KEY
        self.algorithm = "RS256"
        self.key_id = "one"
        self.described: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []

    def agree(self, where: str) -> dict[str, str]:
        """What a browser would bring back once somebody has signed in at `where`."""
        question = {name: values[0] for name, values in parse_qs(urlsplit(where).query).items()}
        code = f"code-{len(self.codes)}"
        self.codes[code] = question
        return {"code": code, "state": question["state"]}

    def description(self) -> dict[str, Any]:
        ends = {f"{name}": f"{self.issuer}/{name}" for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
        return {"issuer": self.issuer, **ends, **self.described}

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def token(self, given: dict[str, str]) -> dict[str, Any] | None:
        question = self.codes.pop(given.get("code", ""), None)  # a code is good once
        if question is None or given.get("client_secret") != SECRET or given.get("redirect_uri") != question["redirect_uri"]:
            return None
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != question["code_challenge"]:
            return None
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": "17", "iat": now, "exp": now + 300, "nonce": question["nonce"]}
        claims |= {"email": "robin@hodder.example", "email_verified": True}
        claims = {name: value for name, value in {**claims, **self.says}.items() if value is not None}
        return {"id_token": jwt.encode(claims, self.sign_with, algorithm=self.algorithm, headers={"kid": self.key_id})}


@contextmanager
def running() -> Iterator[StandIn]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            stand_in.asked.append(self.path)
            known = {"/.well-known/openid-configuration": stand_in.description, "/jwks_uri": stand_in.keys}
            self.say(known[self.path]() if self.path in known else None)

        def do_POST(self) -> None:
            stand_in.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.say(stand_in.token({name: values[0] for name, values in parse_qs(body).items()}))

        def say(self, told: dict[str, Any] | None) -> None:
            self.send_response(200 if told is not None else 400)
            self.end_headers()
            self.wfile.write(json.dumps(told or {"error": "invalid_grant"}).encode())

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    stand_in = StandIn(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
