/* The name of a person in the form in which names are compared: which letters
 * are the last name, which the first. Knows nothing of likeness. Thread-safe: no
 * state but tables that never change. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters of one part of a name; what follows is cut. */
#define AMP_NAME_PART_SIZE 96

/**
 * AmpNamePart:
 * @letters: (array length=length): upper-case ASCII, all words in one
 * @length: letters; 0 when there is no such part
 * @head_length: letters of its first word
 */
typedef struct
{
  char  letters[AMP_NAME_PART_SIZE];
  guint length;
  guint head_length;
} AmpNamePart;

/**
 * AmpName:
 * @last: last name
 * @first: first name; two words of it at most, since further ones are given by
 *   few; one letter when that is all there is ("J.", "J.P.", "JP")
 * @birth: another last name: that at birth, or the first of a double one
 * @is_first_known: whether the first name is one that many bear
 * @is_unsure: whether nothing told which of three words or more are which part
 */
typedef struct
{
  AmpNamePart last;
  AmpNamePart first;
  AmpNamePart birth;
  gboolean    is_first_known;
  gboolean    is_unsure;
} AmpName;

/**
 * AmpNameText:
 * @bytes: (array length=length): a value, UTF-8
 * @length: bytes
 */
typedef struct
{
  const char *bytes;
  gsize       length;
} AmpNameText;

/**
 * amp_name_read:
 * @last: the last name; may be empty
 * @first: the first name; may be empty
 * @birth: the name at birth; may be empty, and stands in for @last then
 * @name: (out): its parts
 *
 * "DUPONT née MARTIN" gives both names. A name without a Latin letter is none, and
 * a first name that is the last name again, and that few bear, was not known to
 * whoever filed it.
 */
void amp_name_read (AmpNameText last, AmpNameText first, AmpNameText birth, AmpName *name);

/**
 * amp_name_read_full:
 * @full: first and last name in one value, in either order
 * @name: (out): its parts
 *
 * Looks at commas, at which words are in capitals, and at which are first names
 * that many bear. Where nothing tells, the last name is taken to come first:
 * names are compared crosswise too.
 */
void amp_name_read_full (AmpNameText full, AmpName *name);

G_END_DECLS
