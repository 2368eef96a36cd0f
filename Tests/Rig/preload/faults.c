/* Makes the Nth file call fail, as a preloaded library; Tests/Rig/faults.py arms it.
 *
 * The orders lie in a file that both sides map (FAULTS_ORDERS), so a running server is armed and
 * disarmed from outside. Only calls on paths that contain `path` are counted. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE = 1, FSYNC = 2, FDATASYNC = 4, TRUNCATE = 8, OPEN = 16, NAME = 32 };
enum { FAIL = 0, SHORT = 1, KILL = 2, CUT = 3 };

struct orders {
  _Atomic uint32_t armed;
  uint32_t calls, effect, error, nth, forever;
  _Atomic uint32_t seen, fired;
  char path[256];
  /* The mounted folder whose power is cut. */
  char mount[256];
};

static struct orders *orders;

__attribute__((constructor)) static void take_orders(void) {
  const char *name = getenv("FAULTS_ORDERS");
  int file = name ? (int)open(name, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *memory = mmap(NULL, sizeof *orders, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (memory != MAP_FAILED) orders = memory;
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int cut_power(void) {
  /* FS_IOC_SHUTDOWN of ext4, 2: without flushing its log. */
  uint32_t flag = 2;
  int folder = (int)syscall(SYS_openat, AT_FDCWD, orders->mount, O_RDONLY | O_DIRECTORY, 0);
  return folder < 0 ? -1 : ioctl(folder, 0x8004587D, &flag);
}

/* Whether this call is the one; sets errno. */
static int struck(uint32_t call, const char *path) {
  if (!orders || !atomic_load(&orders->armed) || !(orders->calls & call)) return 0;
  if (!path || !strstr(path, orders->path)) return 0;
  uint32_t number = atomic_fetch_add(&orders->seen, 1) + 1;
  if (number != orders->nth && !(orders->forever && number > orders->nth)) return 0;
  atomic_fetch_add(&orders->fired, 1);
  if (orders->effect == CUT && cut_power() != 0) abort();
  if (orders->effect == KILL || orders->effect == CUT) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  errno = (int)orders->error;
  return 1;
}

static int struck_file(uint32_t call, int file) {
  if (!orders || !atomic_load(&orders->armed) || !(orders->calls & call)) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return struck(call, path);
}

/* A short write the first time; where it is to last, the disk is full from then on. */
static int is_short(void) {
  return orders->effect == SHORT && atomic_load(&orders->fired) == 1;
}

#define WRITES(name, parameters, arguments, half) \
  ssize_t name parameters { \
    REAL(name); \
    if (struck_file(WRITE, file)) return is_short() && count > 1 ? real half : -1; \
    return real arguments; \
  }

WRITES(write, (int file, const void *bytes, size_t count), (file, bytes, count),
       (file, bytes, count / 2))
WRITES(pwrite, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at),
       (file, bytes, count / 2, at))
WRITES(pwrite64, (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at),
       (file, bytes, count / 2, at))

#define FILES(name, call, parameters, arguments) \
  int name parameters { \
    REAL(name); \
    return struck_file(call, file) ? -1 : real arguments; \
  }

FILES(fsync, FSYNC, (int file), (file))
FILES(fdatasync, FDATASYNC, (int file), (file))
FILES(ftruncate, TRUNCATE, (int file, off_t length), (file, length))
FILES(ftruncate64, TRUNCATE, (int file, off64_t length), (file, length))

#define OPENS(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    return struck(OPEN, path) ? -1 : real(path, flags, mode); \
  }

OPENS(open)
OPENS(open64)

#define NAMES(name, parameters, path, arguments) \
  int name parameters { \
    REAL(name); \
    return struck(NAME, path) ? -1 : real arguments; \
  }

NAMES(rename, (const char *from, const char *to), to, (from, to))
NAMES(link, (const char *from, const char *to), to, (from, to))
NAMES(unlink, (const char *path), path, (path))
