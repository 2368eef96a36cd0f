/* Turns synchronous=FULL into NORMAL between the program and SQLite, as a preloaded library.
 *
 * The power-cut torture must lose acknowledged saves with it: else it proves nothing about FULL. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

typedef int (*callback)(void *, int, char **, char **);
typedef int (*exec)(void *, const char *, callback, void *, char **);

int sqlite3_exec(void *database, const char *sql, callback each, void *context, char **error) {
  static exec real;
  if (!real) real = (exec)dlsym(RTLD_NEXT, "sqlite3_exec");
  const char *full = sql ? strstr(sql, "synchronous=FULL") : NULL;
  if (!full) return real(database, sql, each, context, error);
  size_t before = (size_t)(full - sql);
  char *changed = calloc(1, strlen(sql) + 8);
  if (!changed) abort();
  memcpy(changed, sql, before);
  strcpy(changed + before, "synchronous=NORMAL");
  strcat(changed, full + strlen("synchronous=FULL"));
  int code = real(database, changed, each, context, error);
  free(changed);
  return code;
}
