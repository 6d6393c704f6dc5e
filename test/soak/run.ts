/**
 * `npm run soak [-- --minutes 60] [--seed 1]`: runs the built hub over and over while everything around it breaks, and
 * counts what visitors would have seen. Good sources fail now and then, hostile ones always; processes are killed at
 * any disk operation, disks fill up, two hubs share a folder, the clock jumps. At the end all is well again for one
 * run, after which every post must be published.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Feed } from '../../core/model/feed.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time/duration.ts';
import { Random } from '../fuzz/random.ts';
import { type CommandResult, collect } from '../hub/run-command.ts';
import { NOW } from '../hub/start-hub.ts';
import { GrowingFeed, hostileFault, lightFault } from './sources.ts';
import { watchFiles } from './watch-files.ts';

const GOOD_SOURCES = 6;
const HOSTILE_SOURCES = 3;
/** About as many as a run has. */
const DISK_OPERATIONS = 250;
/** More posts than an hour brings. */
const KEEP = 3000;
/** Longer than any wait between polls. */
const STEP_MS = 30 * HOUR_MS;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now()) },
  },
});
const minutes = Number(values.minutes);
const random = new Random(Number(values.seed));
console.log(`Soaking for ${minutes} minutes, seed ${values.seed}.`);

const good = await Promise.all(Array.from({ length: GOOD_SOURCES }, () => new GrowingFeed().start()));
const hostile = await Promise.all(Array.from({ length: HOSTILE_SOURCES }, () => new GrowingFeed().start()));
const folder = await mkdtemp(join(tmpdir(), 'tct-soak-'));
const hub = {
  folder,
  out: join(folder, 'out'),
  state: join(folder, 'state'),
  configuration: {
    name: 'Cụm thử',
    hub: 'https://hub.example/',
    keep: KEEP,
    weather: hostile[0]!.url('/thoi-tiet'),
    places: [{ id: 'ha-noi', name: 'Hà Nội', latitude: 21, longitude: 105.8 }],
    schools: [...good, ...hostile].map((site, index) => ({
      id: `t${index}`,
      name: `Trường ${index}`,
      home: site.url('/'),
      news: site.url('/rss'),
    })),
  },
};

/** Numbers for the last line. */
const count = { runs: 0, kills: 0, full: 0, refused: 0, jumps: 0 };
/** Runs that ended as none may: their output. */
const surprises: string[] = [];
/** Titles of all posts, by index of the good source. */
const published = good.map((): string[] => []);
let now = NOW;
let latest = NOW;

function note({ code, text }: CommandResult): void {
  count.runs++;
  if (code === null) count.kills++;
  else if (/đĩa đã đầy/.test(text)) count.full++;
  else if (/tct-hub khác đang làm việc/.test(text)) count.refused++;
  // 1: some sources fail, and always do here.
  else if (code !== 1 || /^ {4}at /m.test(text)) surprises.push(`exit code ${code}: ${text.slice(-2000)}`);
}

async function oneRound(): Promise<void> {
  if (random.chance(0.05)) {
    count.jumps++;
    now += random.below(60 * DAY_MS) - 18 * DAY_MS;
  } else now += STEP_MS;
  latest = Math.max(latest, now);
  for (const site of [...good, ...hostile]) site.setNow(now);
  for (const [index, site] of good.entries()) {
    const { title } = site.publish({ title: `Tin ${published[index]!.length}`, summary: '' });
    published[index]!.push(title);
    site.setFault(random.chance(0.2) ? lightFault(random) : undefined);
  }
  for (const site of hostile) site.setFault(hostileFault(random));
  const dieAt = random.chance(0.5) ? 1 + random.below(DISK_OPERATIONS) : 0;
  const fullAt = random.chance(0.2) ? 1 + random.below(DISK_OPERATIONS) : 0;
  const runs = [collect(hub, now, [], { dieAt, fullAt })];
  if (random.chance(0.15)) runs.push(collect(hub, now));
  for (const result of await Promise.all(runs)) note(result);
}

/** Titles that the school's published pages hold. */
async function titlesOf(school: string): Promise<Set<string | undefined>> {
  const path = join(hub.out, 'schools', school);
  const titles = new Set<string | undefined>();
  for (const name of await readdir(path).catch((): string[] => []))
    if (/^news(?:-\d+)?\.json$/.test(name))
      for (const { title } of (JSON.parse(await readFile(join(path, name), 'utf8')) as Feed).items)
        titles.add(title);
  return titles;
}

const stopWatching = watchFiles(hub.out);
try {
  const end = performance.now() + minutes * MINUTE_MS;
  while (performance.now() < end) await oneRound();
  now = latest + STEP_MS;
  for (const site of good) {
    site.setNow(now);
    site.setFault(undefined);
  }
  note(await collect(hub, now, ['--force']));
} finally {
  await Promise.all([...good, ...hostile].map((site) => site.stop()));
}
const { read, broken } = await stopWatching();
const lost: string[] = [];
for (const [index, titles] of published.entries()) {
  const found = await titlesOf(`t${index}`);
  lost.push(...titles.filter((title) => !found.has(title)).map((title) => `t${index}: ${title}`));
}
for (const line of [...new Set([...broken, ...surprises, ...lost])].slice(0, 50)) console.error(line);
const posts = published.reduce((sum, titles) => sum + titles.length, 0);
console.log(
  `${count.runs} runs: ${count.kills} killed, ${count.full} with a full disk, ${count.refused} refused beside another, ${count.jumps} jumps of the clock. ${read} files read, ${broken.length} broken. ${posts} posts, ${lost.length} lost. ${surprises.length} runs ended badly.`,
);
if (broken.length || lost.length || surprises.length) {
  console.error(`The folder stays for a look: ${folder}`);
  process.exitCode = 1;
} else await rm(folder, { recursive: true });
