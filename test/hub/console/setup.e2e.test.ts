/** The whole way: from an empty folder to five schools published, and back after a redesign. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse as parseJsonc } from 'jsonc-parser';
import type { Feed } from '../../../core/model/feed.ts';
import { DAY_MS } from '../../../core/time/duration.ts';
import { type Language, wordsFor } from '../../../hub/console/words/words.ts';
import { type BrowserId, NAMES } from '../../runner/browsers.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { type SampleCluster, startCluster } from '../../sites/cluster.ts';
import { NEW_LIST } from '../../sites/handmade-site.ts';
import { runCommand } from '../run-command.ts';
import { SetupCommand, SetupUser } from './setup-user.ts';

const MAX_CLICKS = 40;
/** Nothing that could install a schedule on the computer that runs the tests. */
const NO_PROGRAMS = {
  PATH: '/nonexistent',
  DISPLAY: '',
  WAYLAND_DISPLAY: '',
  SSH_CONNECTION: '',
  SSH_TTY: '',
};

const RUNS = [
  { name: 'chromium', lang: 'vi' },
  { name: 'firefox', lang: 'en' },
] satisfies { name: BrowserId; lang: Language }[];

for (const { name, lang } of RUNS)
  describe(`setting up a hub by pointing, in ${NAMES[name]} and ${lang}`, function () {
    this.timeout(600_000);
    const { point, remarks, run, schools, shell, sources, tryOut } = wordsFor(lang);
    let cluster: SampleCluster;
    let folder: string;
    let command: SetupCommand;
    let user: SetupUser;
    before(async function () {
      const browser = await launchBrowser(this, name, 'the whole way was not tried in it');
      cluster = await startCluster();
      folder = await mkdtemp(join(tmpdir(), 'tct-setup-'));
      command = await SetupCommand.start([], { cwd: folder, env: { ...NO_PROGRAMS, HOME: folder } });
      user = await SetupUser.open(browser, command.address, name !== 'firefox');
    });
    after(async () => {
      await user?.close();
      command?.stop();
      await cluster?.stop();
      if (folder) await rm(folder, { recursive: true, force: true });
    });

    const read = (path: string) => readFile(join(folder, path), 'utf8');
    const feed = async (path: string): Promise<Feed> => JSON.parse(await read(join('public', path))) as Feed;
    const step = (id: string) => `.step[data-step=${id}]:not([hidden])`;
    const ids = (feed: Feed) => feed.items.map(({ id }) => id);
    /** Id of a school in the configuration, by its site. */
    const idOf = async (site: { url: (path: string) => string }) => {
      const { schools } = parseJsonc(await read('cluster.jsonc')) as {
        schools: { id: string; home: string }[];
      };
      return schools.find(({ home }) => home === site.url('/'))!.id;
    };

    it('takes at most 40 clicks and no typing but addresses to five schools published', async () => {
      const { wordpress, nukeviet, webForms, oldTables, classless } = cluster.sites;
      const sites = [wordpress, nukeviet, webForms, oldTables, classless];
      const start = performance.now();
      await user.sees(step('cluster'));
      if (lang === 'en') await user.press('English', 'header');
      await user.expectAccessible('the cluster');
      await user.press(shell.next(shell.headings.schools), step('cluster'));

      await user.sees(step('schools'));
      await user.type(`${step('schools')} textarea`, sites.map((site) => site.url('/')).join('\n'));
      await user.press(schools.add.look(5));
      await user.page.waitForFunction(() => document.querySelectorAll('.found-school').length === 5);
      await user.expectAccessible('the schools that were found');

      // Its dates are in the text, where no guess finds them.
      const card = `.found-school[data-address^="${classless.origin}"]`;
      expect((await user.texts(`${card} .list:first-child .remarks`)).join()).to.include(
        remarks.remark({ code: 'lacks', part: 'dated', thing: 'post' }),
      );
      await user.press(schools.list.point, `${card} .list:first-child`);
      await user.pointing.settle();
      await user.expectAccessible('pointing');
      await user.pointing.click('h3 a');
      await user.press(point.mode.date.news);
      await user.pointing.click('h3 + p', 1);
      await user.expectAccessible('pointing, with posts');
      await user.press(point.accept);
      await user.sees(card, schools.list.pointed);

      // All five are good now.
      await user.press(schools.found.acceptGood(5));
      await user.sees('body', schools.found.accepted(5));
      await user.press(shell.next(shell.headings.try), step('schools'));

      await user.press(tryOut.start, step('try'));
      await user.sees(step('try'), shell.next(shell.headings.run));
      await user.expectAccessible('the trial');
      await user.press(shell.next(shell.headings.run), step('try'));

      await user.press(run.first, step('run'));
      await user.sees(`${step('run')} .outcome`, run.done(0, 0, 0).split(':')[0]);
      await user.sees('.schedule', join(folder, 'cluster.jsonc'));
      // Nothing can be installed here, so nothing is said to suit this computer.
      expect(await user.texts('[role=tab] small')).to.deep.equal([]);
      await user.expectAccessible('the run');
      const news = await feed('news.json');
      for (const site of sites) {
        const own = await feed(`schools/${await idOf(site)}/news.json`);
        expect(own.items.length, site.constructor.name).to.be.greaterThan(3);
        expect(
          own.items.filter(({ date_published }) => !date_published),
          site.constructor.name,
        ).to.have.length(0);
      }
      expect(news.items).to.have.length(50);

      await user.press(shell.stepNames.embed, 'nav');
      const builder = await user.page.waitForSelector(`${step('embed')} a[href*="nhung"]`);
      await user.expectAccessible('the way to the builder');
      const href = await builder!.evaluate((link) => (link as HTMLAnchorElement).href);
      const html = await (await fetch(href)).text();
      expect(html).to.include('<html');
      const published = (await (await fetch(new URL('../cluster.json', href))).json()) as {
        schools: object[];
      };
      expect(published.schools).to.have.length(5);

      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`      ${user.clicks} clicks, ${seconds} s with the looks of axe`);
      expect(user.clicks).to.be.at.most(MAX_CLICKS);
      for (const text of user.typed)
        for (const line of text.split('\n')) expect(line).to.match(/^http:\/\/127/);
    });

    it('shows a source that was redesigned, and keeps the ids of its posts when it is pointed at again', async () => {
      const { classless } = cluster.sites;
      const path = `schools/${await idOf(classless)}/news.json`;
      const before = ids(await feed(path));
      // No guess finds the new list either.
      classless.redesign('script');
      const later = async (days: number) => {
        const now = new Date(Date.now() + days * DAY_MS).toISOString();
        const args = ['--config', 'cluster.jsonc', '--out', 'public', '--now', now];
        return (await runCommand(args, { cwd: folder, env: NO_PROGRAMS })).text;
      };
      // The forecast cannot be had either: its server is on the internet.
      const source = `${await idOf(classless)} · Tin`;
      expect(await later(2)).to.include(source);

      await user.press(shell.stepNames.sources, 'nav');
      const card = `${step('sources')} .source[data-condition=redesigned]`;
      await user.sees(card, sources.pointAgain);
      await user.expectAccessible('a source that was redesigned');
      await user.press(sources.pointAgain, card);
      await user.pointing.settle();
      await user.type('.point-address input', classless.url(NEW_LIST));
      await user.press(point.go, '.point-address');
      await user.page.waitForFunction(
        (text) => document.querySelector('iframe')?.contentDocument?.body.textContent?.includes(text),
        {},
        'Khai mạc Hội thi',
      );
      await user.pointing.settle();
      await user.pointing.click('[class^="_title"]');
      await user.expectAccessible('the new page beside the old posts');
      await user.press(point.accept);
      await user.page.waitForFunction(() => !document.querySelector('tct-console-point'));

      expect(await later(4)).not.to.include(source);
      const after = ids(await feed(path));
      expect(after).to.include.members(before);
      expect(after).to.have.length(10);
    });

    it('ends by a button', async () => {
      await user.press(shell.finish.button, 'header');
      await user.sees('h1', shell.finish.heading);
      expect(await command.ended()).to.equal(0);
    });
  });
