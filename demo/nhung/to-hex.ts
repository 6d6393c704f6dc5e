import { hexOf, parseColour } from './contrast.ts';

const probe = document.createElement('option');

/** The `#rrggbb` of a colour in any notation of CSS, such as a name; undefined if it is none, or none that is opaque. */
export function toHex(text: string): string | undefined {
  if (!CSS.supports('color', text)) return undefined;
  probe.style.color = text;
  document.head.append(probe);
  const colour = parseColour(getComputedStyle(probe).color);
  probe.remove();
  return colour?.alpha === 1 ? hexOf(colour) : undefined;
}
