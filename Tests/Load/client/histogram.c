#include "histogram.h"

// Values below STEPS microseconds have a bucket each; above, every doubling has STEPS / 2.
static unsigned bucket_of(uint64_t micro) {
  if (micro < STEPS) return (unsigned)micro;
  unsigned shift = 63u - (unsigned)__builtin_clzll(micro) - 6u;
  unsigned bucket = STEPS + (shift - 1) * (STEPS / 2) + (unsigned)(micro >> shift) - STEPS / 2;
  unsigned last = STEPS * OCTAVES - 1;
  return bucket < last ? bucket : last;
}

static uint64_t upper_edge(unsigned bucket) {
  if (bucket < STEPS) return bucket;
  unsigned shift = (bucket - STEPS) / (STEPS / 2) + 1;
  uint64_t step = (bucket - STEPS) % (STEPS / 2) + STEPS / 2;
  return ((step + 1) << shift) - 1;
}

void histogram_add(struct histogram *h, uint64_t nanoseconds) {
  uint64_t micro = nanoseconds / 1000;
  h->counts[bucket_of(micro)]++;
  h->total++;
  if (micro > h->largest) h->largest = micro;
}

uint64_t histogram_at(const struct histogram *h, double share) {
  if (h->total == 0) return 0;
  uint64_t wanted = (uint64_t)(share * (double)h->total + 0.999999);
  uint64_t seen = 0;
  for (unsigned bucket = 0; bucket < STEPS * OCTAVES; bucket++) {
    seen += h->counts[bucket];
    if (seen >= wanted) {
      uint64_t edge = upper_edge(bucket);
      return edge < h->largest ? edge : h->largest;
    }
  }
  return h->largest;
}
