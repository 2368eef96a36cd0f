#include "wire.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "answer.h"

static int poller, timer;
static bool running;
static struct sockaddr_in server;
static const struct events *on;
// Marks of the two descriptors that are no wires.
static char timer_mark, input_mark;

static void watch(int fd, uint32_t what, void *mark) {
  struct epoll_event event = {.events = what, .data.ptr = mark};
  epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event);
}

void wires_open(int port, const struct events *events) {
  on = events;
  poller = epoll_create1(EPOLL_CLOEXEC);
  timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  watch(timer, EPOLLIN, &timer_mark);
  server.sin_family = AF_INET;
  server.sin_port = htons((uint16_t)port);
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
}

void watch_input(void) { watch(STDIN_FILENO, EPOLLIN, &input_mark); }

void wake_at(uint64_t moment) {
  if (moment == 0) moment = 1;
  struct itimerspec when = {
      .it_value = {.tv_sec = (time_t)(moment / 1000000000u),
                   .tv_nsec = (long)(moment % 1000000000u)}};
  timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, NULL);
}

void wire_close(struct wire *wire) {
  if (wire->state != UNOPENED && wire->state != GONE) close(wire->fd);
  wire->state = UNOPENED;
  wire->in_length = 0;
  wire->closes = false;
}

static void broken(struct wire *wire) {
  wire_close(wire);
  wire->state = GONE;
  on->broken(wire);
}

static void flush(struct wire *wire) {
  while (wire->out_sent < wire->out_length) {
    ssize_t sent = send(
        wire->fd, wire->out + wire->out_sent, wire->out_length - wire->out_sent, MSG_NOSIGNAL);
    if (sent < 0) {
      if (errno != EAGAIN && errno != ENOTCONN) broken(wire);
      return;
    }
    wire->out_sent += (size_t)sent;
  }
}

static void open_wire(struct wire *wire) {
  int yes = 1;
  wire->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  wire->state = CONNECTING;
  if (wire->fd < 0) {
    wire->state = UNOPENED;
    return broken(wire);
  }
  setsockopt(wire->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(wire->fd, (struct sockaddr *)&server, sizeof server) != 0 && errno != EINPROGRESS)
    return broken(wire);
  watch(wire->fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, wire);
}

void wire_send(struct wire *wire) {
  wire->out_sent = 0;
  if (wire->state == IDLE) {
    wire->state = WAITING;
    flush(wire);
  } else {
    open_wire(wire);
  }
}

// Takes what was received apart; whatever the handler does, the wire is not touched after it.
static void digest(struct wire *wire) {
  if (wire->state == STREAMING) {
    on->streamed(wire, wire->in, wire->in_length);
    wire->in_length = 0;
    return;
  }
  struct answer answer;
  if (wire->state != WAITING || !answer_read(wire->in, wire->in_length, &answer)) return;
  if (answer.streams) {
    wire->state = STREAMING;
    on->answered(wire, answer.status, answer.body, answer.length);
    return;
  }
  wire->state = IDLE;
  // The body lies in the buffer: the handler copies what it keeps before it sends again.
  wire->in_length = 0;
  if (answer.closes) wire_close(wire);
  on->answered(wire, answer.status, answer.body, answer.length);
}

static void receive(struct wire *wire) {
  while (wire->state == WAITING || wire->state == STREAMING || wire->state == IDLE) {
    if (wire->in_room - wire->in_length < 2048) {
      wire->in_room = wire->in_room ? wire->in_room * 2 : 4096;
      wire->in = realloc(wire->in, wire->in_room);
      if (!wire->in) abort();
    }
    int fd = wire->fd;
    ssize_t count =
        recv(fd, wire->in + wire->in_length, wire->in_room - wire->in_length, 0);
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) {
      // An idle connection may be closed by the server at any time; that is no failure.
      if (wire->state == IDLE) return wire_close(wire);
      return broken(wire);
    }
    wire->in_length += (size_t)count;
    digest(wire);
    if (wire->fd != fd) return;
  }
}

static void happened(struct wire *wire, uint32_t what) {
  if (wire->state == CONNECTING) {
    if (what & (EPOLLERR | EPOLLHUP)) return broken(wire);
    if (!(what & EPOLLOUT)) return;
    wire->state = WAITING;
  }
  if (wire->state == WAITING && wire->out_sent < wire->out_length) flush(wire);
  if (what & (EPOLLIN | EPOLLRDHUP | EPOLLERR | EPOLLHUP)) receive(wire);
}

static void timer_rang(void) {
  uint64_t count;
  struct timespec now;
  if (read(timer, &count, sizeof count) < 0) return;
  clock_gettime(CLOCK_MONOTONIC, &now);
  on->woken((uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec);
}

void wires_run(void) {
  struct epoll_event happening[256];
  running = true;
  while (running) {
    int count = epoll_wait(poller, happening, 256, -1);
    for (int i = 0; i < count && running; i++) {
      void *mark = happening[i].data.ptr;
      if (mark == &timer_mark) {
        timer_rang();
      } else if (mark == &input_mark) {
        char bin[64];
        if (read(STDIN_FILENO, bin, sizeof bin) <= 0) on->released();
      } else {
        happened(mark, happening[i].events);
      }
    }
  }
}

void wires_stop(void) { running = false; }
