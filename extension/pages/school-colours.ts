import { SCHOOL_COLOURS, type SchoolColour } from '../schools/colours.ts';

/** One rule for each colour: `--school` of the parts named `school-<index>`. */
const rules = (scheme: keyof SchoolColour): string =>
  SCHOOL_COLOURS.map((colour, index) => `::part(school-${index}){--school:${colour[scheme]}}`).join('');

/** Gives the page the schools' colours, as `--school` of the parts that `schoolPart` names. */
export function adoptSchoolColours(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${rules('light')}@media(prefers-color-scheme:dark){${rules('dark')}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
