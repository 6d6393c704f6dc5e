/** What `tct-hub discover` prints about sources, in Vietnamese. */
import type { ClusterSource, ListKind } from '../../core/config/cluster.ts';
import { reachDays, type SourceFacts } from '../../core/discover/weigh.ts';
import { MAX_POSTS } from '../../core/discover/wordpress.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { configEntry } from '../collect/sources.ts';
import { type TriedSource, type WorkingSource, works } from '../discover/types.ts';
import { LIST_NAMES } from '../messages.ts';
import { describeSample } from './check.ts';

const nameOf = (source: ClusterSource) =>
  source.kind === 'feed' ? source.url : JSON.stringify(configEntry(source));

/** A source that was tried: the newest post, or why it cannot be used. */
export function triedLines(tried: TriedSource): string[] {
  const isGood = works(tried);
  return [
    `  ${isGood ? '✓' : '✗'} ${nameOf(tried.source)}`,
    `    ${isGood ? describeSample(tried.feed, tried.kind) : tried.refusal}`,
  ];
}

const day = (time: number) => {
  const [year, month, date] = formatVietnamTime(time).slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
};

/** Differences smaller than this share are not worth a word. */
const MIN_DIFFERENCE = 0.15;

/** In what a source is worse than the one chosen; empty if in nothing that counts. */
function shortcomings(facts: SourceFacts, best: SourceFacts, kind: ListKind): string[] {
  const found: string[] = [];
  const less = (
    part: keyof SourceFacts & ('pictures' | 'texts' | 'authors' | 'dated' | 'numbers' | 'files' | 'albums'),
    what: string,
  ) => {
    const share = facts[part] / facts.posts;
    if (best[part] / best.posts - share > MIN_DIFFERENCE)
      found.push(facts[part] ? `chỉ ${facts[part]}/${facts.posts} ${what}` : `không ${what}`);
  };
  if (facts.posts < best.posts) found.push(`ít hơn (${facts.posts} so với ${best.posts})`);
  if (best.newest && facts.newest && best.newest - facts.newest > DAY_MS)
    found.push(`bài mới nhất từ ${day(facts.newest)}`);
  if (kind === 'news') less('pictures', 'có ảnh');
  if (kind === 'documents') less('numbers', 'có số ký hiệu');
  if (kind === 'documents') less('files', 'có tệp');
  if (kind === 'gallery') less('albums', 'là album');
  less('texts', 'có tóm tắt');
  less('dated', 'có ngày');
  less('authors', 'có tác giả');
  if (facts.oldest && reachDays(facts) < reachDays(best) / 2) found.push(`chỉ lùi tới ${day(facts.oldest)}`);
  if (best.hasValidators && !facts.hasValidators) found.push('không có ETag hay Last-Modified');
  return found;
}

/** At most this many reasons for each source. */
const MAX_REASONS = 3;

/** The choice for one list: the sources, and the others with the reasons why not; empty if there is none. */
export function choiceLines(
  kind: ListKind,
  chosen: readonly WorkingSource[],
  tried: readonly TriedSource[],
): string[] {
  const [best, ...more] = chosen;
  if (!best) return [];
  const others = tried.filter(works).filter((each) => each.kind === kind && !chosen.includes(each));
  const total = best.total ?? 0;
  return [
    `${LIST_NAMES[kind]}: ${nameOf(best.source)}`,
    ...(total > MAX_POSTS
      ? [`  Trang có ${total} mục; nguồn này trả ${best.facts.posts} mục mới nhất.`]
      : []),
    ...more.map(({ source }) => `  thêm ${nameOf(source)}: có bài mà các nguồn trên không có`),
    ...others.map(({ source, facts }) => {
      const why = shortcomings(facts, best.facts, kind).slice(0, MAX_REASONS).join(', ');
      return `  không chọn ${nameOf(source)}: ${why || 'không có gì hơn nguồn đã chọn'}`;
    }),
  ];
}
