/**
 * Says in a widget's place that its code could not be loaded, and offers to try again, until it is. The content that the
 * tag has is left as it is. Either way, the room reserved for the widget is given up.
 */
export function showLoadFailure(element: HTMLElement, retry: () => void): void {
  element.setAttribute('state', 'error');
  if (element.firstElementChild || element.textContent!.trim()) return;
  const isEnglish = element.matches(':lang(en)');
  const note = document.createElement('p');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = isEnglish ? 'Try again' : 'Thử lại';
  button.onclick = () => {
    note.remove();
    retry();
  };
  note.append(isEnglish ? 'Loading failed. ' : 'Không tải được. ', button);
  element.append(note);
  customElements.whenDefined(element.localName).then(() => note.remove());
}
