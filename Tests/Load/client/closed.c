// Closed loops: the next request leaves when an answer came.
#include <stdlib.h>

#include "clock.h"
#include "modes.h"
#include "tally.h"

uint64_t whole_attempts;
double lasted;

static const struct plan *plan;
static struct wire *wires;
static uint64_t began, ends;
static size_t next_pupil;
static unsigned working;

static struct school *school(void) { return (struct school *)&plan->school; }

static void rest(void) {
  if (--working == 0) wires_stop();
}

static void send_task(struct wire *wire, enum task task) {
  wire->task = task;
  wire->due = now_ns();
  wire->out_length = request_for(
      school(), wire->pupil, task, plan->path, wire->out, sizeof wire->out);
  wire_send(wire);
}

// Saves and reads go round the wire's own pupils, so that none has two requests under way;
// what happens once a pupil takes the next of all.
static bool take_pupil(struct wire *wire) {
  if (plan->task == SAVE || plan->task == GET) {
    wire->next += plan->connections;
    if (wire->next >= school()->count) wire->next = (uint64_t)(wire - wires);
    wire->pupil = &school()->pupils[wire->next];
    return wire->next < school()->count;
  }
  if (next_pupil == school()->count) return false;
  wire->pupil = &school()->pupils[next_pupil++];
  return true;
}

static void go_on(struct wire *wire) {
  if (now_ns() >= ends || !take_pupil(wire)) return rest();
  send_task(wire, plan->task);
}

static void closed_answered(struct wire *wire, int status, const char *body, size_t length) {
  tally_answer(wire->pupil, wire->task, wire->due, status, body, length);
  lasted = (double)(now_ns() - began) / 1e9;
  go_on(wire);
}

static void closed_broken(struct wire *wire) {
  tallies[wire->task].broken++;
  rest();
}

static void closed_woken(uint64_t now) {
  (void)now;
  // Whoever has no answer by now gets none: the bench must end.
  wires_stop();
}

static void attempts_go_on(struct wire *wire) {
  if (now_ns() >= ends) return rest();
  // Pupils may try again: with few of them, the round begins anew.
  if (next_pupil == school()->count) next_pupil = 0;
  wire->pupil = &school()->pupils[next_pupil++];
  send_task(wire, START);
}

static void attempts_answered(struct wire *wire, int status, const char *body, size_t length) {
  bool good = tally_answer(wire->pupil, wire->task, wire->due, status, body, length);
  if (!good) return rest();
  if (wire->task == SUBMIT) {
    whole_attempts++;
    lasted = (double)(now_ns() - began) / 1e9;
    return attempts_go_on(wire);
  }
  send_task(wire, wire->pupil->turn < plan->saves ? SAVE : SUBMIT);
}

static void run(const struct plan *wanted, const struct events *events, void (*first)(struct wire *)) {
  plan = wanted;
  wires = calloc(plan->connections, sizeof *wires);
  if (!wires) abort();
  wires_open(plan->school.port, events);
  began = now_ns();
  ends = began + (uint64_t)(plan->seconds * 1e9);
  wake_at(ends + 20000000000u);
  working = plan->connections;
  for (unsigned i = 0; i < plan->connections; i++) {
    // One step back: taking the next pupil steps forward.
    wires[i].next = (uint64_t)i - plan->connections;
    first(&wires[i]);
  }
  if (working > 0) wires_run();
}

void run_closed(const struct plan *wanted) {
  static const struct events events = {closed_answered, closed_broken, NULL, closed_woken, NULL};
  run(wanted, &events, go_on);
}

void run_attempts(const struct plan *wanted) {
  static const struct events events = {attempts_answered, closed_broken, NULL, closed_woken, NULL};
  run(wanted, &events, attempts_go_on);
}
