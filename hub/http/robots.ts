import robotsParser from 'robots-parser';
import type { PollOutcome } from '../../core/poll/next.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { errorMessage } from '../messages.ts';
import type { HttpClient } from './client.ts';
import type { RobotsTexts } from './session.ts';

/** Rules should not be cached for longer than a day (RFC 9309, section 2.4). */
const CACHE_FOR_MS = DAY_MS;
/** The rest is ignored (RFC 9309, section 2.5). */
const MAX_ROBOTS_BYTES = 500_000;
/**
 * Matching a path takes time in proportion to the wildcards. The rules of real sites have a few dozen; those beyond this
 * number are ignored, so that a file full of them does not keep the hub busy for minutes.
 */
const MAX_WILDCARDS = 2000;
/** A line to store. HTML pages, which some sites send instead of a robots.txt, have none. */
const RULE_LINE = /^\s*(?:user-agent|allow|disallow)\s*:/i;

/** The lines of a robots.txt that have an effect. */
function ruleLines(body: Uint8Array): string[] {
  let wildcards = 0;
  return new TextDecoder()
    .decode(body)
    .split(/\r\n?|\n/)
    .filter((line) => {
      if (!RULE_LINE.test(line)) return false;
      const more = line.split('*').length - 1;
      if (wildcards + more > MAX_WILDCARDS) return false;
      wildcards += more;
      return true;
    });
}

/** Why a page may not be fetched. */
export interface RobotsRefusal {
  /** In Vietnamese, for the webmaster. */
  message: string;
  /** The refusal as the outcome of a poll. */
  outcome: PollOutcome;
  /** The rules disallow the page. Otherwise they could not be fetched. */
  forbidden?: true;
}

/**
 * Checks robots.txt (RFC 9309) before pages are read. Feeds are published for machines and need no check.
 */
export class Robots {
  /** Rules of the origins checked in this run, to be stored for the next one. */
  readonly texts: RobotsTexts = {};

  /**
   * @param stored rules from the previous run
   * @param now ms since the epoch
   */
  constructor(
    private readonly stored: RobotsTexts,
    private readonly client: HttpClient,
    /** The time of the run. */
    readonly now: number,
  ) {}

  /** Why a URL may not be fetched; undefined if it may. */
  async refusal(url: string): Promise<RobotsRefusal | undefined> {
    // A URL that does not parse is never requested.
    if (!URL.canParse(url)) return undefined;
    const { origin } = new URL(url);
    const robotsUrl = `${origin}/robots.txt`;
    const text = await this.load(origin, robotsUrl);
    if (typeof text !== 'string') return text;
    return robotsParser(robotsUrl, text).isAllowed(url, 'tct-hub') === false
      ? {
          message:
            'Tệp robots.txt của trang yêu cầu không đọc địa chỉ này. Hãy xin phép người quản trị trang, hoặc dùng nguồn RSS.',
          outcome: { status: 403, headers: { get: () => null } },
          forbidden: true,
        }
      : undefined;
  }

  private async load(origin: string, robotsUrl: string): Promise<string | RobotsRefusal> {
    const cached = this.texts[origin] ?? this.client.robots?.[origin] ?? this.stored[origin];
    if (cached) this.texts[origin] = cached;
    if (cached && Math.abs(this.now - cached.at) <= CACHE_FOR_MS) return cached.text;
    const response = await this.client.fetch(robotsUrl, { Accept: 'text/plain' });
    // Unreachable: use the cached rules, or else assume complete disallow (RFC 9309, 2.3.1.4).
    if ('failure' in response || response.status >= 500 || response.status === 429)
      return (
        cached?.text ?? {
          message: `Chưa đọc được robots.txt của trang. ${errorMessage(response)}`,
          outcome: response,
        }
      );
    // Unavailable (4xx): everything is allowed (RFC 9309, 2.3.1.3).
    const body = response.status === 200 ? response.body.subarray(0, MAX_ROBOTS_BYTES) : new Uint8Array();
    const text = ruleLines(body).join('\n');
    const rules = { at: this.now, text };
    this.texts[origin] = rules;
    if (this.client.robots) this.client.robots[origin] = rules;
    return text;
  }
}
