import robotsParser from 'robots-parser';
import type { PollOutcome } from '../../core/poll/next.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { errorMessage } from '../messages.ts';
import type { HttpClient } from './client.ts';

/** A robots.txt is good for a day (RFC 9309, 2.4); of it so much is read (2.5). */
const FRESH_FOR_MS = DAY_MS;
const MAX_ROBOTS_BYTES = 500_000;
/** What counts in it; the error page that some sites send instead has none. */
const RULE = /^\s*(?:user-agent|allow|disallow)\s*:/i;

/** The rules of a site by its origin, and when they were fetched (ms since the epoch). */
export type RobotsTexts = Record<string, { at: number; text: string }>;

/** Why a page is not to be read: in words, and as a poll that brought nothing. */
export interface RobotsRefusal {
  words: string;
  outcome: PollOutcome;
  /** The site wants it so; otherwise its rules could not be had. */
  forbidden?: true;
}

/** Asks sites what they want robots to leave alone: sites without a feed, whose pages are read instead. */
export class Robots {
  /** What is worth remembering: of the sites that were asked about. */
  readonly texts: RobotsTexts = {};

  constructor(
    private readonly known: RobotsTexts,
    private readonly network: HttpClient,
    private readonly now: number,
  ) {}

  /** Why a page must not be read; undefined if it may. */
  async refusal(url: string): Promise<RobotsRefusal | undefined> {
    const { origin } = new URL(url);
    const address = `${origin}/robots.txt`;
    const text = await this.text(origin, address);
    if (typeof text !== 'string') return text;
    return robotsParser(address, text).isAllowed(url, 'tct-hub') === false
      ? {
          words:
            'Tệp robots.txt của trang yêu cầu không đọc địa chỉ này. Hãy xin phép người quản trị trang, hoặc dùng nguồn RSS.',
          outcome: { status: 403, headers: { get: () => null } },
          forbidden: true,
        }
      : undefined;
  }

  private async text(origin: string, address: string): Promise<string | RobotsRefusal> {
    const old = this.texts[origin] ?? this.known[origin];
    if (old) this.texts[origin] = old;
    if (old && Math.abs(this.now - old.at) <= FRESH_FOR_MS) return old.text;
    const answer = await this.network.fetch(address, { Accept: 'text/plain' });
    // One that should be there but cannot be had: the old one goes on, else nothing may be read (RFC 9309, 2.3.1.4).
    if ('failure' in answer || answer.status >= 500 || answer.status === 429)
      return (
        old?.text ?? { words: `Chưa đọc được robots.txt của trang. ${errorMessage(answer)}`, outcome: answer }
      );
    // None: nothing is forbidden (2.3.1.3).
    const body = answer.status === 200 ? answer.body.subarray(0, MAX_ROBOTS_BYTES) : new Uint8Array();
    const lines = new TextDecoder().decode(body).split(/\r\n?|\n/);
    const text = lines.filter((line) => RULE.test(line)).join('\n');
    this.texts[origin] = { at: this.now, text };
    return text;
  }
}
