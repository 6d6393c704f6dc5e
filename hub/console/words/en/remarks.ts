import { digits, formatDay } from '../../format.ts';
import type { Part, Thing } from '../../remarks/remarks.ts';
import type { remarks as vi } from '../vi/remarks.ts';

const number = (count: number) => digits(count, 'en');
const day = (time: number) => formatDay(time, 'en');
const counted = (count: number, thing: Thing) => `${number(count)} ${thing}${count === 1 ? '' : 's'}`;

const PARTS: Record<Part, string> = {
  dated: 'dates',
  pictures: 'pictures',
  texts: 'summaries',
  numbers: 'document numbers',
  files: 'files',
  captions: 'captions',
};
const PART: Record<Part, string> = {
  dated: 'a date',
  pictures: 'a picture',
  texts: 'a summary',
  numbers: 'a document number',
  files: 'a file',
  captions: 'a caption',
};

export const remarks: typeof vi = {
  counted,
  fine: 'Nothing is missing.',

  remark: (remark) => {
    switch (remark.code) {
      case 'none':
        return `No ${remark.thing}s.`;
      case 'few':
        return `Only ${counted(remark.having, remark.thing)}.`;
      case 'beyond':
        return `Only ${number(remark.having)} of the site’s ${counted(remark.of, remark.thing)}.`;
      case 'titles':
        return 'Only titles, no summaries and no pictures.';
      case 'lacks':
        return `No ${PARTS[remark.part]}.`;
      case 'some':
        return `Only ${number(remark.having)} of ${counted(remark.of, remark.thing)} ${remark.having === 1 ? 'has' : 'have'} ${PART[remark.part]}.`;
      case 'old':
        return `The newest ${remark.thing} is from ${day(remark.newest)}.`;
      case 'no-next-page':
        return 'Several pages are to be read, but there is no link to the next one.';
      case 'same-title':
        return `All items have the title “${remark.title}”. Point at the real title.`;
      case 'elsewhere':
        return `${number(remark.having)} of ${counted(remark.of, remark.thing)} ${remark.having === 1 ? 'leads' : 'lead'} to other sites: this may be a block of links or advertisements.`;
      case 'no-photos':
        return `No photos could be read in the album “${remark.album}”: ${remark.refusal}`;
    }
  },

  difference: (difference) => {
    switch (difference.code) {
      case 'posts':
        return `${number(difference.by)} ${difference.more ? 'more' : 'fewer'} ${difference.thing}${difference.by === 1 ? '' : 's'}`;
      case 'part':
        if (difference.isWhole) return `${difference.more ? 'has' : 'no'} ${PARTS[difference.part]}`;
        return `${difference.more ? 'more' : 'fewer'} ${PARTS[difference.part]}`;
      case 'newest':
        return `${difference.more ? 'newer' : 'older'}: newest ${difference.thing} ${day(difference.newest)}`;
    }
  },
};
