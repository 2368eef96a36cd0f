#include "tally.h"

#include "clock.h"

struct tally tallies[TASKS];

bool tally_answer(
    struct pupil *pupil, enum task task, uint64_t due, int status, const char *body,
    size_t length) {
  struct tally *tally = &tallies[task];
  if (status < 200 || status > 299) {
    tally->statuses[status >= 0 && status < 600 ? status : 0]++;
    return false;
  }
  if (!learn(pupil, task, body, length)) {
    tally->wrong++;
    return false;
  }
  histogram_add(&tally->latency, now_ns() - due);
  tally->good++;
  return true;
}

static void print_latency(FILE *out, const struct histogram *latency) {
  static const struct {
    const char *name;
    double share;
  } wanted[] = {{"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p999", 0.999}};
  for (unsigned i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    double milli = (double)histogram_at(latency, wanted[i].share) / 1000;
    fprintf(out, ", \"%s\": %.3f", wanted[i].name, milli);
  }
  fprintf(out, ", \"max\": %.3f", (double)latency->largest / 1000);
}

static void print_one(FILE *out, const struct tally *tally, double seconds) {
  uint64_t refused = 0;
  fprintf(out, "{\"good\": %lu, \"wrong\": %lu, \"broken\": %lu", tally->good, tally->wrong,
          tally->broken);
  fprintf(out, ", \"statuses\": {");
  for (unsigned status = 0; status < 600; status++) {
    if (!tally->statuses[status]) continue;
    fprintf(out, "%s\"%u\": %lu", refused ? ", " : "", status, tally->statuses[status]);
    refused += tally->statuses[status];
  }
  fprintf(out, "}, \"refused\": %lu, \"rate\": %.2f", refused, (double)tally->good / seconds);
  print_latency(out, &tally->latency);
  fprintf(out, "}");
}

// Rates per second, latencies in milliseconds.
void tally_print(FILE *out, double seconds) {
  fprintf(out, "{\"seconds\": %.3f", seconds);
  for (unsigned task = 0; task < TASKS; task++) {
    fprintf(out, ", \"%s\": ", task_names[task]);
    print_one(out, &tallies[task], seconds);
  }
  fprintf(out, "}\n");
}
