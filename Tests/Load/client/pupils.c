#include "pupils.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const task_names[TASKS] = {"signIn", "start", "save", "submit", "get"};

bool school_read(struct school *school, const char *file) {
  FILE *in = fopen(file, "r");
  if (!in) return false;
  size_t room = 0;
  char card[CARD], token[TOKEN], attempt[ID + 1], kinds[SLOTS + 1];
  while (fscanf(in, "%39s %63s %26s %64s", card, token, attempt, kinds) == 4) {
    if (school->count == room) {
      room = room ? room * 2 : 1024;
      school->pupils = realloc(school->pupils, room * sizeof *school->pupils);
      if (!school->pupils) return false;
    }
    struct pupil *pupil = &school->pupils[school->count++];
    memset(pupil, 0, sizeof *pupil);
    strcpy(pupil->card, card);
    strcpy(pupil->token, token);
    strcpy(pupil->attempt, attempt);
    if (kinds[0] != '-') strcpy(pupil->kinds, kinds);
    pupil->slots = (unsigned)strlen(pupil->kinds);
  }
  fclose(in);
  return school->count > 0;
}

bool school_write(const struct school *school, const char *file) {
  FILE *out = fopen(file, "w");
  if (!out) return false;
  for (size_t i = 0; i < school->count; i++) {
    const struct pupil *pupil = &school->pupils[i];
    const char *kinds = pupil->slots ? pupil->kinds : "-";
    fprintf(out, "%s %s %s %s\n", pupil->card, pupil->token, pupil->attempt, kinds);
  }
  return fclose(out) == 0;
}

bool school_write_ledger(const struct school *school, const char *file) {
  FILE *out = fopen(file, "w");
  if (!out) return false;
  for (size_t i = 0; i < school->count; i++) {
    for (unsigned slot = 0; slot < school->pupils[i].slots; slot++) {
      struct slot saves = school->pupils[i].saves[slot];
      if (saves.sent) fprintf(out, "%zu %u %u %u\n", i, slot + 1, saves.acknowledged, saves.sent);
    }
  }
  return fclose(out) == 0;
}

char letter_of(uint32_t revision) { return revision % 2 ? 'a' : 'b'; }

static size_t save_body(const struct school *school, struct pupil *pupil, char *out, size_t room) {
  unsigned slot = pupil->turn % pupil->slots;
  uint32_t revision = school->base + pupil->turn / pupil->slots + 1;
  pupil->turn++;
  pupil->saves[slot].sent = revision;
  const char *form = pupil->kinds[slot] == 'm' ? "{\"revision\":%u,\"response\":[\"%c\"]}"
                                               : "{\"revision\":%u,\"response\":\"%c\"}";
  return (size_t)snprintf(out, room, form, revision, letter_of(revision));
}

static size_t with_body(
    const struct school *school, const struct pupil *pupil, const char *start, const char *body,
    char *out, size_t room) {
  return (size_t)snprintf(
      out, room,
      "%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n"
      "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
      start, school->port, pupil->token, strlen(body), body);
}

static size_t sign_in(
    const struct school *school, const struct pupil *pupil, char *out, size_t room) {
  char body[CARD + 16];
  snprintf(body, sizeof body, "{\"card\":\"%s\"}", pupil->card);
  return (size_t)snprintf(
      out, room,
      "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
      "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
      school->port, strlen(body), body);
}

size_t request_for(
    const struct school *school, struct pupil *pupil, enum task task, const char *path, char *out,
    size_t room) {
  char start[160], body[160] = "";
  switch (task) {
    case SIGN_IN: return sign_in(school, pupil, out, room);
    case START:
      snprintf(start, sizeof start, "POST /api/v1/contests/%s/attempts", school->contest);
      break;
    case SAVE:
      snprintf(
          start, sizeof start, "PUT /api/v1/attempts/%s/answers/%u", pupil->attempt,
          pupil->turn % pupil->slots + 1);
      save_body(school, pupil, body, sizeof body);
      break;
    case SUBMIT:
      snprintf(start, sizeof start, "POST /api/v1/attempts/%s/submission", pupil->attempt);
      break;
    case GET:
    case TASKS:
      return (size_t)snprintf(
          out, room,
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n"
          "Accept: application/json, text/event-stream\r\n\r\n",
          path, school->port, pupil->token);
  }
  return with_body(school, pupil, start, body, out, room);
}

// The text after `"name":"`, up to the closing quote.
static bool text_after(
    const char *body, size_t length, const char *name, char *out, size_t room) {
  const char *found = memmem(body, length, name, strlen(name));
  if (!found) return false;
  found += strlen(name);
  const char *end = memchr(found, '"', (size_t)(body + length - found));
  if (!end || (size_t)(end - found) >= room) return false;
  memcpy(out, found, (size_t)(end - found));
  out[end - found] = 0;
  return true;
}

static bool learn_paper(struct pupil *pupil, const char *body, size_t length) {
  static const char name[] = "\"kind\":\"";
  if (!text_after(body, length, "\"attempt\":\"", pupil->attempt, sizeof pupil->attempt))
    return false;
  const char *end = body + length;
  pupil->slots = pupil->turn = 0;
  memset(pupil->saves, 0, sizeof pupil->saves);
  for (const char *at = body; pupil->slots < SLOTS; pupil->slots++) {
    at = memmem(at, (size_t)(end - at), name, sizeof name - 1);
    if (!at) break;
    at += sizeof name - 1;
    pupil->kinds[pupil->slots] = *at;
  }
  pupil->kinds[pupil->slots] = 0;
  return pupil->slots > 0;
}

static bool learn_save(struct pupil *pupil, const char *body, size_t length) {
  static const char name[] = "\"revision\":";
  const char *found = memmem(body, length, name, sizeof name - 1);
  struct slot *slot = &pupil->saves[(pupil->turn - 1) % pupil->slots];
  if (!found || strtoul(found + sizeof name - 1, NULL, 10) != slot->sent) return false;
  slot->acknowledged = slot->sent;
  return memmem(body, length, "\"receipt\":\"", 11) != NULL;
}

bool learn(struct pupil *pupil, enum task task, const char *body, size_t length) {
  switch (task) {
    case SIGN_IN: return text_after(body, length, "\"token\":\"", pupil->token, TOKEN);
    case START: return learn_paper(pupil, body, length);
    case SAVE: return learn_save(pupil, body, length);
    case SUBMIT: return memmem(body, length, "\"submitted\"", 11) != NULL;
    case GET:
    case TASKS: return true;
  }
  return false;
}
