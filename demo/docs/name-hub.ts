import { addressFault, hubAddress } from '../hub-address.ts';
import { inLanguage, type Language } from '../language.ts';
import { readJson } from '../read-json.ts';

/** Puts the public address of the hub that serves this page into all code, with a warning where others cannot use it. */
export async function nameHub(language: Language): Promise<void> {
  const { content } = document.querySelector<HTMLMetaElement>('meta[name=tct-hub]')!;
  const folder = new URL(content, document.URL);
  if (!folder.protocol.startsWith('http')) return;
  const cluster = await readJson<{ hub?: string }>(new URL('cluster.json', folder));
  const address = hubAddress(cluster?.hub, folder);
  for (const span of document.querySelectorAll('.hub')) span.textContent = address;
  for (const span of document.querySelectorAll('.hub-origin')) span.textContent = new URL(address).origin;
  const note = document.querySelector('.hub-note');
  const fault = addressFault(address);
  if (note && fault) note.textContent = inLanguage(fault, language);
  else note?.remove();
}
