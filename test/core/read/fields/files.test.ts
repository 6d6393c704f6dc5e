import { ATOM, entry, ITUNES, item, itemTable, jsonItem, MEDIA } from './table.ts';

const MP3 = { url: 'http://a.vn/a.mp3', mime_type: 'audio/mpeg' };

describe('files of posts', () => {
  itemTable(
    ({ attachments }) => attachments,
    [
      [
        'RSS',
        item('<enclosure url="http://a.vn/a.mp3" length="5" type="audio/mpeg"/>'),
        [{ ...MP3, size_in_bytes: 5 }],
      ],
      [
        'RSS, in capitals',
        item('<ENCLOSURE URL="http://a.vn/a.mp3" LENGTH="5" TYPE="audio/mpeg"/>'),
        [{ ...MP3, size_in_bytes: 5 }],
      ],
      ['RSS, href for url', item('<enclosure href="http://a.vn/a.mp3"/>'), [MP3]],
      [
        'RSS, attributes in lines of their own',
        item("<enclosure\n url = 'http://a.vn/a.mp3'\n type='audio/mpeg'\n/>"),
        [MP3],
      ],
      ['RSS, one address twice', item('<enclosure url="http://a.vn/a.mp3" url="http://a.vn/b.mp3"/>'), [MP3]],
      [
        'RSS, two',
        item('<enclosure url="http://a.vn/a.mp3"/><enclosure url="http://a.vn/b.pdf"/>'),
        [MP3, { url: 'http://a.vn/b.pdf', mime_type: 'application/pdf' }],
      ],
      [
        'RSS, one file twice',
        item(
          '<description>&lt;a href="http://a.vn/b.pdf">x&lt;/a></description><enclosure url="http://a.vn/b.pdf"/>',
        ),
        [{ url: 'http://a.vn/b.pdf', mime_type: 'application/pdf' }],
      ],
      ['RSS, no size that is none', item('<enclosure url="http://a.vn/a.mp3" length="1,234"/>'), [MP3]],
      ['RSS, without address', item('<title>a</title><enclosure url="" length="5"/>'), undefined],
      [
        'iTunes’ duration',
        item('<enclosure url="http://a.vn/a.mp3"/><itunes:duration>1:02:03</itunes:duration>', ITUNES),
        [{ ...MP3, duration_in_seconds: 3723 }],
      ],
      [
        'iTunes’ duration in minutes',
        item('<enclosure url="http://a.vn/a.mp3"/><itunes:duration>2:03</itunes:duration>', ITUNES),
        [{ ...MP3, duration_in_seconds: 123 }],
      ],
      [
        'iTunes’ duration in seconds',
        item('<enclosure url="http://a.vn/a.mp3"/><itunes:duration>123</itunes:duration>', ITUNES),
        [{ ...MP3, duration_in_seconds: 123 }],
      ],
      [
        'iTunes’ duration that is none',
        item('<enclosure url="http://a.vn/a.mp3"/><itunes:duration>dài</itunes:duration>', ITUNES),
        [MP3],
      ],
      [
        'Media RSS',
        item(
          '<media:content url="http://a.vn/a.mp4" fileSize="9" type="video/mp4" duration="5" width="3" height="2"/>',
          MEDIA,
        ),
        [
          {
            url: 'http://a.vn/a.mp4',
            mime_type: 'video/mp4',
            size_in_bytes: 9,
            duration_in_seconds: 5,
            _tct: { width: 3, height: 2 },
          },
        ],
      ],
      [
        'Media RSS, a player is a page',
        item('<title>a</title><media:player url="http://a.vn/p"/>', MEDIA),
        undefined,
      ],
      [
        'Atom',
        entry('<link rel="enclosure" type="audio/mpeg" href="http://a.vn/a.mp3" length="5" title="Bài"/>'),
        [{ ...MP3, title: 'Bài', size_in_bytes: 5 }],
      ],
      ['Atom in RSS', item('<atom:link rel="enclosure" href="http://a.vn/a.mp3"/>', ATOM), [MP3]],
      [
        'Atom, content that lies elsewhere',
        entry('<link href="http://a.vn/1"/><content src="http://a.vn/a.mp3" type="audio/mpeg"/>'),
        [MP3],
      ],
      [
        'Atom, content that is a page elsewhere',
        entry('<content src="http://a.vn/1" type="text/html"/>'),
        undefined,
      ],
      [
        'JSON Feed',
        jsonItem({ attachments: [{ ...MP3, title: 'a', size_in_bytes: 5, duration_in_seconds: 6 }] }),
        [{ ...MP3, title: 'a', size_in_bytes: 5, duration_in_seconds: 6 }],
      ],
      [
        'JSON Feed, counts as text',
        jsonItem({ attachments: [{ ...MP3, size_in_bytes: '5', duration_in_seconds: '6' }] }),
        [{ ...MP3, size_in_bytes: 5, duration_in_seconds: 6 }],
      ],
    ],
  );
});
