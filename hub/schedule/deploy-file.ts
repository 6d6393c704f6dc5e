import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ScheduleError } from './schedule.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

/** A file of the folder `deploy`: beside this file in a build, in `hub` when run from source. @throws ScheduleError */
export async function readDeployFile(name: string): Promise<string> {
  for (const folder of [join(HERE, 'deploy'), join(HERE, '../deploy')]) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new ScheduleError({
    vi: `Không thấy tệp ${name} trong thư mục deploy cạnh tct-hub.js. Hãy giải nén lại bản phát hành.`,
    en: `There is no file ${name} in the folder deploy beside tct-hub.js. Unpack the release again.`,
  });
}

/** Replaces what a pattern finds, which has to be in the file. */
export function fillIn(text: string, pattern: RegExp, value: string): string {
  if (!pattern.test(text)) throw new Error(`${pattern} is not in the file`);
  return text.replace(pattern, () => value);
}
