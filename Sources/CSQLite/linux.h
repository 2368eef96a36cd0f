// Linux calls that the Glibc module does not show. _GNU_SOURCE stays undefined:
// its fd_set clashes with Glibc's, so accept4 is declared by hand (accept4(2)).
#ifndef TRAINING_LINUX_H
#define TRAINING_LINUX_H
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

int accept4(int socket, struct sockaddr *address, socklen_t *length, int flags);
#endif
