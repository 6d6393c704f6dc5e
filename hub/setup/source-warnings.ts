import type { ListKind } from '../../core/config/cluster.ts';
import type { SourceFacts } from '../../core/discover/weigh.ts';
import type { Item } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import { foldWords } from '../../core/text/fold-words.ts';
import type { Words } from '../messages.ts';

/** What is doubtful about the posts of a source, for who set it up. */
export function sourceWarnings(
  items: readonly Item[],
  { dated, pictures, numbers, files }: SourceFacts,
  kind: ListKind,
  url: string,
): Words[] {
  const warnings: Words[] = [];
  if (!items.length) return warnings;
  const titles = items.flatMap(({ title }) => (title ? foldWords(title) : []));
  const isOther = ({ url: link }: Item) => link !== undefined && serverOf(link) !== serverOf(url);
  const others = items.filter(isOther).length;
  if (titles.length > 1 && new Set(titles).size === 1)
    warnings.push({
      vi: `Mọi bài đều có tiêu đề “${items.find(({ title }) => title)!.title}”: hãy chỉ đúng tiêu đề.`,
      en: `All posts have the title “${items.find(({ title }) => title)!.title}”: point at the real headline.`,
    });
  if (others * 2 > items.length)
    warnings.push({
      vi: `${others} trong ${items.length} bài dẫn sang trang khác: đây có thể là khung liên kết hoặc quảng cáo.`,
      en: `${others} of ${items.length} posts lead to other sites: this may be a block of links or advertisements.`,
    });
  if (kind === 'news' && !dated)
    warnings.push({
      vi: 'Không bài nào có ngày: bài sẽ xếp theo thứ tự trên trang, ngày là lúc tct-hub thấy bài lần đầu.',
      en: 'No post has a date: posts are shown in the order of the page, dated when tct-hub first saw them.',
    });
  if (kind === 'news' && !pictures)
    warnings.push({ vi: 'Không bài nào có ảnh.', en: 'No post has a picture.' });
  if (kind === 'documents' && !numbers)
    warnings.push({
      vi: 'Không văn bản nào có số, ký hiệu.',
      en: 'No document has a number.',
    });
  if (kind === 'documents' && !files)
    warnings.push({
      vi: 'Danh sách không có tệp: tct-hub sẽ tìm tệp ở trang của từng văn bản.',
      en: 'The list has no files: tct-hub will look for them on each document’s own page.',
    });
  return warnings;
}
