import type { PointWords } from '../../point/point-words.ts';

const LISTS = { news: 'posts', documents: 'documents', gallery: 'albums' };
const ITEMS: Record<keyof typeof LISTS, [one: string, many: string]> = {
  news: ['post', 'posts'],
  documents: ['document', 'documents'],
  gallery: ['album', 'albums'],
};
const ROLES = {
  link: 'link',
  image: 'picture',
  heading: 'heading',
  cell: 'table cell',
  frame: 'inner frame',
  text: 'text',
};

const counted = (count: number, [one, many]: [string, string]) => `${count} ${count === 1 ? one : many}`;

export const point: PointWords = {
  heading: (kind, school) => `Point at the ${LISTS[kind]} of ${school}`,
  albumHeading: 'Point at a photo of this album',
  cancel: 'Cancel',
  address: 'Page shown',
  go: 'Open',
  back: 'Previous page',
  backToList: 'Done, back to the albums',
  addressWrong: 'Enter an address that begins with http:// or https://.',
  working: {
    opening: 'Opening the page…',
    reading: 'Reading the page by what you pointed at…',
    trying: 'Reading the page again, and the next one…',
  },
  stop: 'Stop',
  modes: 'Click on the page to point at',
  mode: {
    item: { news: 'Headline', documents: 'Document', gallery: 'Album' },
    title: { news: 'Headline', documents: 'Title', gallery: 'Album name' },
    date: { news: 'Date', documents: 'Date of issue', gallery: 'Date' },
    image: { news: 'Picture', documents: 'Picture', gallery: 'Cover' },
    summary: 'Summary',
    next: 'Next page',
    photo: 'Photo of the album',
    follow: 'Follow a link',
  },
  help: {
    item: {
      news: 'Click the headline of a post. All of its kind are outlined; click one without an outline to include it, or a wrong one to leave it out.',
      documents:
        'Click the title or number of a document. Click one without an outline to include it, or a wrong one to leave it out.',
      gallery:
        'Click the name or cover of an album. Click one without an outline to include it, or a wrong one to leave it out.',
    },
    title: 'Click where the title stands, in any item of the list.',
    date: 'Click where the date stands, in any item of the list.',
    image: 'Click the picture of any item of the list.',
    summary: 'Click the summary of any post in the list.',
    next: 'Click the link to the next page, often “2”, “»” or “More” below the list.',
    photo: 'Click a photo of the album. The others of the album are outlined.',
    follow: 'Click a link to open the page it leads to, as when you browse.',
  },
  area: 'The school’s page',
  areaHelp:
    'Up and down arrow: previous and next item. Left and right: out to the element around it, and into it. Enter: take. Delete: leave out. Alt+Enter: open the link. Escape: leave the page.',
  keys: '↑ ↓ previous, next · ← → out, in · Enter takes · Delete leaves out · Alt+Enter opens the link · Esc leaves the page',
  role: ROLES,
  underCursor: (role, text) => (text ? `${ROLES[role]} “${text}”` : ROLES[role]),
  among: (at, count) => `${at} of ${count} alike`,
  effect: {
    take: 'click to include',
    leave: 'click to leave out',
    forget: 'click to unpick',
    return: 'click to include again',
    part: 'click to choose',
    follow: 'click to open this page',
    'no-link': 'there is no link here',
  },
  part: {
    title: 'title',
    date: 'date',
    image: 'picture',
    summary: 'summary',
    next: 'next page',
    photo: 'photo',
  },
  isKnown: 'known post',
  isLeftOut: 'left out',
  frame: 'Inner frame: click to point at what is inside',
  picks: 'Pointed at',
  pick: {
    item: 'included',
    not: 'left out',
    title: 'title',
    date: 'date',
    image: 'picture',
    summary: 'summary',
    next: 'next page',
    photo: 'photo of the album',
    column: 'column',
  },
  remove: (what) => `Take back: ${what}`,
  undo: 'Undo',
  startOver: 'Start over',
  panel: 'Read from the page',
  resize: 'Width of the page and of what was read',
  enlarge: 'Enlarge the panel',
  shrink: 'Shrink the panel',
  guessed: (kind, posts) =>
    `${counted(posts, ITEMS[kind])} recognised, outlined on the page. If that is right, use the list; if not, click ${kind === 'news' ? 'a right headline' : `a right ${ITEMS[kind][0]}`}.`,
  nothingYet: (kind) =>
    `Click ${kind === 'news' ? 'the headline of a post' : `${kind === 'gallery' ? 'an' : 'a'} ${ITEMS[kind][0]}`} on the page. If this page does not list the ${LISTS[kind]}, choose “Follow a link” to get to the one that does.`,
  counts: (kind, { posts, dated, pictures, numbers, files, photos }) => {
    const parts = [counted(posts, ITEMS[kind])];
    const missing = (count: number, what: string) => {
      if (count === posts) parts.push(`all with a ${what}`);
      else if (count === 0) parts.push(`none with a ${what}`);
      else parts.push(`${posts - count} without a ${what}`);
    };
    if (kind === 'documents') {
      missing(numbers, 'number');
      missing(files, 'file');
    } else missing(pictures, 'picture');
    missing(dated, 'date');
    if (kind === 'gallery' && photos) parts.push(`${counted(photos, ['photo', 'photos'])} in the albums`);
    return parts.join(', ');
  },
  photosRead: (photos) => `${counted(photos, ['photo', 'photos'])} of this album`,
  withNext: 'has a next page',
  withoutNext: 'next page not known',
  views: 'View',
  asWidget: 'As on a partner’s page',
  asTable: 'Table of what was read',
  table: {
    caption: 'What was read, in the order of the page',
    title: 'Title',
    date: 'Date',
    image: 'Picture',
    number: 'Number',
    show: 'Show this on the page',
    none: 'none',
    has: 'yes',
  },
  more: (count) => `and ${count} more`,
  columns: 'Columns of the table',
  columnsHelp:
    'What does each column hold? Name those that are wrong or were not recognised. You can also click a head cell on the page.',
  unnamed: 'not used',
  column: {
    number: 'Number',
    title: 'Title',
    issued: 'Date of issue',
    effective: 'Effective date',
    issuer: 'Issued by',
    signer: 'Signed by',
    type: 'Type',
    field: 'Field',
    status: 'Status',
    file: 'File',
  },
  columnNumber: (at) => `column ${at}`,
  openAlbum: 'Open an album to point at its photos',
  albumPhotosKnown: 'It is known where the photos are in an album’s page.',
  remembered: 'Earlier posts of this source',
  rememberedCount: (known, all) =>
    known === all
      ? `All ${all} earlier posts are still here.`
      : `${known} of ${all} earlier posts are still here.`,
  found: 'still here',
  lost: (count) => `${counted(count, ['post is', 'posts are'])} not on this page any more`,
  css: 'For those who know CSS',
  cssHelp: 'The selectors found. Change one and press Enter to read the page by it.',
  cssField: {
    item: 'One item (item)',
    title: 'Title (title)',
    link: 'Link (link)',
    date: 'Date (date)',
    image: 'Picture (image)',
    summary: 'Summary (summary)',
    table: 'Table (table)',
    photos: 'Photos of an album (photos)',
    next: 'Next page (next)',
  },
  try: 'Try',
  tryHelp: 'Reads the page once more, and the next page, to see how well this will last.',
  tried: {
    again: (same, of) =>
      same === of
        ? `Read again: the same ${of} items.`
        : `Read again: only ${same} of ${of} items are the same.`,
    refused: (why) => `Could not be read again: ${why}`,
    next: (posts, isNew) => `Next page: ${posts} items, ${isNew} of them not on this page.`,
    nextRefused: (why) => `The next page could not be read: ${why}`,
  },
  accept: 'Use this list',
  acceptAnyway: 'Use this list anyway',
};
