/* Calls that overflow, truncate or guess, turned into compile errors: every
 * file is compiled with this one in front of it (see the top meson.build). */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A library whose own header names a banned call is included before the ban. */
#ifdef AMP_INCLUDED_BEFORE_BAN
#include AMP_INCLUDED_BEFORE_BAN
#endif

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets
#pragma GCC poison strtok atoi atol atoll                         atof
#pragma GCC poison localtime gmtime ctime                         asctime
#pragma GCC poison mktemp tmpnam                                  tempnam
