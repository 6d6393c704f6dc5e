import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SiteResponse } from './site.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Headers that the server adds itself or that concern the recorded connection. */
const NOT_REPLAYED = /^(?:host|date|connection|content-length|set-cookie|transfer-encoding|vary)$/i;

/** A recorded response with its headers; its absolute addresses are rewritten to `origin`. */
export function replay(name: string, recorded: string, origin: string): SiteResponse & { body: string } {
  const body = readFileSync(FIXTURES + name, 'utf8');
  const headersFile = `${FIXTURES}${name.replace(/\.\w+$/, '')}.headers.txt`;
  const lines = existsSync(headersFile) ? readFileSync(headersFile, 'utf8').split(/\r?\n/) : [];
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, key, value] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    if (key && !NOT_REPLAYED.test(key)) headers[key] = moved(value!, recorded, origin);
  }
  return {
    status: Number(/^HTTP\/\S+ (\d+)/m.exec(lines.join('\n'))?.[1] ?? 200),
    headers,
    body: moved(body, recorded, origin),
  };
}

function moved(text: string, from: string, to: string): string {
  const escaped = (address: string) => address.replaceAll('/', '\\/');
  return text.replaceAll(from, to).replaceAll(escaped(from), escaped(to));
}

/** Splits a feed into the text before its posts, each post, and the text after them; joined, they are the feed. */
export interface FeedParts {
  head: string;
  posts: string[];
  tail: string;
}

export function cutFeed(feed: string, tag: string): FeedParts {
  const posts = feed.match(new RegExp(`\\s*<${tag}[\\s>][\\s\\S]*?</${tag}>`, 'g')) ?? [];
  const start = posts.length ? feed.indexOf(posts[0]!) : feed.length;
  return { head: feed.slice(0, start), posts, tail: feed.slice(start + posts.join('').length) };
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
