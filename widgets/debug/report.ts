import type { ErrorDetail, LoadDetail } from '../data/events.ts';
import type { Finding, Words } from './finding.ts';

/** What a source has answered. */
export interface Answer {
  url: string;
  outcome: Words;
}

/** All that is known of a widget. */
export interface Report {
  /** About the tag, checked anew each time. */
  tag: Finding[];
  /** About the sources and the code, by address. */
  sources: Map<string, Finding>;
  answers: Map<string, Answer>;
}

const reports = new WeakMap<Element, Report>();

export function reportOf(element: Element): Report {
  const report = reports.get(element) ?? { tag: [], sources: new Map(), answers: new Map() };
  reports.set(element, report);
  return report;
}

export const findingsOf = ({ tag, sources }: Report): Finding[] => [...tag, ...sources.values()];

/** What a widget keeps of its sources; protected, and missing until its code has loaded. */
interface WithSource {
  source?: {
    staleSince: number;
    schools?: Record<string, unknown>;
    places?: readonly { id: string }[];
    answers: readonly { url: string; failed?: boolean }[];
  };
}

export const sourceOf = (element: Element): WithSource['source'] => (element as WithSource).source;

/** Firefox and Safari know some of these fields only in their newer versions. */
type Timing = PerformanceResourceTiming & { contentType?: string };

/** What came from an address, as far as the browser tells. */
export function outcomeOf(element: Element, detail: LoadDetail | ErrorDetail): Words {
  const timing = performance.getEntriesByName(detail.url, 'resource').at(-1) as Timing | undefined;
  const status =
    'error' in detail ? /: HTTP (\d+)$/.exec(String(detail.error))?.[1] : timing?.responseStatus || 200;
  const details = [
    detail.url && status ? `HTTP ${status}` : '',
    timing?.contentType,
    timing ? `${Math.round(timing.duration)} ms` : '',
  ];
  const vi = [...details];
  const en = [...details];
  if ('feed' in detail) {
    const { items, places } = detail.feed as { items?: unknown[]; places?: unknown[] };
    const count = (items ?? places)!.length;
    vi.push(items ? `${count} mục` : `${count} nơi`);
    en.push(items ? `${count} items` : `${count} places`);
    const source = sourceOf(element);
    const isCopy = source?.answers.some(({ url, failed }) => failed && url === detail.url);
    if (isCopy) {
      // The response that has failed is described by the finding.
      vi.splice(0, 3, 'bản lưu trong trình duyệt');
      en.splice(0, 3, 'a copy saved in the browser');
    } else if (timing && !timing.transferSize && timing.decodedBodySize) {
      vi.push('từ bộ nhớ đệm');
      en.push('from the cache');
    }
  } else if (!status) {
    vi.unshift('không có trả lời đọc được');
    en.unshift('no readable answer');
  }
  const time = new Date().toLocaleTimeString('vi-VN');
  return [[time, ...vi].filter(Boolean).join(' · '), [time, ...en].filter(Boolean).join(' · ')];
}
