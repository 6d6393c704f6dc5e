import { FeedError, feedErrorMessage } from '../../core/read/feed-error.ts';
import { PageError } from './page-error.ts';

/**
 * Says why a body cannot be read, for the status page. That page is public, and a body may be from a server that is
 * not: of the body, the message quotes only the title of a page or a known error.
 */
export function unreadableMessage(error: unknown): string {
  if (error instanceof FeedError) return error.isExcerpt ? feedErrorMessage(error.code, '')!.vi : error.vi;
  if (error instanceof PageError) return error.publicVi;
  // A bug in the readers. Its own message may quote the body, as that of `JSON.parse` does.
  const name = error instanceof Error ? error.name : typeof error;
  return `Không đọc nổi nguồn này; xin gửi địa chỉ của nó cho người làm tct-hub (${name}).`;
}
