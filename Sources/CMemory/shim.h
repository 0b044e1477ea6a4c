#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Gives freed memory back to the system where the library would keep it.
static inline void give_back_freed_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}
