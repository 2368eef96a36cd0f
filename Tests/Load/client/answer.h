// One HTTP/1.1 answer in a buffer.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct answer {
  int status;
  // The connection ends after it; the body has no end (server-sent events).
  bool closes, streams;
  const char *body;
  size_t length;
};

// False until the whole answer is there; of a stream, until its head is.
bool answer_read(const char *bytes, size_t count, struct answer *answer);
