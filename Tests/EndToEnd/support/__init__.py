"""What the end-to-end tests stand on: the binary, a client, records to send, and the API's own description."""
