import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ROOT } from '../runner/select.ts';
import { decode, difference, encode, type Picture, sideBySide, toPicture } from './picture.ts';
import { type StatesBrowser, type StatesView, VIEWS, viewName } from './states-browser.ts';
import { takePictures } from './take-pictures.ts';

const KEPT = join(ROOT, 'test/states/kept');
const REPORT = join(ROOT, 'dist/report/pictures');

/** Why a picture is not the kept one. */
export interface Finding {
  /** `latest-news/320-dark/cards-ready` */
  name: string;
  text: string;
  /** Keeps the picture as it is now. */
  accept: () => Promise<void>;
}

const keptFile = (name: string) => join(KEPT, `${name}.webp`);

async function keep(name: string, picture: Picture): Promise<void> {
  await mkdir(dirname(keptFile(name)), { recursive: true });
  await writeFile(keptFile(name), await encode(picture));
}

/** Takes the pictures of a view and compares them with the kept ones. What differs is written to `dist/report/`. */
export async function checkView(browser: StatesBrowser, view: StatesView): Promise<Finding[]> {
  const taken = await browser.show(view, takePictures);
  const findings: Finding[] = [];
  for (const [id, image] of taken) {
    const name = `${viewName(view)}/${id}`;
    const now = await toPicture(image);
    const text = existsSync(keptFile(name)) ? await compareWithKept(name, now) : 'has no kept picture';
    if (text) findings.push({ name, text, accept: () => keep(name, now) });
  }
  const names = new Set([...taken.keys()].map((id) => `${viewName(view)}/${id}`));
  return [...findings, ...withoutBox((await keptNames(viewName(view))).filter((name) => !names.has(name)))];
}

/** Kept pictures of views that there are no more. */
export async function checkViews(): Promise<Finding[]> {
  const views = new Set(VIEWS.map(viewName));
  return withoutBox((await keptNames('')).filter((name) => !views.has(dirname(name))));
}

/** How a picture differs from the kept one, and where to see it. */
async function compareWithKept(name: string, now: Picture): Promise<string | undefined> {
  const kept = await decode(await readFile(keptFile(name)));
  const found = difference(kept, now);
  if (!found) return undefined;
  const file = join(REPORT, `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await sideBySide([kept, now, ...(found.picture ? [found.picture] : [])]));
  return `${found.text}: ${relative(ROOT, file)}`;
}

const withoutBox = (names: readonly string[]): Finding[] =>
  names.map((name) => ({ name, text: 'is kept, but no box shows it', accept: () => rm(keptFile(name)) }));

async function keptNames(folder: string): Promise<string[]> {
  const path = join(KEPT, folder);
  if (!existsSync(path)) return [];
  const files = await readdir(path, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.webp'))
    .map((file) => join(folder, file.replace(/\.webp$/, '')).replaceAll('\\', '/'));
}

export const clearReport = () => rm(REPORT, { recursive: true, force: true });
