// The pupils of a run: how each signs in, the attempt each works on, what was acknowledged.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SLOTS = 64, ID = 26, TOKEN = 64, CARD = 40 };

struct slot {
  uint32_t acknowledged, sent;
};

struct pupil {
  char card[CARD], token[TOKEN], attempt[ID + 1];
  // One letter per slot of the paper: s(ingle) or m(ultiple).
  char kinds[SLOTS + 1];
  unsigned slots;
  // Saves sent so far; the next goes to slot `turn % slots + 1`.
  unsigned turn;
  struct slot saves[SLOTS];
};

struct school {
  struct pupil *pupils;
  size_t count;
  const char *contest;
  // Revisions begin above this, so that runs on the same attempts do not collide.
  uint32_t base;
  int port;
};

enum task { SIGN_IN, START, SAVE, SUBMIT, GET, TASKS };
extern const char *const task_names[TASKS];

// A line a pupil: card, token, attempt, kinds; a dash for what is not known.
bool school_read(struct school *school, const char *file);
bool school_write(const struct school *school, const char *file);
// A line for every slot with a save: pupil, slot, acknowledged and sent revision.
bool school_write_ledger(const struct school *school, const char *file);

// Writes the request for a task; `path` is for GET only.
size_t request_for(
    const struct school *school, struct pupil *pupil, enum task task, const char *path, char *out,
    size_t room);
// Learns from a good answer; false when it is not what the task should bring.
bool learn(struct pupil *pupil, enum task task, const char *body, size_t length);
// The answer that a revision carries: `a` or `b`.
char letter_of(uint32_t revision);
