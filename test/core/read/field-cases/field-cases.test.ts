import { expect } from 'chai';
import { readFeed } from '../../../../core/index.ts';
import { FIELD_CASES } from './cases.ts';

/** The value at a path such as `items.0.title`. */
const valueAt = (from: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], from);

describe('what real sites send', () => {
  for (const { name, body, expected, url = 'https://truong.example/rss.xml' } of FIELD_CASES)
    it(name, async () => {
      const feed = await readFeed(body, { url });
      for (const [path, value] of Object.entries(expected)) {
        if (value instanceof RegExp) expect(valueAt(feed, path), path).to.match(value);
        else expect(valueAt(feed, path), path).to.deep.equal(value);
      }
    });
});
