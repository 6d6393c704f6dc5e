import { expect } from 'chai';
import type { Feed } from '../../../../core/model/feed.ts';
import { compareReadings } from '../../../../hub/page/point/steadiness.ts';

const feed = (...urls: string[]): Feed => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Tin',
  items: urls.map((url) => ({ id: url, url: `https://truong.example/${url}`, title: url, content_text: '' })),
});

describe('how a source does on other readings', () => {
  it('counts the posts that are there again, and those that the next page adds', () => {
    const next = { url: 'https://truong.example/?trang=2', reading: feed('3', '4', '5') };
    expect(compareReadings(feed('1', '2', '3'), feed('0', '1', '2', '3'), next)).to.deep.equal({
      again: { same: 3, of: 3 },
      next: { url: next.url, posts: 3, isNew: 2 },
    });
  });

  it('counts none that the next page adds if it has none of its own', () => {
    const next = { url: 'https://truong.example/?trang=2', reading: feed('1') };
    expect(compareReadings(feed('1', '2', '3'), feed('3', '8'), next)).to.deep.equal({
      again: { same: 1, of: 3 },
      next: { url: next.url, posts: 1, isNew: 0 },
    });
  });

  it('passes on why a page could not be read', () => {
    const refusal = { refusal: 'không kết nối được' };
    expect(
      compareReadings(feed('1'), refusal, { url: 'https://truong.example/2', reading: refusal }),
    ).to.deep.equal({
      again: refusal,
      next: { url: 'https://truong.example/2', ...refusal },
    });
  });
});
