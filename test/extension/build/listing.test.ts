/** The texts and pictures for the stores, beside what is packaged. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import sharp from 'sharp';
import { manifest, TARGETS } from '../../../build/extension/manifest.ts';
import { backgroundWords } from '../../../extension/words/background-words.ts';
import { description } from '../../../extension/words/description.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Characters that the stores allow: Chrome's, the stricter ones, but for the name, where it is Firefox's. */
const MAX_CHARS = { name: 45, summary: 132, description: 16_000, reason: 1000 };

interface Permissions {
  permissions: string[];
  optional_permissions: string[];
  optional_host_permissions: string[];
}

const declared = TARGETS.map((target) => manifest(target, '1.0.0') as Permissions);
const namesIn = (field: keyof Permissions) => [...new Set(declared.flatMap((each) => each[field]))].sort();

/** The cells of the rows of the first table in a text, without its head. */
const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/^\| (.+) \|$/gm)].slice(1).map(([, row]) => row!.split(' | '));

/** Permissions as a table of a text names them, and whether it calls them optional. */
function named(text: string, optional: RegExp) {
  const cells = rowsOf(text).map(([name]) => name!);
  const names = (isOptional: boolean) =>
    cells
      .filter((cell) => optional.test(cell) === isOptional)
      .map((cell) => /`(.+)`/.exec(cell)?.[1] ?? cell)
      .sort();
  return { required: names(false), optional: names(true) };
}

for (const language of ['vi', 'en'] as const) {
  const optional = language === 'vi' ? /\(tùy chọn\)/ : /\(optional\)/;

  describe(`the listing in the stores: ${language}`, () => {
    const text = readFileSync(`${ROOT}extension/listing/listing.${language}.md`, 'utf8');
    const name = /^# (.+)/.exec(text)![1]!;
    const sections = text.split(/^## .+\n/m).map((section) => section.trim());
    const [, summary = '', long = '', , reasons = '', , pictures = ''] = sections;

    it('has the name and the summary of the manifest', () => {
      expect(name).to.equal(backgroundWords[language].name);
      expect(summary).to.equal(description[language]);
    });

    it('fits into the fields of the stores', () => {
      expect(name.length).to.be.at.most(MAX_CHARS.name);
      expect(summary.length).to.be.at.most(MAX_CHARS.summary);
      expect(long.length).to.be.at.most(MAX_CHARS.description);
      for (const [, reason] of rowsOf(reasons)) expect(reason!.length).to.be.at.most(MAX_CHARS.reason);
    });

    it('gives the reason of every permission, and of no other', () => {
      const { required, optional: chosen } = named(reasons, optional);
      expect(required).to.deep.equal(namesIn('permissions'));
      expect(chosen).to.deep.equal(
        [...namesIn('optional_permissions'), ...namesIn('optional_host_permissions')].sort(),
      );
    });

    it('has the pictures it names, in their sizes', async () => {
      for (const [files, size] of rowsOf(pictures)) {
        const [first, last = first] = [...files!.matchAll(/`(?:(\w\w-)(\d)|(\w+))\.png`/g)];
        const names = first![3]
          ? [first![3]]
          : Array.from({ length: Number(last![2]) }, (_, index) => `${first![1]}${index + 1}`);
        for (const name of names) {
          const path = `${ROOT}extension/listing/${name}.png`;
          expect(existsSync(path), name).to.equal(true);
          const { width, height, hasAlpha } = await sharp(path).metadata();
          expect(`${width}×${height}`, name).to.equal(size);
          expect(hasAlpha, `${name} is opaque`).to.equal(false);
        }
      }
    });
  });

  describe(`the privacy page: ${language}`, () => {
    const folder = language === 'vi' ? '' : 'en/';
    const text = readFileSync(`${ROOT}demo/docs/guides/${folder}rieng-tu.md`, 'utf8');

    it('says what each permission is for', () => {
      const permissions = text.split(/^## /m).find((section) => /`activeTab`/.test(section))!;
      const { required, optional: chosen } = named(permissions, optional);
      // Host permissions are described there, as browsers do, without a pattern.
      expect(required.map((cell) => cell.replace(/^`(\w+)`.*/, '$1'))).to.deep.equal(namesIn('permissions'));
      expect(chosen).to.include.members(namesIn('optional_permissions')).and.have.lengthOf(2);
    });

    it('is named by the listing', () => {
      const listing = readFileSync(`${ROOT}extension/listing/listing.${language}.md`, 'utf8');
      expect(listing).to.contain(`docs/${folder}rieng-tu.html`);
    });
  });
}
