import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { withLock } from '../../../hub/memory/lock.ts';
import type { FoundSite, LookEvent, RunProgress, SourceRef } from '../../../hub/setup/api.ts';
import { look } from '../../../hub/setup/look.ts';
import { ask, run } from '../../../hub/setup/run.ts';
import { SetupTools } from '../../../hub/setup/tools.ts';
import { tryRun } from '../../../hub/setup/try.ts';
import { UserError } from '../../../hub/setup/user-error.ts';
import { type SampleCluster, startCluster } from '../../sites/cluster.ts';
import { down, listOf, testPosts, WrittenSite } from '../changing-site.ts';
import { callContext, type TestContext, testContext } from './context.ts';

/** Names and contents of all files below a folder. */
async function digest(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const path of entries
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort())
    hash.update(path).update(await readFile(path));
  return hash.digest('hex');
}

describe('trying and running from the console', () => {
  let setup: TestContext;
  let site: WrittenSite;
  let temporary: string;
  const { TMPDIR } = process.env;
  beforeEach(async () => {
    setup = await testContext();
    temporary = await mkdtemp(join(tmpdir(), 'tct-try-'));
    process.env.TMPDIR = temporary;
    site = await new WrittenSite().start();
    site.rss('/rss', testPosts(down(22, 13)));
    site.html('/tin', listOf(testPosts(down(60, 50)), 'tin'));
    await setup.configure([
      {
        id: 'a',
        name: 'Trường A',
        home: site.url('/'),
        heal: false,
        news: [site.url('/rss'), { url: site.url('/tin'), kind: 'page', item: '.tin', pages: 2 }],
      },
    ]);
  });
  afterEach(async () => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    await site.stop();
    await setup.stop();
    await rm(temporary, { recursive: true, force: true });
  });

  /** Other programs have files there, too. */
  const trials = async () => (await readdir(temporary)).filter((name) => name.startsWith('tct-hub-try-'));
  const doTry = (call = callContext<RunProgress>()) => tryRun(setup.context, setup.tools, call);
  const doRun = (call = callContext<RunProgress>()) => run(setup.context, setup.tools, call);
  const rss = (): SourceRef => ({ school: 'a', kind: 'news', url: site.url('/rss') });
  const doAsk = (source = rss(), tools = setup.tools) =>
    ask(setup.context, tools, source, callContext<RunProgress>());
  const refusalOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown) => thrown,
    );
    expect(error).to.be.instanceOf(UserError);
    return (error as UserError).words.vi;
  };

  it('tries everything, and writes nothing', async () => {
    const before = await digest(setup.folder);
    const call = callContext<RunProgress>();
    const { sources, feeds, warnings } = await doTry(call);
    expect(await digest(setup.folder)).to.equal(before);
    expect(await trials()).to.deep.equal([]);
    expect(warnings).to.deep.equal([]);
    expect(sources.map(({ url, posts, added, error }) => [url, posts, added, error])).to.deep.equal([
      [site.url('/rss'), 10, 10, undefined],
      [site.url('/tin'), 11, 11, undefined],
    ]);
    expect(sources[1]!.reading).to.deep.include({ isNextPageMissing: true });
    expect(sources[1]!.reading!.facts).to.deep.include({ posts: 11, pictures: 0, texts: 0 });
    expect(Object.keys(feeds).filter((kind) => feeds[kind as 'news'])).to.deep.equal(['news']);
    const feed = JSON.parse(setup.tools.feeds.get(/([\w-]{36})/.exec(feeds.news!)![1]!)!);
    expect(feed.items).to.have.length(21);
    expect(feed._tct.schools.a.name).to.equal('Trường A');
    const done = call.events.filter(({ phase }) => phase === 'done');
    expect(done).to.have.length(2);
    expect(done[0]).to.deep.include({ phase: 'done', source: rss(), added: 10 });
  });

  it('shows a list that goes over several files, with and without a public address', async () => {
    site.rss('/many', testPosts(down(90, 31)));
    const schools = [
      { id: 'a', name: 'Trường A', home: site.url('/'), heal: false, news: [site.url('/many')] },
    ];
    for (const more of [{}, { hub: 'https://tin.example/' }]) {
      await setup.configure(schools, more);
      const { feeds } = await doTry();
      const feed = JSON.parse(setup.tools.feeds.get(/([\w-]{36})/.exec(feeds.news!)![1]!)!);
      expect(feed.items).to.have.length(50);
      expect(feed).not.to.have.property('next_url');
    }
  });

  it('tries on what is known already, and leaves that as it is', async () => {
    await doRun();
    const before = await digest(setup.folder);
    const { sources } = await doTry();
    expect(sources.map(({ posts, added }) => [posts, added])).to.deep.equal([
      [10, 0],
      [11, 0],
    ]);
    expect(await digest(setup.folder)).to.equal(before);
  });

  it('tells of each source what is wrong with it', async () => {
    site.html('/tin', '<p>Không có gì</p>');
    const { sources } = await doTry();
    expect(sources[0]).not.to.have.property('error');
    expect(sources[1]).to.include({ posts: 0 }).and.not.have.property('reading');
    expect(sources[1]!.error).to.match(/\S/);
    await setup.configure([{ id: 'a', name: 'A', home: site.url('/') }]);
    expect(await refusalOf(doTry())).to.match(/Chưa có nguồn/);
  });

  it('ends a trial when the page is closed, and removes its folder', async () => {
    const call = callContext<RunProgress>();
    const emit = (event: RunProgress) => {
      if (event.phase === 'reading') call.stop.abort();
    };
    const ended = await doTry({ ...call, emit }).catch((error) => error);
    expect(ended).to.equal(call.signal.reason);
    expect(site.requested()).to.deep.equal([]);
    expect(await trials()).to.deep.equal([]);
  });

  it('runs, and publishes what the trial has read, without asking again', async () => {
    await doTry();
    const call = callContext<RunProgress>();
    const outcome = await doRun(call);
    expect(outcome).to.deep.include({ asked: 2, added: 21, failing: [] });
    const news = JSON.parse(await readFile(join(setup.out, 'news.json'), 'utf8'));
    expect(news.items).to.have.length(21);
    expect(call.events.filter(({ phase }) => phase === 'done')).to.have.length(2);
    expect(site.requested().sort()).to.deep.equal(['/rss', '/tin']);
  });

  it('waits for another run to end', async () => {
    await mkdir(setup.state);
    let running: Promise<unknown> = Promise.resolve();
    const phases: string[] = [];
    await withLock(setup.state, async () => {
      await new Promise<void>((resolve) => {
        const emit = ({ phase }: RunProgress) => {
          phases.push(phase);
          if (phase === 'busy') resolve();
        };
        running = doRun({ ...callContext<RunProgress>(), emit });
      });
      expect(site.requests).to.have.length(0);
    });
    expect(await running).to.include({ asked: 2 });
    expect(phases[0]).to.equal('busy');
    expect(phases.at(-1)).to.equal('done');
  });

  it('runs with the configuration as it is once the other run has ended', async () => {
    await mkdir(setup.state);
    let running: Promise<unknown> = Promise.resolve();
    await withLock(setup.state, async () => {
      await new Promise<void>((resolve) => {
        running = doRun({ ...callContext<RunProgress>(), emit: () => resolve() });
      });
      await setup.configure([{ id: 'a', name: 'A', home: site.url('/'), news: site.url('/rss') }]);
    });
    expect(await running).to.include({ asked: 1 });
    expect(site.requested()).to.deep.equal(['/rss']);
  });

  it('waits no longer once the page is closed', async () => {
    await mkdir(setup.state);
    await withLock(setup.state, async () => {
      const call = callContext<RunProgress>();
      const emit = () => call.stop.abort();
      const error = await doRun({ ...call, emit }).catch((thrown) => thrown);
      expect(error.name).to.equal('AbortError');
    });
  });

  it('asks one source, unless it was asked just now', async () => {
    await doRun();
    site.requested();
    expect(await refusalOf(doAsk())).to.match(/^Vừa hỏi lúc \d\d:\d\d; hỏi lại được từ \d\d:\d\d\.$/);
    expect(await refusalOf(doAsk({ ...rss(), url: 'http://khac.example/' }))).to.match(
      /không có trong cấu hình/,
    );
    expect(site.requested()).to.deep.equal([]);
    // An hour passes.
    const path = join(setup.state, 'hub.json');
    const hub = JSON.parse(await readFile(path, 'utf8'));
    for (const { poll } of Object.values<{ poll: Record<string, number> }>(hub.sources))
      for (const name of ['due', 'earliest', 'checked', 'succeeded']) poll[name]! -= HOUR_MS;
    await writeFile(path, JSON.stringify(hub));
    site.rss('/rss', testPosts(down(23, 13)));
    const { sources } = await doAsk(rss(), new SetupTools(setup.context));
    expect(site.requested()).to.deep.equal(['/rss']);
    expect(sources[0]).to.include({ posts: 11, remembered: 11 });
    expect(sources[0]!.answers).to.have.length(2);
    expect(sources[0]!.canAskAt! > sources[1]!.lastAttempt!).to.equal(true);
  });

  describe('a sample cluster', () => {
    let cluster: SampleCluster;
    before(async () => {
      cluster = await startCluster();
    });
    after(() => cluster.stop());

    it('is asked for each address once, from looking to the first run', async () => {
      const sites = Object.values(cluster.sites);
      const addresses = sites.map(({ origin }) => origin);
      const { sites: found } = await look(
        setup.context,
        setup.tools,
        { addresses },
        callContext<LookEvent>(),
      );
      const entryOf = ({ id, name, home, lists }: FoundSite) => {
        const chosen = Object.entries(lists!).map(([kind, sources]) => [
          kind,
          sources.filter(({ isChosen }) => isChosen).map(({ source }) => source),
        ]);
        return { id, name, home, ...Object.fromEntries(chosen) };
      };
      await setup.configure(found.map(entryOf));
      const { sources } = await doTry();
      expect(sources.filter(({ posts }) => posts)).to.have.length.greaterThan(7);
      const outcome = await doRun();
      expect(outcome.added).to.be.greaterThan(50);
      for (const { origin, requests } of sites) {
        const paths = requests.map(({ path }) => path);
        const twice = paths.filter((path, index) => paths.indexOf(path) < index);
        expect(twice, origin).to.deep.equal([]);
      }
    });
  });
});
