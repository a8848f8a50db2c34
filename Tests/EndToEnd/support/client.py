"""A plain HTTP client that can speak from any address of the loopback network."""

import http.client
import json
import socket
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit


@dataclass
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The problem's code; an answer has none."""
        return self.json.get("code")


class Client:
    """Speaks to one server; a connection for each request unless `kept` is used."""

    def __init__(self, url, source=None, key=None):
        parts = urlsplit(url)
        self.url = url
        self.host, self.port = parts.hostname, parts.port
        self.source = source
        self.key = key

    def at(self, source):
        """The same, from another address."""
        return Client(self.url, source, self.key)

    def with_key(self, key):
        return Client(self.url, self.source, key)

    def kept(self):
        """A connection to be used for many requests."""
        origin = (self.source, 0) if self.source else None
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60, source_address=origin)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def request(self, method, path, body=None, headers=None, connection=None):
        headers = dict(headers or {})
        if self.key:
            headers.setdefault("Authorization", f"Bearer {self.key}")
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        used = connection or self.kept()
        try:
            used.request(method, path, body=body, headers=headers)
            reply = used.getresponse()
            return Reply(reply.status, reply.headers, reply.read())
        finally:
            if connection is None:
                used.close()

    def get(self, path, **headers):
        return self.request("GET", path, headers=headers)

    def post(self, path, body, connection=None, **headers):
        return self.request("POST", path, body, headers, connection)

    def form(self, path, connection=None, **fields):
        body = urlencode(fields).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
        return self.request("POST", path, body, headers, connection)

    def ask(self, plate, suffix=None, connection=None, category=None, **members):
        """Asks as the public does."""
        query = {"plate": {"number": plate} | ({"category": category} if category else {})} | members
        if suffix is not None:
            query["vinSuffix"] = suffix
        return self.post("/v1/coverage-queries", query, connection)

    def upload(self, content, path="/v1/uploads", **headers):
        return self.request("POST", path, content, {"Content-Type": "text/csv", **headers})

    def socket(self):
        """A bare connection, for what no client library would send."""
        return socket.create_connection((self.host, self.port), timeout=60)
