// Latencies by logarithmic buckets, 64 to a doubling: percentiles to 1.6 %, exact counts.
#pragma once

#include <stdint.h>

enum { STEPS = 128, OCTAVES = 28 };

struct histogram {
  uint64_t counts[STEPS * OCTAVES];
  uint64_t total;
  uint64_t largest;
};

void histogram_add(struct histogram *h, uint64_t nanoseconds);
// Microseconds below which `share` of all values lie (the upper edge of their bucket).
uint64_t histogram_at(const struct histogram *h, double share);
