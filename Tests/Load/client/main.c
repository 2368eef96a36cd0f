// The load program of the bench. Loopback only; ends by itself.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "modes.h"
#include "tally.h"

static const char usage[] =
    "client MODE --port N --pupils FILE [--contest ID] [--connections N] [--seconds S]\n"
    "       [--rate N] [--saves N] [--base REVISION] [--path PATH] [--write FILE] [--ledger FILE]\n"
    "modes: signIn start save submit get (closed loop, or at a rate), attempts, hold\n"
    "Prints one line of JSON: rates a second, latencies in milliseconds.\n";

static struct plan plan = {.connections = 1, .seconds = 1, .path = "/healthz"};
static const char *pupils, *written, *ledger;

static void misuse(void) {
  fputs(usage, stderr);
  exit(64);
}

static void take_option(const char *name, char *value) {
  if (!strcmp(name, "--port")) plan.school.port = atoi(value);
  else if (!strcmp(name, "--pupils")) pupils = value;
  else if (!strcmp(name, "--contest")) plan.school.contest = value;
  else if (!strcmp(name, "--connections")) plan.connections = (unsigned)strtoul(value, NULL, 10);
  else if (!strcmp(name, "--seconds")) plan.seconds = strtod(value, NULL);
  else if (!strcmp(name, "--rate")) plan.rate = strtod(value, NULL);
  else if (!strcmp(name, "--saves")) plan.saves = (unsigned)strtoul(value, NULL, 10);
  else if (!strcmp(name, "--base")) plan.school.base = (uint32_t)strtoul(value, NULL, 10);
  else if (!strcmp(name, "--path")) plan.path = value;
  else if (!strcmp(name, "--write")) written = value;
  else if (!strcmp(name, "--ledger")) ledger = value;
  else misuse();
}

static void allow_descriptors(void) {
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  // A table of files that grows under way would stop the load, not the server.
  int places = limit.rlim_cur > 65536 ? 65536 : (int)limit.rlim_cur;
  int high = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, places - 1);
  if (high >= 0) close(high);
}

// What cannot work with the pupils at hand: an unknown attempt, more connections than pupils.
static void check_plan(void) {
  if (plan.connections == 0 || plan.seconds <= 0 || plan.seconds > 600) misuse();
  bool shares = plan.task != GET || plan.rate > 0;
  if (shares && plan.connections > plan.school.count)
    plan.connections = (unsigned)plan.school.count;
  for (size_t i = 0; i < plan.school.count; i++) {
    const struct pupil *pupil = &plan.school.pupils[i];
    if ((plan.task == SAVE || plan.task == SUBMIT) && pupil->slots == 0) misuse();
  }
  if (plan.task == START && !plan.school.contest) misuse();
}

int main(int count, char **words) {
  if (count < 2 || count % 2 != 0) misuse();
  for (int i = 2; i < count; i += 2) take_option(words[i], words[i + 1]);
  signal(SIGPIPE, SIG_IGN);
  allow_descriptors();
  if (!pupils || !school_read(&plan.school, pupils)) misuse();
  const char *mode = words[1];
  plan.task = TASKS;
  for (unsigned task = 0; task < TASKS; task++) {
    if (!strcmp(mode, task_names[task])) plan.task = task;
  }
  bool whole = !strcmp(mode, "attempts"), held = !strcmp(mode, "hold");
  if (whole) plan.task = START;
  if (held) plan.task = GET;
  if (plan.task == TASKS) misuse();
  check_plan();
  if (whole) run_attempts(&plan);
  else if (held) run_held(&plan);
  else if (plan.rate > 0) run_paced(&plan);
  else run_closed(&plan);
  if (written && !school_write(&plan.school, written)) return 1;
  if (ledger && !school_write_ledger(&plan.school, ledger)) return 1;
  printf("{\"attempts\": %lu, \"open\": %lu, \"events\": %lu, \"run\": ", whole_attempts, held_open,
         held_events);
  tally_print(stdout, lasted > 0 ? lasted : 1);
  // Closes the object around it.
  printf("}\n");
  return 0;
}
