#include <libxml/xmlversion.h>
// Its own headers of ICU would stand beside those of Foundation, and neither is needed here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

// Frees what the library handed out; its own function is a variable that Swift may not touch.
static inline void planql_xml_free(void *memory) { xmlFree(memory); }
