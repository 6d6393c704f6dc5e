import { digits, formatDay } from '../../format.ts';
import type { schools as vi } from '../vi/schools.ts';

const number = (count: number) => digits(count, 'en');
const day = (time: number) => formatDay(time, 'en');
const counted = (count: number, thing: string) => `${number(count)} ${thing}${count === 1 ? '' : 's'}`;

export const schools: typeof vi = {
  lists: { news: 'News', documents: 'Documents', gallery: 'Photos' },

  add: {
    heading: 'Add schools',
    addresses: 'Addresses of the schools’ sites',
    hint: 'Paste one or many addresses, one a line or separated by spaces. The homepage will do: news, documents and photos are looked for there.',
    example: 'school.example\nhttps://academy.province.example',
    file: 'From a file (OPML, text)…',
    known: 'Known schools',
    all: 'Select all',
    none: 'Select none',
    understood: (count) => `${counted(count, 'site')} to look at:`,
    ignored: 'Not an address, so left out:',
    inConfig: 'in the configuration already',
    look: (count) => (count > 1 ? `Look at ${number(count)} sites` : 'Look at the site'),
    nothing: 'Paste at least one address, or select schools from the list.',
    unreadable: 'This file cannot be read.',
  },

  looking: {
    heading: 'Looking at the sites',
    progress: (done, all) => `${number(done)} of ${counted(all, 'site')} looked at.`,
    waiting: 'waiting',
    opened: 'opening the homepage',
    trying: 'trying',
    requests: (count) => counted(count, 'request'),
    polite:
      'Each site is asked one thing at a time, at least a second apart, so as not to burden the school’s server.',
    cancel: 'Stop',
    stopped: (count) => `Stopped. ${counted(count, 'site')} not looked at yet.`,
    goOn: 'Go on',
  },

  found: {
    heading: 'Found',
    lead: 'Each list looks as it will in a partner’s page. Look it over, change what you like, and accept it.',
    acceptGood: (count) => `Accept ${counted(count, 'good school')}`,
    goodHow: 'A good school has news, and none of its lists lacks anything important.',
    accept: 'Accept this school',
    acceptedOne: (name) => `${name} was accepted.`,
    accepted: (count) => `${counted(count, 'school')} accepted.`,
    replace: 'Replace this school’s sources',
    dismiss: 'Dismiss',
    name: 'Name of the school',
    id: 'Id',
    idHint:
      'Small letters without diacritics, digits, “-”. It is part of the files’ addresses: do not change it once pages embed them.',
    home: 'Homepage',
    edit: 'Edit name, id, homepage',
    runsOn: (cms) => `runs ${cms}`,
    requests: (count) => counted(count, 'request'),
    known:
      'This school is in the cluster already. If accepted, the sources below take the place of its old ones; collected posts are kept.',
    nothing: 'No list was found at this site. You can point out where a list is.',
    take: 'At least one list is needed. Point at one in the page, or dismiss this school.',
    good: 'good',
  },

  refused: {
    heading: (count) => `${counted(count, 'site')} could not be read`,
    how: 'Open the address in a browser: if the site opens, try again in a few minutes, or paste the address that the browser shows; if not, ask the school’s administrator.',
    again: 'Try again',
    dismiss: 'Dismiss',
  },

  list: {
    newest: (time) => `newest ${day(time)}`,
    feed: 'from a feed (RSS, API)',
    page: 'read from a page',
    pointed: 'pointed at by you',
    joined: (count) => `Joined from ${counted(count, 'source')}:`,
    notFound: {
      news: 'No news was found.',
      documents: 'No documents were found.',
      gallery: 'No photos were found.',
    },
    leftOut: 'This list is left out.',
    takeBack: 'Take it after all',
    leaveOut: 'Leave out',
    point: 'Point on the page',
    others: (count) => `Alternatives (${number(count)})`,
    useInstead: 'Use this one',
    failed: 'Tried, but could not be read:',
    same: 'no difference to speak of',
  },

  config: {
    heading: 'Schools in the cluster',
    none: 'No schools yet. Those that you accept appear here.',
    count: (count) => counted(count, 'school'),
    paused: 'paused',
    sources: (count) => (count ? counted(count, 'source') : 'none'),
    edit: 'Edit',
    pause: 'Pause',
    resume: 'Resume',
    lookAgain: 'Look again',
    remove: 'Remove the school',
    removed: (name) => `${name} was removed.`,
    pausedNow: (name) => `${name} is paused. Posts collected so far stay published.`,
    resumedNow: (name) => `${name} will be read again from the next run on.`,
    save: 'Save',
    cancel: 'Cancel',
    saved: (name) => `${name} was saved.`,
    noSource: 'No source.',
    removeSource: 'Remove the source',
    sourceRemoved: 'The source was removed.',
    pointAgain: 'Point again',
    point: 'Point on the page',
    feedAddress: 'Add a source by the address of a feed (RSS, Atom, JSON)',
    add: 'Add',
    added: 'The source was added.',
  },
  actionsOf: (action, name) => `${action}: ${name}`,
};
