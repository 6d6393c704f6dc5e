import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster } from '../core/cluster.ts';
import { byHost, SPACING } from '../core/poll/plan.ts';
import { type Job, jobsOf } from './collect.ts';
import type { Output } from './progress.ts';
import { readOnce } from './sample.ts';
import type { Client } from './transport.ts';

const KIND = { news: 'Tin', documents: 'Văn bản', gallery: 'Ảnh' };

function dated(date: string | undefined): string {
  return date ? ` (${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)})` : ' (không có ngày)';
}

async function line(
  { school, kind, source, url }: Job,
  client: Client,
): Promise<[failed: boolean, text: string]> {
  const head = `${school.name}\n  ${KIND[kind]}: ${url}\n`;
  const feed = await readOnce(source, kind, client);
  if (typeof feed === 'string') return [true, `${head}  ✗ ${feed}\n`];
  const [first] = feed.items;
  if (!first) return [true, `${head}  ✗ Nguồn đọc được nhưng không có bài nào.\n`];
  const undated = feed.items.filter(({ date_published }) => !date_published).length;
  const pictures = feed.items.filter(({ image, attachments }) => image ?? attachments).length;
  return [
    false,
    `${head}  ✓ ${feed.items.length} bài, ${pictures} có ảnh hoặc tệp${undated ? `, ${undated} không có ngày` : ''}. Mới nhất: “${first.title ?? first.summary ?? ''}”${dated(first.date_published)}\n`,
  ];
}

/** Tries every source of a configuration and says what it gave. @returns the exit code */
export async function checkSources(cluster: Cluster, client: Client, out: Output): Promise<number> {
  const jobs = jobsOf(cluster);
  if (!jobs.length) {
    out.write('Cấu hình đúng, nhưng chưa trường nào có nguồn. Tìm nguồn bằng: tct-hub discover ĐỊA-CHỈ\n');
    return 1;
  }
  let failed = 0;
  await Promise.all(
    byHost(jobs).map(async (queue) => {
      for (const [index, job] of queue.entries()) {
        if (index) await wait(client.spacing ?? SPACING);
        const [bad, text] = await line(job, client);
        if (bad) failed++;
        out.write(text);
      }
    }),
  );
  out.write(
    failed ? `${failed} trong ${jobs.length} nguồn có lỗi.\n` : `Cả ${jobs.length} nguồn đều đọc được.\n`,
  );
  return failed ? 1 : 0;
}
