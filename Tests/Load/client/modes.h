// The kinds of load.
#pragma once

#include "wire.h"

struct plan {
  struct school school;
  unsigned connections;
  double seconds;
  // Requests a second in all; 0 sends the next as soon as an answer is there.
  double rate;
  enum task task;
  // Saves of a whole attempt.
  unsigned saves;
  const char *path;
};

// Each connection works through its share of the pupils again and again until the time is over;
// signing in, starting and submitting happens once a pupil.
void run_closed(const struct plan *plan);
// Whole attempts: start, saves, submit; the next pupil on the same connection.
void run_attempts(const struct plan *plan);
// Requests at their appointed times, whatever the answers; latency counts from the appointment.
void run_paced(const struct plan *plan);
// Opens all connections with one GET each, says so, and holds them until input ends.
void run_held(const struct plan *plan);

// Whole attempts that were acknowledged from start to submission.
extern uint64_t whole_attempts;
// Seconds from the first request to the last answer that counts.
extern double lasted;
// Held connections: those that are open, and the server-sent events by all of them.
extern uint64_t held_open, held_events;
