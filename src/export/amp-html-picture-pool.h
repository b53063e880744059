/* What the pictures of one HTML page have in common, kept once: the maps of a
 * report draw the same outlines in the same few colours again and again. Must
 * not know what is drawn. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AmpHtmlPicturePool AmpHtmlPicturePool;

AmpHtmlPicturePool *amp_html_picture_pool_new (void);

void amp_html_picture_pool_free (AmpHtmlPicturePool *self);

/**
 * amp_html_picture_pool_append:
 * @html: what to append to
 * @svg: a picture of ours, that stands inline in the page
 * @length: its bytes
 *
 * Appends the picture. Its longer paths and styles are kept in the pool, and
 * pointed to.
 */
void amp_html_picture_pool_append (AmpHtmlPicturePool *self, GString *html, const char *svg, gsize length);

/**
 * amp_html_picture_pool_finish:
 *
 * Appends the pool itself, a picture that shows nothing; nothing where the
 * pool is empty.
 */
void amp_html_picture_pool_finish (AmpHtmlPicturePool *self, GString *html);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmpHtmlPicturePool, amp_html_picture_pool_free)

G_END_DECLS
