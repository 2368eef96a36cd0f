// What came of all requests of a run, by task.
#pragma once

#include <stdint.h>
#include <stdio.h>

#include "histogram.h"
#include "pupils.h"

struct tally {
  uint64_t good, wrong, broken;
  uint64_t statuses[600];
  struct histogram latency;
};

extern struct tally tallies[TASKS];

// Counts an answer that took from `due` to now; true when it is a good one.
bool tally_answer(
    struct pupil *pupil, enum task task, uint64_t due, int status, const char *body,
    size_t length);
void tally_print(FILE *out, double seconds);
