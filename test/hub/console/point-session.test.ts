import { expect } from 'chai';
import { CallError } from '../../../hub/console/call.ts';
import type { CallOptions } from '../../../hub/console/context.ts';
import { PointSession } from '../../../hub/console/point/point-session.ts';
import type { CallName, Calls, Pointed } from '../../../hub/setup/api.ts';

/** A call that waits for its test to answer it. */
interface Asked {
  name: CallName;
  request: Calls['point']['request'];
  answer: (result: unknown) => Promise<void>;
  refuse: (field?: string) => Promise<void>;
  isAborted: () => boolean;
}

/** A session whose calls are answered by hand. */
function start(source?: Calls['point']['request']['source']) {
  const asked: Asked[] = [];
  const call = <Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    options?: CallOptions<Name>,
  ) =>
    new Promise<Calls[Name]['result'] | undefined>((resolve) => {
      const { signal, onError } = options ?? {};
      signal?.addEventListener('abort', () => resolve(undefined));
      const settled = () => new Promise<void>((done) => setImmediate(done));
      asked.push({
        name,
        request: request as Asked['request'],
        answer: (result) => {
          resolve(result as Calls[Name]['result']);
          return settled();
        },
        refuse: (field) => {
          onError?.(new CallError({ vi: 'Không đọc được.', en: 'Cannot be read.' }, field));
          resolve(undefined);
          return settled();
        },
        isAborted: () => !!signal?.aborted,
      });
    });
  const request = {
    url: 'http://a.example/',
    kind: 'news' as const,
    schoolName: 'A',
    ...(source && { source }),
  };
  const session = new PointSession(request, { call }, () => {});
  return { session, asked, last: () => asked.at(-1)! };
}

const shown = (page: string) => ({
  page,
  url: `http://a.example/${page}`,
  title: page,
  frame: page,
  frames: [],
  nodes: 9,
});
const pointed = (item: string) =>
  ({ source: { url: 'http://a.example/', kind: 'page', pages: 1, item }, posts: [{}] }) as unknown as Pointed;
const picked = (...items: number[]) => ({ picks: { items, not: [] } });

describe('PointSession', () => {
  it('opens a page and reads it by the source as it is', async () => {
    const { session, last } = start({ url: 'http://a.example/', kind: 'page', pages: 1, item: 'li' });
    void session.open('http://a.example/');
    expect(session.work).to.equal('opening');
    await last().answer(shown('1'));
    expect(session.work).to.equal('reading');
    expect(last().request).to.deep.include({ page: '1', picks: { items: [], not: [] } });
    expect(last().request.source).to.deep.include({ item: 'li' });
    await last().answer(pointed('li'));
    expect(session.work).to.equal(undefined);
    expect(session.accepted?.source.item).to.equal('li');
  });

  it('takes the latest answer, and ends the call before it', async () => {
    const { session, asked, last } = start();
    void session.open('http://a.example/');
    await last().answer(shown('1'));
    await last().answer(pointed('guess'));
    void session.change(picked(1));
    const slow = last();
    void session.change(picked(1, 2));
    expect(slow.isAborted()).to.equal(true);
    await last().answer(pointed('second'));
    await slow.answer(pointed('first'));
    expect(session.accepted?.source.item).to.equal('second');
    expect(asked).to.have.length(4);
  });

  it('goes back step by step, and reads again by what there was', async () => {
    const { session, last } = start();
    void session.open('http://a.example/');
    await last().answer(shown('1'));
    await last().refuse();
    expect(session.canUndo).to.equal(false);
    void session.change(picked(1));
    await last().answer(pointed('li'));
    void session.change(picked(1, 2));
    await last().refuse();
    expect(session.accepted).to.equal(undefined);
    void session.undo();
    expect(last().request.picks.items).to.deep.equal([1]);
    await last().answer(pointed('li'));
    expect(session.accepted?.source.item).to.equal('li');
    expect(session.canUndo).to.equal(true);
  });

  it('keeps what was read when a slow call is ended, and when another page cannot be opened', async () => {
    const { session, last } = start();
    void session.open('http://a.example/');
    await last().answer(shown('1'));
    await last().answer(pointed('li'));
    void session.change(picked(1));
    session.cancel();
    expect(session.work).to.equal(undefined);
    expect(session.accepted?.source.item).to.equal('li');
    void session.open('http://a.example/2');
    await last().refuse();
    expect(session.openError?.words.vi).to.equal('Không đọc được.');
    expect(session.place?.shown.page).to.equal('1');
  });

  it('takes what was pointed at in an album back to its list', async () => {
    const { session, last } = start();
    void session.open('http://a.example/');
    await last().answer(shown('1'));
    await last().answer(pointed('.album'));
    void session.follow('http://a.example/album', true);
    await last().answer(shown('2'));
    expect(last().request).to.deep.include({ page: '2', album: true });
    expect(last().request.source).to.deep.include({ item: '.album' });
    await last().answer({ source: { ...pointed('.album').source, photos: '.photos' }, posts: [] });
    expect(session.accepted, 'an album is not a list').to.equal(undefined);
    void session.back();
    expect(last().request.page).to.equal('1');
    expect(last().request.source).to.deep.include({ item: '.album', photos: '.photos' });
    expect(last().request).not.to.have.property('album');
  });

  it('says which selector is wrong', async () => {
    const { session, last } = start();
    void session.open('http://a.example/');
    await last().answer(shown('1'));
    await last().answer(pointed('li'));
    void session.change({
      picks: { items: [], not: [] },
      source: { url: 'http://a.example/', kind: 'page', pages: 1, item: 'li[' },
    });
    await last().refuse('item');
    expect(session.place?.error?.field).to.equal('item');
  });
});
