/**
 * Whether the readers read all that the model holds. The extension's build puts `false` here: of a post it keeps what its
 * list shows and what the post is known by. Who wrote it, tags, languages, views, sizes of pictures and what a feed
 * says of itself it would read only to throw them away.
 */
export const EVERYTHING: boolean = true;
