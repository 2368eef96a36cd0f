#include "answer.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The value of a field when the line is that field.
static const char *value_of(const char *line, const char *end, const char *name) {
  size_t length = strlen(name);
  if ((size_t)(end - line) < length || strncasecmp(line, name, length) != 0) return NULL;
  return line + length;
}

bool answer_read(const char *bytes, size_t count, struct answer *answer) {
  const char *end = memmem(bytes, count, "\r\n\r\n", 4);
  if (!end || count < 12) return false;
  memset(answer, 0, sizeof *answer);
  answer->status = atoi(bytes + 9);
  for (const char *line = bytes; line < end;) {
    const char *next = memmem(line, (size_t)(end - line) + 2, "\r\n", 2);
    const char *value;
    if ((value = value_of(line, next, "content-length:"))) answer->length = strtoul(value, NULL, 10);
    if (value_of(line, next, "connection: close")) answer->closes = true;
    if (value_of(line, next, "transfer-encoding: chunked")) answer->streams = true;
    line = next + 2;
  }
  answer->body = end + 4;
  size_t have = count - (size_t)(answer->body - bytes);
  if (answer->streams) {
    answer->length = have;
    return true;
  }
  return have >= answer->length;
}
