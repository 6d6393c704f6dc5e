/** What a trial says of each source: what is missing, or old. */
import type { ListKind } from '../../core/config/cluster.ts';
import type { SourceFacts } from '../../core/discover/weigh.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { Words } from './api.ts';

/** A source whose newest post is older has perhaps been forgotten. */
const MAX_AGE_MS = 365 * DAY_MS;
/** Fewer posts are hardly a list. */
const MIN_POSTS = 3;

export interface SourceCircumstances {
  kind: ListKind;
  /** Posts that the site says it has. */
  total?: number | undefined;
  /** More than one page is to be read, but the first leads to none. */
  isNextPageMissing?: boolean;
  /** ms since the epoch */
  now: number;
}

/** “Không bài nào có ngày.”, “Chỉ 2 trong 9 bài có ngày.”; nothing if at least half have it. */
function lacking(count: number, posts: number, [vi, en]: [vi: string, en: string]): Words[] {
  if (count >= posts / 2) return [];
  return count
    ? [{ vi: `Chỉ ${count} trong ${posts} bài có ${vi}.`, en: `Only ${count} of ${posts} posts have ${en}.` }]
    : [{ vi: `Không bài nào có ${vi}.`, en: `No post has ${en}.` }];
}

function lackingParts(facts: SourceFacts, kind: ListKind): Words[] {
  const { posts, dated, pictures, texts, numbers, files, albums } = facts;
  const undated = lacking(dated, posts, ['ngày đăng', 'a date']);
  if (kind === 'documents')
    return [
      ...undated,
      ...lacking(numbers, posts, ['số ký hiệu', 'a number']),
      ...lacking(files, posts, ['tệp đính kèm', 'a file']),
    ];
  if (kind === 'gallery') return [...undated, ...lacking(albums, posts, ['ảnh', 'photos'])];
  if (!texts && !pictures)
    return [
      ...undated,
      {
        vi: 'Chỉ có tiêu đề: không có ảnh, không có tóm tắt.',
        en: 'There are only headlines: neither pictures nor summaries.',
      },
    ];
  return [...undated, ...lacking(pictures, posts, ['ảnh', 'a picture'])];
}

/** The warnings about what was read of a source. A source with an error needs none. */
export function trialWarnings(
  facts: SourceFacts,
  { kind, total = 0, isNextPageMissing, now }: SourceCircumstances,
): Words[] {
  const { posts, newest } = facts;
  if (!posts) return [{ vi: 'Nguồn này không có bài nào.', en: 'This source has no posts.' }];
  const warnings = lackingParts(facts, kind);
  if (total > posts)
    warnings.push({
      vi: `Nguồn chỉ trả ${posts} trong ${total} bài của trang.`,
      en: `The source has only ${posts} of the site’s ${total} posts.`,
    });
  else if (posts < MIN_POSTS)
    warnings.push({ vi: `Chỉ có ${posts} bài.`, en: `There ${posts > 1 ? 'are' : 'is'} only ${posts}.` });
  if (newest !== undefined && now - newest > MAX_AGE_MS) {
    const [year, month, day] = formatVietnamTime(newest).slice(0, 10).split('-');
    warnings.push({
      vi: `Bài mới nhất đã hơn một năm: ${day}/${month}/${year}.`,
      en: `The newest post is more than a year old: ${day}/${month}/${year}.`,
    });
  }
  if (isNextPageMissing)
    warnings.push({
      vi: 'Cần đọc nhiều trang, nhưng không thấy đường dẫn tới trang sau.',
      en: 'Several pages are to be read, but there is no link to the next one.',
    });
  return warnings;
}
