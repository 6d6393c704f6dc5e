import { expect } from 'chai';
import {
  clickItem,
  clickPart,
  effectOn,
  leaveOut,
  listPicks,
  NO_PICKS,
  nameColumn,
  removePick,
} from '../../../hub/console/point/picks.ts';

const at = (node: number, hit: { isListed?: boolean; picked?: number[]; left?: number[] } = {}) => ({
  node,
  isListed: false,
  picked: [],
  left: [],
  ...hit,
});

describe('what a click on an item does', () => {
  it('takes the first one, even if a guess has it already', () => {
    expect(clickItem(NO_PICKS, at(7, { isListed: true })).items).to.deep.equal([7]);
    expect(clickItem(NO_PICKS, at(7)).items).to.deep.equal([7]);
  });

  it('includes a second one that is not outlined', () => {
    expect(clickItem({ items: [7], not: [] }, at(9))).to.deep.equal({ items: [7, 9], not: [] });
  });

  it('leaves out one that is outlined, and takes it again', () => {
    const left = clickItem({ items: [7], not: [] }, at(9, { isListed: true }));
    expect(left).to.deep.equal({ items: [7], not: [9] });
    expect(effectOn(left, at(9, { left: [9] }))).to.equal('return');
    expect(clickItem(left, at(9, { left: [9] }))).to.deep.equal({ items: [7], not: [] });
  });

  it('takes back what was picked, also by a click beside it in the same item', () => {
    const picks = { items: [7, 9], not: [] };
    expect(clickItem(picks, at(8, { isListed: true, picked: [7] }))).to.deep.equal({ items: [9], not: [] });
  });

  it('leaves out by keyboard whatever it was, once', () => {
    const left = leaveOut({ items: [7], not: [] }, at(7, { isListed: true, picked: [7] }));
    expect(left).to.deep.equal({ items: [], not: [7] });
    expect(leaveOut(left, at(7, { left: [7] }))).to.deep.equal(left);
  });
});

describe('what is picked besides items', () => {
  it('replaces a part, and takes it back on a second click', () => {
    const picks = clickPart(clickPart(NO_PICKS, 'date', 3), 'date', 4);
    expect(picks.date).to.equal(4);
    expect(clickPart(picks, 'date', 4)).to.deep.equal(NO_PICKS);
  });

  it('gives a column one name and a name one column', () => {
    const named = nameColumn(nameColumn(NO_PICKS, 3, 'number'), 4, 'issued');
    expect(named.columns).to.deep.equal({ number: 3, issued: 4 });
    expect(nameColumn(named, 4, 'number').columns).to.deep.equal({ number: 4 });
    expect(nameColumn(named, 3, 'signer').columns).to.deep.equal({ signer: 3, issued: 4 });
    expect(nameColumn(named, 3, undefined).columns).to.deep.equal({ issued: 4 });
  });

  it('lists all picks, each to be removed alone', () => {
    const picks = nameColumn({ items: [1, 2], not: [3], date: 4, next: 5 }, 6, 'title');
    const listed = listPicks(picks);
    expect(listed.map(({ as, node }) => `${as} ${node}`)).to.deep.equal([
      'item 1',
      'item 2',
      'not 3',
      'date 4',
      'next 5',
      'column 6',
    ]);
    for (const pick of listed) {
      const rest = listPicks(removePick(picks, pick));
      expect(rest).to.deep.equal(listed.filter((each) => each !== pick));
    }
  });
});
