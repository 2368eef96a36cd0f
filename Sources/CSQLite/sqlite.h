// What Swift cannot import from sqlite3.h by itself: variadic calls and the
// SQLITE_TRANSIENT cast (https://sqlite.org/c3ref/c_static.html).
#ifndef TRAINING_SQLITE_H
#define TRAINING_SQLITE_H
#include <sqlite3.h>

/// Copies the text while binding, so Swift may free its buffer at once.
static inline int training_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// Copies the blob while binding.
static inline int training_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// One on/off setting of sqlite3_db_config (https://sqlite.org/c3ref/c_dbconfig_defensive.html).
static inline int training_db_config(sqlite3 *database, int option, int value) {
  return sqlite3_db_config(database, option, value, (int *)0);
}
#endif
