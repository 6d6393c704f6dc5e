/** The embed builder: a webmaster's choices, the block in a page like theirs, and the code to paste. */
import { render } from 'lit';
import { explainSource } from '../../widgets/debug/explain-source.ts';
import { copyText } from '../copy.ts';
import { toHash } from './address.ts';
import { type Choices, DEFAULTS, withToken, withValue } from './choices.ts';
import { type Corrected, correctColour, correctToken, correctValue } from './correct.ts';
import { readAddress } from './corrected-choices.ts';
import { formOf, inlineStyle, unfitness } from './forms/forms.ts';
import { blocksOf, type Hub, readHub } from './hub.ts';
import { loadOptions } from './load-options.ts';
import { completeSource, readSource } from './own-source.ts';
import { Preview } from './preview.ts';
import { previewCode } from './preview-code.ts';
import { styleHash } from './style-hash.ts';
import { toEmbedding } from './to-embedding.ts';
import { toHex } from './to-hex.ts';
import type { Actions, Model } from './view/model.ts';
import { renderPage } from './view/page.ts';
import { inLanguage } from './words/language.ts';
import { PAGE } from './words/page.ts';

/** The hub's folder, relative to this page. */
const FOLDER = new URL(
  document.querySelector<HTMLMetaElement>('meta[name=tct-hub]')!.content,
  document.baseURI,
);
/** Stands for the hub until its files have been read. */
const UNREAD: Hub = {
  folder: FOLDER.href,
  address: FOLDER.href,
  name: '',
  schools: [],
  places: [],
  isKnown: false,
};

const options = await loadOptions();

/** On narrower screens the preview begins with a phone, since a wider page would be too small to read. */
const PHONE_WIDTH_PX = 600;
/** As long as it takes to read two lines. */
const SAID_MS = 7000;

const root = document.querySelector<HTMLElement>('#builder')!;
let hub: Hub | undefined;
let choices: Choices = DEFAULTS;
let notes: Model['notes'] = new Map();
let seen: Model['seen'];
let reports: Model['reports'];
let weatherProblem: Model['weatherProblem'];
let said: Model['said'];
let isAddressWrong = false;
let previewProblem: Model['previewProblem'];
let hashed = { css: '', hash: undefined as string | undefined };
let saying: ReturnType<typeof setTimeout> | undefined;
let preview: Preview | undefined;

function model(): Model {
  const { fields, tokens } = options.get(choices.block)!;
  return {
    choices,
    hub,
    blocks: blocksOf(hub ?? UNREAD),
    fields,
    tokenFields: tokens,
    notes,
    isAddressWrong,
    embedding: toEmbedding(choices, { fields, tokens, hub: hub ?? UNREAD, height: seen?.height ?? 0 }),
    form: formOf(choices),
    styleHash: hashed.hash,
    seen,
    reports,
    weatherProblem,
    said,
    previewProblem,
    address: new URL(toHash(choices), document.baseURI).href,
  };
}

function draw(): Model {
  const shown = model();
  document.documentElement.lang = choices.language;
  document.title = inLanguage(PAGE.title, choices.language);
  render(renderPage(shown, actions), root);
  return shown;
}

/** Computes the hash of the style in the code, if that has changed. */
async function hashStyle({ form, embedding }: Model): Promise<void> {
  const css = unfitness(form, embedding) ? '' : inlineStyle(form.pieces(embedding));
  if (css === hashed.css) return;
  hashed = { css, hash: undefined };
  const hash = await styleHash(css);
  if (hashed.css !== css) return;
  hashed = { css, hash };
  draw();
}

async function showPreview({ form, embedding }: Model): Promise<void> {
  const before = choices;
  const shown = await previewCode(form, embedding, FOLDER.href);
  if (before !== choices) return;
  const { cms, width, scheme, paper } = choices;
  const isOpen = await preview!.show({ cms, width, scheme, paper, code: '', runtime: 'list', ...shown });
  if (before !== choices) return;
  const hasList = shown !== undefined || embedding.lacksSource;
  const problem = !isOpen ? PAGE.noImitation : hasList ? undefined : PAGE.noFragment;
  if (problem === previewProblem) return;
  previewProblem = problem;
  draw();
}

/** Draws the page anew and shows the block in the preview. */
function update(): void {
  const shown = draw();
  void hashStyle(shown);
  if (hub) void showPreview(shown);
}

/** Makes a change, and writes it into the address. Another block is another step of the history. */
function change(changed: Choices, isStep = false): void {
  choices = changed;
  isAddressWrong = false;
  history[isStep ? 'pushState' : 'replaceState'](null, '', toHash(choices));
  update();
}

/** Says something, over the page and to screen readers, for a while. */
function announce(words: Model['said']): void {
  said = words;
  clearTimeout(saying);
  if (words)
    saying = setTimeout(() => {
      said = undefined;
      draw();
    }, SAID_MS);
}

/** Keeps or forgets what was corrected in an option, and says it. */
function setNote(name: string, { note }: Pick<Corrected, 'note'>): void {
  const others = [...notes].filter(([each]) => each !== name);
  notes = new Map(note ? [...others, [name, note]] : others);
  announce(note);
}

/** Reads the sources of one's own, each once. */
async function readOwn(): Promise<void> {
  const { source } = choices;
  reports = undefined;
  weatherProblem = undefined;
  if (source === undefined) return;
  const read = await Promise.all(completeSource(source).urls.map(readSource));
  if (choices.source !== source) return;
  reports = read;
  draw();
}

const actions: Actions = {
  choose(patch) {
    const { block, source } = choices;
    if ('schools' in patch) setNote('school', {});
    if ('source' in patch) setNote('src', {});
    change({ ...choices, ...patch }, 'block' in patch && patch.block !== block);
    if ('source' in patch && patch.source !== source) void readOwn();
  },
  setValue(field, typed) {
    const places = field.attribute === 'places' ? hub?.places.map(({ id }) => id) : undefined;
    const corrected = typed === undefined ? { value: undefined } : correctValue(field, typed, places);
    setNote(field.attribute, corrected);
    const isDefault = corrected.value === field.defaultValue;
    change(withValue(choices, field.attribute, isDefault ? undefined : corrected.value));
  },
  setToken(field, typed) {
    const corrected = typed === undefined ? { value: undefined } : correctToken(field, typed, toHex);
    setNote(field.token, corrected);
    change(withToken(choices, field.token, corrected.value));
  },
  setPaper(typed) {
    const corrected = correctColour(typed, toHex);
    setNote('paper', corrected);
    change({ ...choices, paper: corrected.value });
  },
  setSource(typed) {
    const { text, note } = completeSource(typed);
    if (text === choices.source) return;
    setNote('src', note ? { note } : {});
    change({ ...choices, source: text });
    void readOwn();
  },
  reset() {
    const { block, cms, form, width, scheme, language } = choices;
    notes = new Map();
    change({ ...DEFAULTS, block, cms, form, width, scheme, language });
  },
  retry() {
    hub = undefined;
    draw();
    void start();
  },
  async copy(text, shown) {
    // The same words are said again only if they were away.
    announce(undefined);
    draw();
    const isCopied = await copyText(text);
    if (!isCopied) getSelection()!.selectAllChildren(shown);
    announce(isCopied ? PAGE.copied : PAGE.copyByHand);
    draw();
  },
};

/** Takes over the choices in the address. */
function readChoices(): void {
  if (!hub) return;
  ({ choices, notes } = readAddress(location.hash, { blocks: blocksOf(hub), options, hub, toHex }));
  isAddressWrong = notes.size > 0;
  if (innerWidth < PHONE_WIDTH_PX && !location.hash.includes('width=')) choices = { ...choices, width: 320 };
  update();
  void readOwn();
}

function makePreview(): Preview {
  const room = root.querySelector<HTMLElement>('.room')!;
  return new Preview(
    room.querySelector('iframe')!,
    room,
    (now) => {
      if (JSON.stringify(now) === JSON.stringify(seen)) return;
      seen = now;
      void hashStyle(draw());
    },
    async ({ url, error }) => {
      if (choices.block !== 'weather' || choices.source === undefined) return;
      weatherProblem = await explainSource(url, error);
      draw();
    },
  );
}

async function start(): Promise<void> {
  hub = await readHub(FOLDER);
  preview ??= makePreview();
  readChoices();
}

draw();
addEventListener('popstate', readChoices);
void start();
