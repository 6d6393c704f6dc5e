/** The popup's keyboard shortcuts. Single-letter ones can be switched off (WCAG 2.1.4); the arrow keys always work. */
export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'openInBackground'
  | 'mark'
  | 'text'
  | 'unfold'
  | 'fold'
  | 'copy'
  | 'markAll'
  | 'star'
  | 'undo'
  | 'history'
  | 'search'
  | 'unread'
  | 'lists'
  | 'refresh'
  | 'help';

const LETTER_KEYS: Record<string, Command> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  b: 'openInBackground',
  m: 'mark',
  v: 'text',
  c: 'copy',
  a: 'markAll',
  s: 'star',
  z: 'undo',
  h: 'history',
  u: 'unread',
  l: 'lists',
  r: 'refresh',
  '/': 'search',
  '?': 'help',
};
const ARROW_KEYS: Record<string, Command> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'unfold',
  ArrowLeft: 'fold',
};

/** The shortcuts of the help dialog, in order. Enter is handled by the links themselves. */
export const SHORTCUTS: [command: Exclude<Command, 'unfold' | 'fold'>, keys: string[]][] = [
  ['next', ['j', '↓']],
  ['previous', ['k', '↑']],
  ['open', ['o', 'Enter']],
  ['openInBackground', ['b', 'Ctrl+Enter']],
  ['text', ['v', '→', '←']],
  ['mark', ['m']],
  ['star', ['s']],
  ['copy', ['c']],
  ['markAll', ['a']],
  ['undo', ['z']],
  ['history', ['h']],
  ['search', ['/']],
  ['unread', ['u']],
  ['lists', ['l']],
  ['refresh', ['r']],
  ['help', ['?']],
];

/** Whether a form field uses the keys itself. */
function takesKeys(target: EventTarget | undefined): boolean {
  return target instanceof HTMLInputElement
    ? !/^(?:checkbox|button)$/.test(target.type)
    : target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

/** @param letters whether single-letter shortcuts are on */
export function commandFor(event: KeyboardEvent, letters: boolean): Command | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (event.defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey) return undefined;
  const [target] = event.composedPath();
  if (takesKeys(target))
    return key === 'ArrowDown' && !(target instanceof HTMLSelectElement) ? 'next' : undefined;
  // Caps Lock does not matter, nor do input methods such as Telex.
  return ARROW_KEYS[key] ?? (letters ? LETTER_KEYS[key.toLowerCase()] : undefined);
}
