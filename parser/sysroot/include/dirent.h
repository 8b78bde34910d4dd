/* Directories come from RT-Thread; newlib has none on this target and says so the same way. */
#ifndef _DIRENT_H_
#define _DIRENT_H_

#include <sys/cdefs.h>
#include <sys/dirent.h>

#ifndef MAXNAMLEN
#define MAXNAMLEN 1024
#endif

DIR *opendir(const char *);
struct dirent *readdir(DIR *);
void rewinddir(DIR *);
int closedir(DIR *);

#endif
