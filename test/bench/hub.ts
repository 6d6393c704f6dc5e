/** The hub with many sources: a first run, and one in which nothing has changed. Each run is a separate process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DAY_MS, HOUR_MS } from '../../core/time/duration.ts';

const COMMAND = fileURLToPath(new URL('../../dist/hub/tct-hub.js', import.meta.url));
const NOW = Date.parse('2026-11-23T08:00:00+07:00');
/** Delay of every response. */
const LATENCY_MS = 100;
const POSTS_PER_SOURCE = 50;

/** A module whose last line of output is the resource usage of the process. */
const PRINT_USAGE =
  'data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();console.error(JSON.stringify({megabytes:maxRSS/1024,cpu:(userCPUTime+systemCPUTime)/1e6}))})';

function rss(source: number): string {
  const text =
    'Nhà trường tổ chức hội thảo khoa học, bế giảng các lớp bồi dưỡng và sơ kết phong trào thi đua. '.repeat(
      20,
    );
  const items = Array.from({ length: POSTS_PER_SOURCE }, (_, index) => {
    const date = new Date(NOW - (source + index * 7) * HOUR_MS).toUTCString();
    return `<item><title>Tin số ${index} của trường ${source}</title><link>https://truong-${source}.example/tin/${index}</link><guid>tin_${index}</guid><pubDate>${date}</pubDate><description><![CDATA[<p>${text}</p>]]></description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Trường ${source}</title><link>https://truong-${source}.example/</link>${items.join('')}</channel></rss>`;
}

async function run(folder: string, now: number) {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--import',
      PRINT_USAGE,
      COMMAND,
      '--config',
      join(folder, 'c.json'),
      '--out',
      join(folder, 'out'),
      '--now',
      new Date(now).toISOString(),
      '--json',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  let text = '';
  child.stdout.on('data', (bytes) => (log += bytes));
  child.stderr.on('data', (bytes) => (text += bytes));
  const [code] = await once(child, 'close');
  const wall = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`tct-hub ended with ${code}: ${text}`);
  const { megabytes, cpu } = JSON.parse(text.trim().split('\n').at(-1)!) as {
    megabytes: number;
    cpu: number;
  };
  const { written } = JSON.parse(log.trim().split('\n').at(-1)!) as { written: number };
  return { wall, megabytes, cpu, written };
}

export async function benchHub(): Promise<void> {
  console.log(
    `\n### Hub: sources of ${POSTS_PER_SOURCE} posts, ${LATENCY_MS} ms an answer, each on a host of its own\n`,
  );
  console.log(
    '| sources | run | wall, s | CPU, s | peak memory, MB | requests | bytes received by the hub | files published |\n|---|---|---|---|---|---|---|---|',
  );
  for (const count of [10, 100, 1000]) {
    let requests = 0;
    let bytes = 0;
    const servers: Server[] = [];
    for (let source = 0; source < count; source++) {
      const server = createServer((request, response) => {
        requests++;
        setTimeout(() => {
          const etag = `"${source}"`;
          if (request.headers['if-none-match'] === etag) {
            response.writeHead(304, { ETag: etag }).end();
            return;
          }
          const body = Buffer.from(rss(source));
          bytes += body.length;
          response.writeHead(200, { 'Content-Type': 'application/rss+xml', ETag: etag }).end(body);
        }, LATENCY_MS);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      servers.push(server);
    }
    const folder = await mkdtemp(join(tmpdir(), 'tct-bench-'));
    const schools = servers.map((server, source) => {
      const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      return { id: `t${source}`, name: `Trường ${source}`, home, news: `${home}rss` };
    });
    await writeFile(
      join(folder, 'c.json'),
      JSON.stringify({ name: 'Cụm', hub: 'https://hub.example/', schools }),
    );
    for (const [name, now] of [
      ['cold', NOW],
      ['nothing changed', NOW + 2 * DAY_MS],
    ] as const) {
      requests = bytes = 0;
      const { wall, cpu, megabytes, written } = await run(folder, now);
      console.log(
        `| ${count} | ${name} | ${wall.toFixed(1)} | ${cpu.toFixed(1)} | ${megabytes.toFixed(0)} | ${requests} | ${bytes} | ${written} |`,
      );
    }
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await rm(folder, { recursive: true, force: true });
  }
}
