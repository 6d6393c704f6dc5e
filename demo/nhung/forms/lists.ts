/** The forms without a script: addresses of feeds, and lists of links that the page's server includes. */
import { join } from '../../../widgets/debug/finding.ts';
import { LIST_OF_CLUSTER, PIECE_WORDS, REMARKS, sameSiteOnly } from '../words/forms.ts';
import type { Words } from '../words/language.ts';
import type { Embedding, Form } from './embedding.ts';
import { element } from './markup.ts';
import { tagAround } from './tag.ts';

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

type Include = (url: string, embedding: Embedding) => string;
/** Leaves a link to the hub where it gets nothing. */
const php: Include = (url, { hub, block }) => {
  const link = element('a', [['href', hub]], LIST_OF_CLUSTER[block.list!][0]);
  return `<?php $tin = @file_get_contents(${phpString(url)}, false, stream_context_create(['http' => ['timeout' => ${PHP_TIMEOUT_S}]])); echo $tin !== false ? $tin : ${phpString(link)}; ?>`;
};
const ssi: Include = (url) => `<!--#include virtual="${new URL(url).pathname}" -->`;
const aspNet: Include = (url) => `<% Response.WriteFile("${new URL(url).pathname}"); %>`;

const includes = (embedding: Embedding, include: Include): string =>
  listUrls(embedding, '.html')
    .map((url) => include(url, embedding))
    .join('\n');

/** The block with the links inside it, which need no reserved height. */
const around = (embedding: Embedding, include: Include): string =>
  tagAround({ ...embedding, reserve: false }, includes(embedding, include));

export const includeForm: Form = {
  name: 'include',
  isStyled: false,
  unfit: (embedding) =>
    embedding.sources.length && embedding.block.list ? REMARKS.noOwnInclude : withoutWeather(embedding),
  pieces: (embedding) => [
    { label: PIECE_WORDS.php, code: includes(embedding, php) },
    { label: PIECE_WORDS.ssi, code: includes(embedding, ssi) },
    { label: PIECE_WORDS.aspNet, code: includes(embedding, aspNet) },
    { label: PIECE_WORDS.phpInTag, code: around(embedding, php) },
    { label: PIECE_WORDS.ssiInTag, code: around(embedding, ssi) },
  ],
  remark: ({ hub, schools, areAll }) =>
    join(
      sameSiteOnly(new URL(hub).origin),
      ...(schools.length > 1 && !areAll ? [REMARKS.severalIncludes] : []),
    ),
  policy: () => ({}),
};

/** The addresses of the fragments that the page's server would include: for the preview. */
export const fragmentUrls = (embedding: Embedding): string[] => listUrls(embedding, '.html');
