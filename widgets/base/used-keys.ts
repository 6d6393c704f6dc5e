/** Whether a control uses a pressed key: a field what edits it, a button or link Enter and Space. */
function uses(control: Element, { key, altKey, ctrlKey, metaKey }: KeyboardEvent): unknown {
  if (control.matches('a,button')) return /^(?:Enter| )$/.test(key);
  // Windows reports AltGr, with which characters are typed, as Ctrl and Alt.
  if (metaKey || (ctrlKey && !altKey)) return /^[acvxyz]$|../i.test(key);
  // Escape clears a search field.
  const { type, value } = control as HTMLInputElement;
  return key === 'Escape' ? type === 'search' && value : !/^(?:Tab|F\d+)$/.test(key);
}

/**
 * Stops a key event that one of the shadow root's own controls uses. Outside the root, its target is the host: the page's
 * handlers would take typed text for their shortcuts. What the browser does by default still happens.
 */
function stopIfUsed(event: Event): void {
  const control = (event.target as Element).closest('a,button,input,select');
  // Slotted elements are the page's own.
  if (control && (event.currentTarget as Node).contains(control) && uses(control, event as KeyboardEvent))
    event.stopPropagation();
}

/** Keeps key events in a shadow root if its controls use them; others, such as Tab or Ctrl+K, reach the page. */
export function keepUsedKeys(root: Node): void {
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, stopIfUsed);
}
