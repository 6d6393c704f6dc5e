/** The forms without a script: addresses of feeds, and lists of links that the page's server includes. */
import { PIECE_WORDS, REMARKS } from '../words/forms.ts';
import type { Words } from '../words/language.ts';
import type { Embedding, Form } from './embedding.ts';

/** The addresses of a file of the hub: that of the cluster, or one for each chosen school. */
function listUrls({ hub, schools, areAll, block }: Embedding, ending: string): string[] {
  const file = `${block.list}${ending}`;
  return schools.length && !areAll
    ? schools.map((id) => `${hub}schools/${encodeURIComponent(id)}/${file}`)
    : [hub + file];
}

const withoutWeather = ({ block }: Embedding): Words | undefined =>
  block.list ? undefined : REMARKS.noWeather;

export const rssForm: Form = {
  name: 'rss',
  isStyled: false,
  unfit: withoutWeather,
  pieces: (embedding) =>
    embedding.sources.length
      ? [{ label: PIECE_WORDS.ownFeed, code: embedding.sources.join('\n') }]
      : [
          { label: PIECE_WORDS.rss, code: listUrls(embedding, '-rss.xml').join('\n') },
          { label: PIECE_WORDS.atom, code: listUrls(embedding, '.xml').join('\n') },
        ],
  remark: ({ schools, areAll }) => (schools.length > 1 && !areAll ? REMARKS.severalFeeds : undefined),
  policy: () => ({}),
};

/** Seconds that a page waits for the hub at most. */
const PHP_TIMEOUT_S = 3;

const phpString = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
const php = (url: string) =>
  `<?php echo @file_get_contents(${phpString(url)}, false, stream_context_create(['http' => ['timeout' => ${PHP_TIMEOUT_S}]])); ?>`;
const ssi = (url: string) => `<!--#include virtual="${new URL(url).pathname}" -->`;
const aspNet = (url: string) => `<% Response.WriteFile("${new URL(url).pathname}"); %>`;

export const includeForm: Form = {
  name: 'include',
  isStyled: false,
  unfit: (embedding) =>
    embedding.sources.length && embedding.block.list ? REMARKS.noOwnInclude : withoutWeather(embedding),
  pieces: (embedding) =>
    (
      [
        [PIECE_WORDS.php, php],
        [PIECE_WORDS.ssi, ssi],
        [PIECE_WORDS.aspNet, aspNet],
      ] as const
    ).map(([label, line]) => ({ label, code: listUrls(embedding, '.html').map(line).join('\n') })),
  remark: ({ schools, areAll }) => (schools.length > 1 && !areAll ? REMARKS.severalIncludes : undefined),
  policy: () => ({}),
};

/** The addresses of the fragments that the page's server would include: for the preview. */
export const fragmentUrls = (embedding: Embedding): string[] => listUrls(embedding, '.html');
