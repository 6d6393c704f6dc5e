import type { ConfiguredSource } from './sources.ts';

/** Progress of one source during a run. */
export type SourceEvent =
  | { phase: 'waiting' | 'reading'; source: ConfiguredSource }
  /** The poll has ended. `added` counts new posts, `unchanged` means a 304, `error` is a message for the webmaster. */
  | { phase: 'done'; source: ConfiguredSource; added: number; unchanged: boolean; error?: string };
