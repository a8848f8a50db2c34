#pragma once

#include <stddef.h>
#include <stdint.h>

/// SHA-256 (FIPS 180-4) of some bytes into 32 bytes, by the system's OpenSSL.
void system_sha256(const void *_Nullable bytes, size_t count, uint8_t *_Nonnull digest);
