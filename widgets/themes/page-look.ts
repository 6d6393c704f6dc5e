/** Names under which CMSs and frameworks keep the main colour of a page. */
const COLOUR_PROPERTIES = [
  '--bs-primary',
  '--primary',
  '--wp--preset--color--primary',
  '--color-primary',
  '--primary-color',
  '--main-color',
];
/** Where a page shows its colour: as the background of the first ones, as the text of the others. */
const COLOURED_AREAS = 'nav,header,[role=banner],[role=navigation],.navbar,#header,#menu,h1,h2,h3,a[href]';
/** Elements looked at, at most. */
const MAX_LOOKED_AT = 60;

/** WCAG 1.4.11: what is needed to make out a line or an area. */
const MIN_CONTRAST = 3;
/** Difference between the channels, of 255, from which a colour is not taken for a grey. */
const MIN_CHROMA = 48;

type Rgb = readonly [red: number, green: number, blue: number];

/** Reads a computed colour; undefined if it is see-through, or in a notation other than `rgb()`. */
function toRgb(colour: string): Rgb | undefined {
  const [, red, green, blue, alpha = '1'] =
    /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour) ?? [];
  return red && Number(alpha) > 0.9 ? [Number(red), Number(green), Number(blue)] : undefined;
}

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The background that an element is seen on. */
function backgroundOf(element: Element | null): Rgb {
  for (let at = element; at; at = at.parentElement) {
    const rgb = toRgb(getComputedStyle(at).backgroundColor);
    if (rgb) return rgb;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches &&
    getComputedStyle(document.documentElement).colorScheme.includes('dark')
    ? [18, 18, 18]
    : [255, 255, 255];
}

/**
 * Reads the look of the page around an element: its main colour, if it has one that stands out from the element's
 * background, and the typeface of its headings.
 *
 * @returns values of the custom properties; empty where the page gives none
 */
export function readPageLook(element: HTMLElement): Record<'--tct-accent' | '--tct-title-font', string> {
  const background = backgroundOf(element);
  const suits = (colour: string) => {
    const rgb = toRgb(colour);
    return (
      rgb && Math.max(...rgb) - Math.min(...rgb) >= MIN_CHROMA && contrast(rgb, background) >= MIN_CONTRAST
    );
  };
  const root = getComputedStyle(document.documentElement);
  // Any notation becomes `rgb()` as the colour of an element.
  const probe = document.createElement('i');
  probe.hidden = true;
  document.documentElement.append(probe);
  const resolve = (colour: string) => {
    probe.style.color = '';
    probe.style.color = colour;
    return probe.style.color && getComputedStyle(probe).color;
  };
  const named = COLOUR_PROPERTIES.map((name) => resolve(root.getPropertyValue(name)));
  const theme = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]')?.content;
  named.push(resolve(theme ?? ''));
  probe.remove();
  const areas = [...document.querySelectorAll(COLOURED_AREAS)]
    .filter((area) => !element.contains(area))
    .slice(0, MAX_LOOKED_AT)
    .map((area) => getComputedStyle(area));
  const seen = areas.flatMap(({ backgroundColor, color }) => [backgroundColor, color]);
  const heading = [...document.querySelectorAll('h1,h2,h3')].find((each) => !element.contains(each));
  const font = heading && getComputedStyle(heading).fontFamily;
  return {
    '--tct-accent': [...named, ...seen].find(suits) ?? '',
    '--tct-title-font': font && font !== getComputedStyle(element).fontFamily ? font : '',
  };
}
