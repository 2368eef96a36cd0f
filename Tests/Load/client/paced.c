// Open loops: requests leave at their appointed times, so that a slow server hides nothing.
#include <stdlib.h>

#include "clock.h"
#include "modes.h"
#include "tally.h"

static const struct plan *plan;
static struct wire *wires;
static uint64_t began, appointed, answered_count, count;
static double interval;

static uint64_t moment_of(uint64_t number) { return began + (uint64_t)((double)number * interval); }

static void send_next(struct wire *wire) {
  struct school *school = (struct school *)&plan->school;
  wire->due = moment_of(wire->next);
  wire->next += plan->connections;
  // The pupils of a wire take turns.
  uint64_t round = wire->next / plan->connections - 1;
  uint64_t own = (school->count - (uint64_t)(wire - wires) - 1) / plan->connections + 1;
  uint64_t place = (uint64_t)(wire - wires) + round % own * plan->connections;
  wire->pupil = &school->pupils[place];
  wire->task = plan->task;
  wire->out_length = request_for(
      school, wire->pupil, plan->task, plan->path, wire->out, sizeof wire->out);
  wire_send(wire);
}

static void settle(void) {
  lasted = (double)(now_ns() - began) / 1e9;
  if (++answered_count == count) wires_stop();
}

static void paced_answered(struct wire *wire, int status, const char *body, size_t length) {
  tally_answer(wire->pupil, wire->task, wire->due, status, body, length);
  if (wire->backlog > 0) {
    wire->backlog--;
    send_next(wire);
  }
  settle();
}

static void paced_broken(struct wire *wire) {
  // What had to wait behind it is lost with it.
  tallies[wire->task].broken += 1 + wire->backlog;
  answered_count += wire->backlog;
  wire->backlog = 0;
  settle();
}

static bool is_busy(const struct wire *wire) {
  return wire->state == CONNECTING || wire->state == WAITING;
}

static void paced_woken(uint64_t now) {
  while (appointed < count && moment_of(appointed) <= now) {
    struct wire *wire = &wires[appointed++ % plan->connections];
    if (is_busy(wire)) {
      wire->backlog++;
    } else if (wire->state == GONE) {
      tallies[plan->task].broken++;
      settle();
    } else {
      send_next(wire);
    }
  }
  if (appointed < count) return wake_at(moment_of(appointed));
  // Twenty seconds of grace for the last answers; then the run ends without them.
  uint64_t grace = moment_of(count) + 20000000000u;
  if (now < grace) return wake_at(grace);
  tallies[plan->task].broken += count - answered_count;
  wires_stop();
}

void run_paced(const struct plan *wanted) {
  static const struct events events = {paced_answered, paced_broken, NULL, paced_woken, NULL};
  plan = wanted;
  wires = calloc(plan->connections, sizeof *wires);
  if (!wires) abort();
  interval = 1e9 / plan->rate;
  count = (uint64_t)(plan->rate * plan->seconds + 0.5);
  for (unsigned i = 0; i < plan->connections; i++) wires[i].next = i;
  wires_open(plan->school.port, &events);
  began = now_ns() + 20000000u;
  wake_at(began);
  if (count > 0) wires_run();
}
