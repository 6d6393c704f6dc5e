import type { Words } from '../messages.ts';

export type Scheduler = 'cron' | 'systemd' | 'task-scheduler' | 'github-pages';

export interface Schedule {
  scheduler: Scheduler;
  /** Files to write, or lines to add, with the paths of this hub filled in. Absolute path, or relative to a repository. */
  files: { path?: string; text: string }[];
  /** Command that puts them in force. */
  command?: string;
  /** It can be installed from here, and be removed if it is. */
  canInstall: boolean;
  /** Why not. */
  obstacle?: Words;
  /** In force, with these paths. */
  isInstalled: boolean;
  /** What its user should know: what becomes of runs missed while the computer was off, and when it runs. */
  notes: Words[];
}

/** A hub as a scheduler runs it. All paths are absolute. */
export interface ScheduledHub {
  /** Node's own path, and that of `tct-hub.js`. */
  node: string;
  script: string;
  config: string;
  out: string;
  state: string;
  /** IP addresses that the configuration itself names, which may be those of an inner network. */
  addresses: string[];
}

/** What the scheduler starts: the program and its arguments. */
export const commandOf = ({ node, script, config, out, state }: ScheduledHub): string[] => [
  node,
  script,
  '--config',
  config,
  '--out',
  out,
  '--state',
  state,
];

/** A schedule cannot be made or changed. The words tell its user why. */
export class ScheduleError extends Error {
  override readonly name = 'ScheduleError';

  constructor(readonly words: Words) {
    super(words.vi);
  }
}
