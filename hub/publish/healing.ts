/** What the status says about sources that were adopted, and about searches for them. */
import type { ClusterSource } from '../../core/config/cluster.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { type ConfiguredSource, configEntry, stateKey } from '../collect/sources.ts';
import { escapeHtml } from '../escape-html.ts';
import type { HubState } from '../memory/types.ts';

/** Times are RFC 3339. */
export interface Healing {
  /** The source that is read in place of the configured one, which had nothing any more. */
  adopted?: {
    url: string;
    kind: ClusterSource['kind'];
    since: string;
    /** The line to write into the school's configuration. */
    config: string;
  };
  /** The last search for such a source, while none is found: what was tried, and why it was not adopted. */
  searched?: { at: string; tried: string[] };
}

/** The line of the configuration for a list of a school, as it is read now. */
function configLine({ school, kind, ...source }: ConfiguredSource, { sources }: HubState): string {
  const entries = school[kind].map((config) => {
    const { adopted } = sources[stateKey({ ...source, school, kind, config, url: config.url })] ?? {};
    const { every } = config;
    return configEntry(adopted ? { ...adopted.source, ...(every && { every }) } : config);
  });
  return `"${kind}": ${JSON.stringify(entries.length > 1 ? entries : entries[0])}`;
}

export function healingOf(source: ConfiguredSource, hub: HubState): Healing {
  const { adopted, search, error } = hub.sources[stateKey(source)] ?? {};
  return {
    ...(adopted && {
      adopted: {
        url: adopted.source.url,
        kind: adopted.source.kind,
        since: formatVietnamTime(adopted.since),
        config: configLine(source, hub),
      },
    }),
    ...(search?.tried.length &&
      error &&
      source.heals && { searched: { at: formatVietnamTime(search.at), tried: search.tried } }),
  };
}

/** @param shortTime formats an RFC 3339 time */
export function healingHtml(
  { adopted, searched, school }: Healing & { school: string },
  shortTime: (time: string) => string,
): string {
  const paragraphs: string[] = [];
  if (adopted) {
    const url = escapeHtml(adopted.url);
    paragraphs.push(
      `<p>Nguồn trong cấu hình không còn tin. Từ ${shortTime(adopted.since)}, trạm tự đọc <a href="${url}" rel="noreferrer">${url}</a>, nơi có các bài đã biết. Để dùng lâu dài, hãy ghi vào mục của trường “${escapeHtml(school)}” trong cấu hình: <code>${escapeHtml(adopted.config)}</code></p>`,
    );
  }
  if (searched) {
    paragraphs.push(
      `<p>Lúc ${shortTime(searched.at)}, trạm đã tự tìm nguồn khác trên trang của trường; chưa nguồn nào có đủ các bài đã biết, nên danh sách cũ được giữ lại. Đã thử:<br>${searched.tried.map(escapeHtml).join('<br>')}</p>`,
    );
  }
  return paragraphs.join('');
}
