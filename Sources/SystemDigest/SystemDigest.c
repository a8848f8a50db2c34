// OpenSSL 3 calls its plain functions old and points to ones that look up and allocate a context for every digest.
// Those cost more than the hash of a leaf itself; see docs/decisions/0007.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include "SystemDigest.h"

void system_sha256(const void *bytes, size_t count, uint8_t *digest) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes, count);
    SHA256_Final(digest, &context);
}
