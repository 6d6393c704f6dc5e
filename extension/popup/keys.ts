/** What keys do in the popup. Those of one letter can be switched off (WCAG 2.1.4), the others are always there. */
export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'openBehind'
  | 'mark'
  | 'markAll'
  | 'star'
  | 'undo'
  | 'search'
  | 'unread'
  | 'lists'
  | 'refresh'
  | 'help';

const LETTERS: Record<string, Command> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  b: 'openBehind',
  m: 'mark',
  a: 'markAll',
  s: 'star',
  z: 'undo',
  u: 'unread',
  l: 'lists',
  r: 'refresh',
  '/': 'search',
  '?': 'help',
};
const ALWAYS: Record<string, Command> = { ArrowDown: 'next', ArrowUp: 'previous' };

/** Keys of the overlay, in the order they are shown; `Enter` and its like are the links' own. */
export const SHOWN: [command: Command, keys: string[]][] = [
  ['next', ['j', '↓']],
  ['previous', ['k', '↑']],
  ['open', ['o', 'Enter']],
  ['openBehind', ['b', 'Ctrl+Enter']],
  ['mark', ['m']],
  ['star', ['s']],
  ['markAll', ['a']],
  ['undo', ['z']],
  ['search', ['/']],
  ['unread', ['u']],
  ['lists', ['l']],
  ['refresh', ['r']],
  ['help', ['?']],
];

/** Where keys write, or choose, they are the field's own. */
function writes(target: EventTarget | undefined): boolean {
  return target instanceof HTMLInputElement
    ? !/^(?:checkbox|button)$/.test(target.type)
    : target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

/** @param letters whether the keys of one letter are switched on */
export function commandOf(event: KeyboardEvent, letters: boolean): Command | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (event.defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey) return undefined;
  const [target] = event.composedPath();
  if (writes(target))
    return key === 'ArrowDown' && !(target instanceof HTMLSelectElement) ? 'next' : undefined;
  // With Unikey or Telex on, and with Caps Lock, a letter is the same letter.
  return ALWAYS[key] ?? (letters ? LETTERS[key.toLowerCase()] : undefined);
}
