// Connections that are only there: idle after one answer, or open event streams.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "modes.h"
#include "tally.h"

uint64_t held_open, held_events;

static const struct plan *plan;
static struct wire *wires;
static unsigned opened, told;
// So many are being opened at once; the listener's backlog has an end.
enum { AT_ONCE = 256 };

static void open_next(void) {
  if (opened == plan->connections) return;
  struct school *school = (struct school *)&plan->school;
  struct wire *wire = &wires[opened];
  wire->pupil = &school->pupils[opened++ % school->count];
  wire->task = GET;
  wire->due = now_ns();
  wire->out_length = request_for(
      school, wire->pupil, GET, plan->path, wire->out, sizeof wire->out);
  wire_send(wire);
}

static void settled(void) {
  open_next();
  if (++told < plan->connections) return;
  printf("held %lu\n", held_open);
  fflush(stdout);
}

static void count_events(const char *bytes, size_t length) {
  const char *end = bytes + length;
  while ((bytes = memmem(bytes, (size_t)(end - bytes), "event:", 6))) {
    held_events++;
    bytes += 6;
  }
}

static void held_answered(struct wire *wire, int status, const char *body, size_t length) {
  if (tally_answer(wire->pupil, GET, wire->due, status, body, length)) held_open++;
  if (wire->state == STREAMING) count_events(body, length);
  // The answer's bytes are worth more to others.
  free(wire->in);
  wire->in = NULL;
  wire->in_room = wire->in_length = 0;
  settled();
}

static void held_broken(struct wire *wire) {
  tallies[GET].broken++;
  if (wire->in) {
    held_open--;
  } else {
    settled();
  }
}

static void held_streamed(struct wire *wire, const char *bytes, size_t length) {
  (void)wire;
  count_events(bytes, length);
}

static void held_woken(uint64_t now) {
  (void)now;
  wires_stop();
}

static void held_released(void) {
  // Closed by the server while idle: not open any more.
  held_open = 0;
  for (unsigned i = 0; i < plan->connections; i++) {
    if (wires[i].state == IDLE || wires[i].state == STREAMING) held_open++;
  }
  wires_stop();
}

void run_held(const struct plan *wanted) {
  static const struct events events = {
      held_answered, held_broken, held_streamed, held_woken, held_released};
  plan = wanted;
  wires = calloc(plan->connections, sizeof *wires);
  if (!wires) abort();
  wires_open(plan->school.port, &events);
  wake_at(now_ns() + (uint64_t)(plan->seconds * 1e9));
  watch_input();
  for (unsigned i = 0; i < AT_ONCE && i < plan->connections; i++) open_next();
  wires_run();
  lasted = 1;
}
