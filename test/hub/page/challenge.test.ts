import { expect } from 'chai';
import { failure, page } from './read.ts';

const D1N =
  '<html><body><script>document.cookie="D1N=0123456789abcdef0123456789abcdef"+"; path=/";window.location.reload(true);</script></body></html>';
const PORTAL =
  '<!doctype html><title>WiFi miễn phí</title><img src="/a.jpg" width=900><img src="/b.jpg" width=900><form><button>Kết nối Internet</button></form>';

describe('a challenge in place of a list page', () => {
  it('is named, before any selector is blamed', async () => {
    const error = await failure(page(D1N, { item: '.bai' }));
    expect(error.code).to.equal('challenge');
    expect(error.vi).to.match(/^Trang nguồn trả về trang kiểm tra trình duyệt/);
    expect(error.en).to.match(/^The site answered with a browser check/);
    expect(error.publicVi).to.equal(error.vi);
  });

  it('is no album of a captive portal’s pictures', async () => {
    expect((await failure(page(PORTAL, {}, 'gallery'))).code).to.equal('challenge');
  });

  it('is not seen in a list page with a login box', async () => {
    const { feed } = await page(
      '<!doctype html><title>Trường A</title><form><input name=u><input type=password name=p><button>Đăng nhập</button></form><ul><li class=bai><a href="/1">Phủ sóng WiFi</a><li class=bai><a href="/2">Bài hai</a></ul>',
      { item: '.bai' },
    );
    expect(feed.items).to.have.length(2);
  });
});
