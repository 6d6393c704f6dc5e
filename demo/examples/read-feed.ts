import { FeedError, readFeed } from 'tct-widgets/core';

const heading = document.querySelector('h1')!;
const list = document.querySelector('ul')!;
const url = new URL('../hub/news.json', location.href).href;

/** Reads RSS, Atom, JSON Feed or the answer of WordPress or Liferay, whichever comes. */
async function show(): Promise<void> {
  const response = await fetch(url);
  const contentType = response.headers.get('content-type') ?? undefined;
  const feed = await readFeed(new Uint8Array(await response.arrayBuffer()), { url, contentType });
  heading.textContent = feed.title ?? '';
  for (const { title, url, summary } of feed.items.slice(0, 3)) {
    const link = document.createElement('a');
    link.textContent = title ?? summary ?? '';
    if (url) link.href = url;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
}

show().catch((error) => {
  heading.textContent = error instanceof FeedError ? `Không phải nguồn tin: ${error.code}` : String(error);
});
