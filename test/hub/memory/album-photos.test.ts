import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { keepPhotos, sharePhotos } from '../../../hub/memory/album-photos.ts';
import type { StoredPost } from '../../../hub/memory/types.ts';

const photo = { url: 'https://a.example/1.jpg', mime_type: 'image/jpeg' };
const album = (id: string, more: Partial<Item> = {}): StoredPost => ({
  id: `a:${id}`,
  key: id,
  source: 'https://a.example/albums',
  item: { id, content_text: '', url: 'https://a.example/thu-vien', ...more },
  seen: 1,
  place: 0,
  missing: 0,
});

describe('the photos of an album', () => {
  it('stay while its source lists none, with or without a cover', () => {
    for (const image of [undefined, 'https://a.example/cover.jpg']) {
      const entry = album('1', { attachments: [photo] });
      keepPhotos(entry, album('1', image ? { image } : {}).item);
      expect(entry.details).to.deep.equal({ attachments: [photo], old: true });
    }
  });

  it('are given to a cover with the same link, unless several albums have it', () => {
    const entries = [album('1', { attachments: [photo] }), album('cover')];
    expect(sharePhotos({ entries, next: 0 })).to.equal(1);
    expect(entries[1]!.details).to.deep.equal({ attachments: [photo] });
    const several = [
      album('1', { attachments: [photo] }),
      album('2', { attachments: [photo] }),
      album('cover'),
    ];
    expect(sharePhotos({ entries: several, next: 0 })).to.equal(0);
  });
});
