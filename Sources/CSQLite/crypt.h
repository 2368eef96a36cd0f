// The toolchain's libcrypt: crypt_r(3) with yescrypt ($y$).
#ifndef TRAINING_CRYPT_H
#define TRAINING_CRYPT_H
#include </usr/include/crypt.h>
#endif
