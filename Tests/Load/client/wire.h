// Kept-alive HTTP/1.1 connections over epoll; one request in flight on each.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pupils.h"

enum wire_state { UNOPENED, CONNECTING, IDLE, WAITING, STREAMING, GONE };

struct wire {
  int fd;
  enum wire_state state;
  // What is under way, and since when it was due.
  enum task task;
  struct pupil *pupil;
  uint64_t due;
  // For the paced modes: requests that became due while one was in flight, and the next of them.
  unsigned backlog;
  uint64_t next;
  bool closes;
  char out[640];
  size_t out_length, out_sent;
  char *in;
  size_t in_length, in_room;
};

// What the mode of the run does with what arrives.
struct events {
  void (*answered)(struct wire *wire, int status, const char *body, size_t length);
  // The connection broke with a request in flight, or could not be made.
  void (*broken)(struct wire *wire);
  void (*streamed)(struct wire *wire, const char *bytes, size_t length);
  // The moment set with `wake_at` has come.
  void (*woken)(uint64_t now);
  // Standard input ended.
  void (*released)(void);
};

void wires_open(int port, const struct events *events);
// Sends `out` of the wire, connecting first where needed.
void wire_send(struct wire *wire);
void wire_close(struct wire *wire);
// One-shot; the last call counts.
void wake_at(uint64_t moment);
void watch_input(void);
// Runs until `wires_stop` is called.
void wires_run(void);
void wires_stop(void);
