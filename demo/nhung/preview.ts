/** Shows the code that is to be copied inside an imitated site, in a frame. */
import type { ErrorDetail } from '../../widgets/data/events.ts';
import type { CmsName, Scheme, Width } from './choices.ts';

export interface Shown {
  /** The code to insert, as a person would paste it. */
  code: string;
  cms: CmsName;
  width: Width;
  scheme: Scheme;
  /** Background behind the block; undefined for the site's own. */
  paper: string | undefined;
  /** Differs where two pieces of code cannot follow each other on the same page. */
  runtime: string;
}

/** What can be seen of the block once it has loaded. */
export interface Seen {
  /** CSS pixels; 0 until it has loaded. */
  height: number;
  /** Colours of the page at the block, as `getComputedStyle` gives them. */
  ink: string;
  paper: string;
}

/** The page around a sidebar of 180 px is that of a computer. */
const SIDEBAR_PAGE_WIDTH_PX = 1000;
/** Some of the site above the block stays in sight. */
const SPACE_ABOVE_PX = 90;
const TRANSPARENT = /^(?:transparent|rgba\(.*,\s*0\))$/;

const pageWidth = (width: Width) => (width === 180 ? SIDEBAR_PAGE_WIDTH_PX : width);

/** The background that shows behind an element. */
function backgroundOf(element: Element): string {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const { backgroundColor } = getComputedStyle(around);
    if (!TRANSPARENT.test(backgroundColor)) return backgroundColor;
  }
  return getComputedStyle(element).colorScheme === 'dark' ? '#121212' : '#ffffff';
}

/** What scrolls an element: on some sites not the page. */
function scrollerOf(element: Element): Element {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return element.ownerDocument.scrollingElement!;
}

/** The widget in what was inserted, if any; a frame stands for the one inside it. */
const blockIn = (here: Element) =>
  here.querySelector<HTMLElement>('tct-latest-news,tct-document-list,tct-weather,tct-gallery,iframe');

const hasLoaded = (block: HTMLElement) =>
  block.localName === 'iframe'
    ? block.style.height !== ''
    : /^(?:ready|stale)$/.test(block.getAttribute('state') ?? '');

export class Preview {
  #page = '';
  #code: string | undefined;
  #width: Width = 768;
  #isScrolled = false;

  /**
   * @param room the element around the frame, which gives it its width
   * @param report called whenever the block changes its size
   * @param fail called when the block could not read a source
   */
  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly room: HTMLElement,
    private readonly report: (seen: Seen) => void,
    private readonly fail: (detail: ErrorDetail) => void,
  ) {
    new ResizeObserver(() => this.#fit()).observe(room);
  }

  /** Makes the frame as wide as the page is meant to be, and scales it to the room. */
  #fit(): void {
    const width = pageWidth(this.#width);
    const scale = Math.min(1, this.room.clientWidth / width);
    Object.assign(this.frame.style, {
      width: `${width}px`,
      height: `${this.room.clientHeight / scale}px`,
      transform: `scale(${scale})`,
      marginInlineStart: `${Math.max(0, (this.room.clientWidth - width * scale) / 2)}px`,
    });
  }

  /** Loads the page, if another one is shown. */
  async #open({ cms, width, runtime }: Shown): Promise<boolean> {
    const page = `${cms} ${width === 180} ${runtime}`;
    if (this.#page === page) return true;
    this.#page = page;
    this.#code = undefined;
    this.#isScrolled = false;
    // `replace` adds no step to the history.
    this.frame.contentWindow!.location.replace(new URL(`cms/${cms}.html`, document.baseURI));
    await new Promise((resolve) => this.frame.addEventListener('load', resolve, { once: true }));
    return this.#page === page;
  }

  /** What the page does not do by itself: links leave it, and its form is not sent. */
  #prepare(document: Document, { width }: Shown): void {
    const isSide = width === 180;
    if (isSide) document.getElementById('tct-side')!.append(document.getElementById('tct-here')!);
    // A module with nothing in it would be a hole in the page.
    document.querySelector(`[data-slot=${isSide ? 'main' : 'side'}]`)?.remove();
    const base = document.createElement('base');
    base.target = '_blank';
    document.head.prepend(base);
    document.addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a[href^="#"]');
      if (link) event.preventDefault();
    });
    // From now on the person scrolls.
    for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
      document.addEventListener(type, () => (this.#isScrolled = true), { passive: true });
    document.documentElement.addEventListener('tct-load', () => this.#look(document));
    document.documentElement.addEventListener('tct-error', ({ detail }) => this.fail(detail));
  }

  /** Brings the loaded block to the top of the frame once, as soon as the page is high enough. */
  #scrollTo(here: HTMLElement): void {
    if (this.#isScrolled) return;
    const distance = () => here.getBoundingClientRect().top - SPACE_ABOVE_PX;
    // `scrollIntoView` would scroll the builder too.
    scrollerOf(here).scrollTop += distance();
    const block = blockIn(here);
    this.#isScrolled = (!block || hasLoaded(block)) && Math.abs(distance()) <= 1;
  }

  #look(document: Document): void {
    const here = document.getElementById('tct-here')!;
    const block = blockIn(here);
    this.report({
      height: block && hasLoaded(block) ? Math.ceil(block.offsetHeight) : 0,
      ink: getComputedStyle(here).color,
      paper: backgroundOf(here),
    });
  }

  /**
   * Shows the code; does nothing if it is shown already.
   *
   * @returns whether the imitated site could be loaded
   */
  async show(shown: Shown): Promise<boolean> {
    this.#width = shown.width;
    this.#fit();
    // Another site is being loaded meanwhile.
    if (!(await this.#open(shown))) return true;
    // The browser's own page of an error cannot be read.
    const document = this.frame.contentDocument;
    const here = document?.getElementById('tct-here');
    if (!document || !here) {
      this.#page = '';
      return false;
    }
    document.documentElement.dataset.scheme = shown.scheme;
    here.style.backgroundColor = shown.paper ?? '';
    if (this.#code === shown.code) {
      this.#look(document);
      return true;
    }
    if (!document.querySelector('base')) this.#prepare(document, shown);
    this.#code = shown.code;
    // What stands below keeps its place until the new block has loaded.
    here.style.minHeight = `${here.offsetHeight}px`;
    // A contextual fragment runs its scripts, as pasted code does.
    here.replaceChildren(document.createRange().createContextualFragment(shown.code));
    new (document.defaultView as Window & typeof globalThis).ResizeObserver(() => {
      const block = blockIn(here);
      if (block && hasLoaded(block)) here.style.minHeight = '';
      this.#scrollTo(here);
      this.#look(document);
      // A frame is followed by its script; a `div` gets its block later, and grows with it.
    }).observe(blockIn(here) ?? here.lastElementChild ?? here);
    return true;
  }
}
