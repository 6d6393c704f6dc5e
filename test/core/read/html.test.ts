import { expect } from 'chai';
import { rssItem } from './read.ts';

const read = (html: string) => rssItem(`<title>t</title><description><![CDATA[${html}]]></description>`);
const text = async (html: string) => (await read(html)).content_text;
const image = async (html: string) => (await read(html)).image;

describe('HTML in feeds', () => {
  it('becomes plain text, a line a block', async () => {
    expect(
      await text('<h2>Tin</h2><p>Một\n  hai&nbsp;&ldquo;ba&rdquo;</p><ul><li>a<li>b</ul>c<br>d'),
    ).to.equal('Tin\nMột hai “ba”\na\nb\nc\nd');
  });

  it('references are decoded once', async () => {
    expect(
      await text(
        '&agrave;&#224;&#xE0; &amp;lt; &Agrave;&Itilde;&Alpha; &hellip; &unknown; AT&T &copy 2026 &#150;',
      ),
    ).to.equal('ààà &lt; ÀĨΑ … &unknown; AT&T © 2026 –');
  });

  it('scripts, styles, comments and hidden parts are dropped', async () => {
    expect(
      await text(
        'a<script>x<b></script><style>y</style><!-- z --><template>t</template><div hidden>h<div>i</div></div><p style="display: none">j</p><noscript>n</noscript><span class="screen-reader-text">s</span>b',
      ),
    ).to.equal('a\nnb');
  });

  it('a form that asks for a password is dropped, another is text', async () => {
    expect(
      await text(
        'trước<form class="post-password-form"><p>Nội dung này được bảo vệ</p><input name="post_password" type="password"><input type="submit"></form>sau',
      ),
    ).to.equal('trước\nsau');
    expect(await text('<form><p>Góp ý</p><input type="text"></form>')).to.equal('Góp ý');
  });

  it('the image is the first that shows something', async () => {
    expect(await image('<img src="/a.jpg">')).to.equal('http://truong.example/a.jpg');
    expect(await image('<img src=a.jpg width=130>')).to.equal('http://truong.example/tin/a.jpg');
    expect(await image('<img src="data:image/gif;base64,R0" data-src="/lazy.jpg">')).to.equal(
      'http://truong.example/lazy.jpg',
    );
    expect(
      await image(
        '<img src="/p.gif" width="1" height="1"><img src="https://s.w.org/images/core/emoji/14/72x72/1f600.png" class="emoji"><img src="//cdn.vn/b.jpg">',
      ),
    ).to.equal('http://cdn.vn/b.jpg');
    expect(await image('<img srcset="/c-300.jpg 300w, /c-600.jpg 600w">')).to.equal(
      'http://truong.example/c-300.jpg',
    );
    expect(await image('<img src="javascript:alert(1)"><script><img src="/no.jpg"></script>')).to.equal(
      undefined,
    );
    expect(await image('<img src="/wide.jpg" width="100%">')).to.equal('http://truong.example/wide.jpg');
  });

  it('linked documents become attachments', async () => {
    expect(
      (await read('<p>Xem <a href="/f/45-TB.pdf">Thông báo <b>45</b></a>, <a href="/x.html">trang</a></p>'))
        .attachments,
    ).to.deep.equal([
      { url: 'http://truong.example/f/45-TB.pdf', mime_type: 'application/pdf', title: 'Thông báo 45' },
    ]);
  });

  it('tags in the open are read as HTML too', async () => {
    expect(
      (await rssItem('<title>t</title><description><p>Một &amp; <b>hai</b></p>ba</description>'))
        .content_text,
    ).to.equal('Một & hai\nba');
  });

  it('summary and text are cut at a word', async () => {
    const item = await read(`<p>${'chữ '.repeat(2000)}</p>`);
    expect(item.summary).to.have.length.within(590, 600);
    expect(item.summary).to.match(/chữ…$/);
    expect(item.content_text).to.have.length.within(1990, 2000);
  });
});
