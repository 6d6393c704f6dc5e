import { expect } from 'chai';
import type { Attachment } from '../../../core/model/feed.ts';
import { until } from '../gallery/support.ts';
import { fakeNetwork, feed, json, part, uniqueUrl } from '../support.ts';
import { $, clickOn, documentItem, readyList, shownTitles, typeQuery, useDocuments } from './support.ts';

const FACTS = { number: '12/QĐ-TCT', issued: '2026-11-03', type: 'Quyết định' };
const file = (name: string): Attachment => ({
  url: `https://truong.example/${name}`,
  mime_type: 'application/octet-stream',
  title: name,
});
const document = (id: string, name: string, facts = FACTS, title = 'Về việc triệu tập') =>
  documentItem(id, title, facts, { attachments: [file(name)] });

describe('one document in tct-document-list', () => {
  const page = useDocuments();
  const files = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll<HTMLAnchorElement>('.file-list a')].map(({ href }) => href.split('/').at(-1)),
    );

  it('is one row if it comes as two items, for its PDF and its DOCX', async () => {
    page.net = fakeNetwork(() =>
      json(
        feed([
          document('1', 'ban-ky.pdf'),
          document('2', 'ban-goc.docx'),
          document('3', 'ban-ky.pdf'),
          document('4', 'khac-so.pdf', { ...FACTS, number: '13/QĐ-TCT' }),
          document('5', 'khac-ngay.pdf', { ...FACTS, issued: '2025-11-03' }),
          document('6', 'khac-ten.pdf', FACTS, 'Về việc khác'),
          documentItem('7', 'Về việc triệu tập', FACTS),
        ]),
      ),
    );
    const element = await readyList();
    expect(files(element)).to.deep.equal([
      ['ban-ky.pdf', 'ban-goc.docx'],
      ['khac-so.pdf'],
      ['khac-ngay.pdf'],
      ['khac-ten.pdf'],
      [],
    ]);
    expect(part(element, 'meta')!.textContent).to.equal('5 văn bản');
    // Each file's name is searched, also together with another's.
    for (const query of ['goc', 'ban ky pdf goc docx']) {
      await typeQuery(element, query);
      expect(files(element), query).to.deep.equal([['ban-ky.pdf', 'ban-goc.docx']]);
    }
    await typeQuery(element, '');
    await clickOn(element, 'th.files button');
    await clickOn(element, 'th.files button');
    expect(files(element)[0]).to.deep.equal(['ban-ky.pdf', 'ban-goc.docx']);
  });

  it('is one row if its second item is on an older page', async () => {
    const src = uniqueUrl();
    page.net = fakeNetwork((url) =>
      url === src
        ? json(feed([document('1', 'a.pdf')], { next_url: `${src}?2` }))
        : json(feed([document('2', 'b.docx')])),
    );
    const element = await readyList({ src });
    await typeQuery(element, 'docx');
    await until(element.shadowRoot!, () => part(element, 'meta')!.textContent === '1 văn bản');
    expect(files(element)).to.deep.equal([['a.pdf', 'b.docx']]);
  });

  it('has its files on one line of a table', async () => {
    page.net = fakeNetwork(() =>
      json(
        feed([
          documentItem('1', 'Về việc triệu tập', FACTS, {
            attachments: [{ ...file('a.pdf'), size_in_bytes: 1_234_567 }, file('b.docx')],
          }),
        ]),
      ),
    );
    const element = await readyList();
    for (const width of [640, 900, 1300]) {
      element.style.width = `${width}px`;
      const [first, second] = element.shadowRoot!.querySelectorAll('.file-list a');
      expect(first!.getBoundingClientRect().top, `${width} px`).to.equal(second!.getBoundingClientRect().top);
    }
  });

  it('is linked like any link, and its title is sorted and searched as a whole', async () => {
    const long = (number: string, subject: string) =>
      documentItem(number, `Quyết định số ${number} ngày 03/11/2026 về việc ${subject}`, {
        ...FACTS,
        number,
      });
    page.net = fakeNetwork(() => json(feed([long('2/QĐ-TCT', 'xây'), long('9/QĐ-TCT', 'ăn')])));
    const element = await readyList();
    expect(shownTitles(element)).to.deep.equal(['Về việc xây', 'Về việc ăn']);
    const { textDecorationLine, color } = getComputedStyle(part(element, 'title')!);
    expect(textDecorationLine).to.equal('underline');
    expect(color).to.equal(getComputedStyle(element).color);
    await clickOn(element, 'th.title button');
    expect(shownTitles(element)).to.deep.equal(['Về việc ăn', 'Về việc xây']);
    await typeQuery(element, 'quyết định số xây');
    expect(shownTitles(element)).to.deep.equal(['Về việc xây']);
    // Without the columns, the title says it all.
    element.columns = 'title';
    await element.updateComplete;
    expect(shownTitles(element)).to.deep.equal(['Quyết định số 2/QĐ-TCT ngày 03/11/2026 về việc xây']);
    expect($(element, 'th').className).to.equal('title');
  });
});
