import { expect } from 'chai';
import { type Feed, readFeed } from '../../../core/index.ts';
import { fc, propertyRuns } from '../../property.ts';
import { faults } from '../feed-faults.ts';
import { EVERY_FORMAT, hardPost } from './every-format.ts';
import { feedOf } from './read.ts';

const posts = fc.array(hardPost, { maxLength: 3 });

/** A feed as a hub would publish it. */
function published(feed: Feed): Feed {
  const { rhythm: _, ...more } = feed._tct ?? {};
  const { _tct, ...rest } = feed;
  return Object.keys(more).length ? { ...rest, _tct: more } : rest;
}

describe('the texts of a feed', () => {
  for (const [format, write] of Object.entries(EVERY_FORMAT)) {
    it(`in ${format} become NFC without controls, and addresses parse, whatever the source has in any field`, async () => {
      await fc.assert(
        fc.asyncProperty(posts, async (all) => {
          expect(faults(await feedOf(write(all)))).to.deep.equal([]);
        }),
        { numRuns: propertyRuns(500) },
      );
    });

    it(`in ${format} are the same when the published feed is read again`, async () => {
      await fc.assert(
        fc.asyncProperty(posts, async (all) => {
          const once = published(await feedOf(write(all)));
          const twice = await readFeed(JSON.stringify(once), { url: 'https://hub.example/news.json' });
          expect(twice).to.deep.equal(once);
        }),
        { numRuns: propertyRuns(500) },
      );
    });
  }
});
