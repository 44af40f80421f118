// Headers that the argon2 pack is about.
#include <argon2.h>
