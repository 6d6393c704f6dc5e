import { expect } from 'chai';
import { ClusterError, readCluster } from '../../../core/config/cluster.ts';

const school = { id: 'nb', name: 'Trường Chính trị tỉnh Ninh Bình', home: 'https://nb.example' };

function problems(value: unknown): string[] {
  try {
    readCluster(value);
  } catch (error) {
    expect(error).to.be.instanceOf(ClusterError);
    return (error as ClusterError).message.split('\n');
  }
  return [];
}

describe('cluster configuration', () => {
  it('fills in defaults', () => {
    const cluster = readCluster({ name: 'Cụm', schools: [school] });
    expect(cluster.keep).to.equal(500);
    expect(cluster.weather).to.equal('https://api.open-meteo.com/v1/forecast');
    expect(cluster.schools[0]).to.deep.include({
      active: true,
      aliases: [],
      hide: [],
      news: [],
      documents: [],
    });
  });

  it('normalizes names as the texts of feeds', () => {
    const name = 'Trường\u202e  Chính trị\x00';
    const { schools } = readCluster({ name, schools: [{ ...school, name: name.normalize('NFD') }] });
    expect(schools[0]!.name).to.equal('Trường Chính trị');
  });

  it('accepts a source as a URL, an object or a list of those', () => {
    const { schools } = readCluster({
      name: 'Cụm',
      schools: [
        {
          ...school,
          news: 'https://nb.example/feed/',
          documents: { url: 'https://nb.example/vb', kind: 'page', table: 'table' },
          gallery: ['https://nb.example/a', { url: 'https://nb.example/b', every: 120 }],
        },
      ],
    });
    expect(schools[0]!.news).to.deep.equal([{ url: 'https://nb.example/feed/', kind: 'feed' }]);
    expect(schools[0]!.documents).to.deep.equal([
      { url: 'https://nb.example/vb', kind: 'page', table: 'table', pages: 1 },
    ]);
    expect(schools[0]!.gallery.map(({ url }) => url)).to.deep.equal([
      'https://nb.example/a',
      'https://nb.example/b',
    ]);
  });

  it('accepts "heal" for the cluster, a school and a source, and nothing else than true or false there', () => {
    const at = (heal: unknown) => ({
      name: 'Cụm',
      heal,
      schools: [{ ...school, heal, news: { url: 'https://nb.example/feed/', heal } }],
    });
    expect(readCluster(at(false)).schools[0]!.news[0]!.heal).to.equal(false);
    expect(problems(at('không'))).to.have.members([
      'heal: cần true hoặc false; đang ghi "không"',
      'schools[0] "nb" › heal: cần true hoặc false; đang ghi "không"',
      'schools[0] "nb" › news › heal: cần true hoặc false; đang ghi "không"',
    ]);
  });

  it('explains where each mistake is and what is expected', () => {
    const found = problems({
      name: '',
      schools: [
        { ...school, nwes: 'x', url: 'https://nb.example/rss' },
        { ...school, id: 'Hà Nội', home: 'javascript:alert(1)' },
        {
          ...school,
          id: 'hy',
          news: ['https://hy.example/rss', { url: 'https://hy.example/', kind: 'trang' }],
          gallery: { url: 'https://hy.example/anh', item: '.anh' },
        },
      ],
      places: [{ id: 'hn', name: 'Hà Nội', latitude: 210, longitude: 105 }],
    });
    expect(found).to.have.members([
      'name: không được để trống; đang ghi ""',
      'schools[0] "nb": không có mục "nwes", "url"; chỉ có: id, name, aliases, home, active, successor, hide, heal, news, documents, gallery',
      'schools[1] "Hà Nội" › id: cần mã gồm chữ thường không dấu, chữ số, dấu “-”, ví dụ "nb"; đang ghi "Hà Nội"',
      'schools[1] "Hà Nội" › home: cần địa chỉ bắt đầu bằng http:// hoặc https://; đang ghi "javascript:alert(1)"',
      'schools[2] "hy" › news[1] › kind: kind là "feed" hoặc "page"; đang ghi "trang"',
      'schools[2] "hy" › gallery: không có mục "item"; mục này chỉ đi với "kind": "page"',
      'places[0] "hn" › latitude: từ -90 đến 90; đang ghi 210',
    ]);
  });

  it('names missing fields, and refuses values that are not a configuration', () => {
    expect(problems({ schools: [{ id: 'nb', home: 'https://nb.example' }] })).to.have.members([
      'name: thiếu (cần một chuỗi chữ)',
      'schools[0] "nb" › name: thiếu (cần một chuỗi chữ)',
    ]);
    for (const none of [null, [], 'x'])
      expect(problems(none).join()).to.match(/^cấu hình: cần \{ "name": …, "schools": \[ … \] \}/);
    expect(problems({ name: 'Cụm', schools: ['x'], places: 1, place: [] })).to.have.members([
      'schools[0]: cần một trường: { "id": …, "name": …, "home": … }; đang ghi "x"',
      'places: cần danh sách các nơi: [ … ]; đang ghi 1',
      'cấu hình: không có mục "place"; chỉ có: name, contact, hub, out, state, keep, images, heal, schools, places, weather',
    ]);
    expect(problems({ name: 'Cụm', schools: {} })).to.deep.equal([
      'schools: cần danh sách các trường: [ … ]',
    ]);
    expect(problems({ name: 'Cụm', schools: [] })).to.deep.equal(['schools: cần ít nhất một trường']);
  });

  it('reports paths as they are in the file, not as the schema expands them', () => {
    const wrong = {
      ...{ news: { url: 'https://nb.example/rss', every: 1 }, documents: 'nb.example/vb', hide: 'x' },
      gallery: ['nb.example/anh', { kind: 'page', url: 'https://nb.example/', titel: 'h2' }],
    };
    expect(problems({ name: 'Cụm', schools: [{ ...school, ...wrong }] })).to.have.members([
      'schools[0] "nb" › news › every: ít nhất 5 phút; đang ghi 1',
      'schools[0] "nb" › documents: cần địa chỉ bắt đầu bằng http:// hoặc https://; đang ghi "nb.example/vb"',
      'schools[0] "nb" › gallery[0]: cần địa chỉ bắt đầu bằng http:// hoặc https://; đang ghi "nb.example/anh"',
      'schools[0] "nb" › gallery[1]: không có mục "titel"; chỉ có: url, kind, every, active, heal, item, title, link, date, image, summary, table, columns, photos, next, pages',
      'schools[0] "nb" › hide: cần danh sách chữ: [ "…" ]; đang ghi "x"',
    ]);
  });

  it('refuses a source that is repeated in a list', () => {
    const url = 'https://nb.example/rss';
    expect(
      problems({ name: 'Cụm', schools: [{ ...school, news: [url, { url, every: 60 }], documents: url }] }),
    ).to.deep.equal([
      'schools[0] "nb" › news[1] › url: địa chỉ này đã ghi ở trên; đang ghi "https://nb.example/rss"',
    ]);
  });

  it('refuses repeated ids and unknown successors', () => {
    expect(
      problems({
        name: 'Cụm',
        schools: [school, { ...school, successor: 'xx' }, { ...school, id: 'hn', successor: 'hn' }],
      }),
    ).to.deep.equal([
      'schools[1] "nb" › id: mã này đã dùng ở trên',
      'schools[1] "nb" › successor: cần mã của một trường khác trong danh sách; đang ghi "xx"',
      'schools[2] "hn" › successor: cần mã của một trường khác trong danh sách; đang ghi "hn"',
    ]);
  });
});
