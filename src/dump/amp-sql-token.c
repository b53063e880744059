/* Owns the lists of keywords. It knows tokens, not statements. */
#include "amp-sql-token.h"

#include <string.h>

gboolean
amp_sql_token_is_word (const AmpSqlToken *token, const char *word)
{
  return token->kind == AMP_SQL_WORD && token->length == strlen (word) && g_ascii_strncasecmp (token->bytes, word, token->length) == 0;
}

gboolean
amp_sql_token_is_sign (const AmpSqlToken *token, char sign)
{
  return token->kind == AMP_SQL_SIGN && token->bytes[0] == sign;
}

gboolean
amp_sql_token_is_name (const AmpSqlToken *token)
{
  return token->kind == AMP_SQL_WORD || token->kind == AMP_SQL_NAME;
}

gboolean
amp_sql_token_begins_insert (const AmpSqlToken *token)
{
  return amp_sql_token_is_word (token, "insert") || amp_sql_token_is_word (token, "replace");
}

gboolean
amp_sql_token_is_before_name (const AmpSqlToken *token)
{
  static const char *const words[] = { "into", "ignore", "low_priority", "delayed", "high_priority", "or", "replace", "only" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (amp_sql_token_is_word (token, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
amp_sql_token_is_constraint (const AmpSqlToken *token)
{
  static const char *const words[] = { "primary", "unique", "key", "index", "constraint", "foreign", "check", "fulltext", "spatial", "exclude", "like" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (amp_sql_token_is_word (token, words[i]))
      return TRUE;
  return FALSE;
}
