/** The words of the console's page. Each step has its own file in each language; English must have every key. */

import { cluster as clusterEn } from './en/cluster.ts';
import { copy as copyEn } from './en/copy.ts';
import { embed as embedEn } from './en/embed.ts';
import { point as pointEn } from './en/point.ts';
import { progress as progressEn } from './en/progress.ts';
import { remarks as remarksEn } from './en/remarks.ts';
import { run as runEn } from './en/run.ts';
import { schools as schoolsEn } from './en/schools.ts';
import { shell as shellEn } from './en/shell.ts';
import { sources as sourcesEn } from './en/sources.ts';
import { times as timesEn } from './en/times.ts';
import { tryOut as tryOutEn } from './en/try.ts';
import type { Language } from './language.ts';
import { cluster } from './vi/cluster.ts';
import { copy } from './vi/copy.ts';
import { embed } from './vi/embed.ts';
import { point } from './vi/point.ts';
import { progress } from './vi/progress.ts';
import { remarks } from './vi/remarks.ts';
import { run } from './vi/run.ts';
import { schools } from './vi/schools.ts';
import { shell } from './vi/shell.ts';
import { sources } from './vi/sources.ts';
import { times } from './vi/times.ts';
import { tryOut } from './vi/try.ts';

export type { Language };

const vi = { shell, cluster, schools, point, tryOut, run, sources, embed, copy, progress, remarks, times };

export type ConsoleWords = typeof vi;

const en: ConsoleWords = {
  shell: shellEn,
  cluster: clusterEn,
  schools: schoolsEn,
  point: pointEn,
  tryOut: tryOutEn,
  run: runEn,
  sources: sourcesEn,
  embed: embedEn,
  copy: copyEn,
  progress: progressEn,
  remarks: remarksEn,
  times: timesEn,
};

export const wordsFor = (lang: Language): ConsoleWords => (lang === 'en' ? en : vi);
