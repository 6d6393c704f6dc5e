import { FeedError, readFeed } from 'tct-widgets/core';

const hub = document.querySelector('meta[name=tct-hub]').content;
const status = document.querySelector('#status');

/** Titles below their days, as Vietnam's calendar has them. */
function show({ items, title }) {
  const days = items.reduce(addTo, new Map());
  for (const [day, posts] of days) {
    const term = document.createElement('dt');
    term.textContent = day.split('-').reverse().join('/');
    document.querySelector('#days').append(term, ...posts.map(entry));
  }
  status.textContent = `${title}: ${items.length} tin`;
}

const dayOf = ({ date_published: date = '' }) => date.slice(0, 10);
const addTo = (days, item) => days.set(dayOf(item), [...(days.get(dayOf(item)) ?? []), item]);

function entry({ title, url }) {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const definition = document.createElement('dd');
  definition.append(link);
  return definition;
}

try {
  // Any source that may be read: RSS, Atom, JSON Feed, WordPress REST.
  const response = await fetch(new URL(`${hub}news.json`, document.baseURI));
  show(
    await readFeed(new Uint8Array(await response.arrayBuffer()), {
      url: response.url,
      contentType: response.headers.get('content-type'),
    }),
  );
} catch (error) {
  if (!(error instanceof FeedError)) throw error;
  status.textContent = error.vi;
}
