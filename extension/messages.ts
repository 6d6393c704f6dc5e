/** What pages ask of the background, which alone talks to sites. Validated where it arrives. */
import * as z from 'zod/mini';
import type { Item } from '../core/feed.ts';
import type { Cms, Proposal } from '../core/poll/discover.ts';
import type { Problem, Unreached } from '../core/poll/next.ts';
import { browser } from './browser.ts';
import type { Hub } from './store.ts';

const address = z.string().check(z.regex(/^https?:\/\//i), z.maxLength(8192));

export const message = z.union([
  /** Polls now what may be polled: all that is on, or these addresses. */
  z.object({ ask: z.literal('refresh'), urls: z.optional(z.array(address)) }),
  z.object({ ask: z.literal('find'), home: address }),
  z.object({ ask: z.literal('hub'), url: address }),
]);

export type Message = z.infer<typeof message>;

/** Why there is nothing to show. `said` is the reader's own words; `denied` wants the permission for the host. */
export interface Refusal {
  problem: Problem['kind'] | Unreached | 'denied' | 'not-a-hub';
  status?: number;
  said?: { vi: string; en: string };
}

export interface Refreshed {
  /** Sources that were asked; the others were asked so lately that they may not be asked again yet. */
  asked: number;
}

export interface Sample {
  /** The address that answered. */
  url: string;
  title: string;
  posts: number;
  /** The newest few, as read. */
  sample: Item[];
}

export interface Found {
  cms?: Cms;
  /** What the page calls itself. */
  title?: string;
  /** Those that can be read, best first. */
  sources: (Proposal & Sample)[];
  /** How many more were tried and could not be read. */
  unread: number;
}

/** A hub, and its newest posts to judge it by. */
export interface HubLook {
  hub: Hub;
  sample: Item[];
}

export interface Replies {
  refresh: Refreshed;
  find: Found | Refusal;
  hub: HubLook | Refusal;
}

async function send<Ask extends Message['ask']>(message: Message & { ask: Ask }): Promise<Replies[Ask]> {
  return (await browser.runtime.sendMessage(message)) as Replies[Ask];
}

/** Asks the sources now, by hand; how often that may be is core's rule. */
export const refresh = (urls?: string[]) => send({ ask: 'refresh', ...(urls && { urls }) });
/** Finds the sources of a site from one of its pages, and reads each once. Its host must have been granted. */
export const find = (home: string) => send({ ask: 'find', home });
/** Reads a hub's list of schools and its newest posts. Needs no permission. */
export const readHub = (url: string) => send({ ask: 'hub', url });
