/**
 * Says in a widget's place that its code could not be loaded, and offers to try again, until it is. The content that the
 * tag has is left as it is.
 */
export function showLoadFailure(element: HTMLElement, retry: () => void): void {
  if (element.firstElementChild || element.textContent!.trim()) return;
  const isEnglish = element.matches(':lang(en)');
  const note = document.createElement('p');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = isEnglish ? 'Try again' : 'Thử lại';
  // Enter belongs to the button, not to a form around it.
  button.onkeydown = button.onkeypress = (event) => event.stopPropagation();
  button.onclick = () => {
    note.remove();
    retry();
  };
  note.append(isEnglish ? 'This could not be loaded. ' : 'Không tải được phần này. ', button);
  element.append(note);
  customElements.whenDefined(element.localName).then(() => note.remove());
}
