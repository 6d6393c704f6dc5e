/** The rules for the settings of a cluster, and what is said when one is broken. */
import { readdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { httpUrl } from '../../core/url.ts';
import { type HubFolders, hubFolders } from '../config/folders.ts';
import { WriteError } from '../memory/files.ts';
import { isWithin, prepareFolders } from '../memory/folders.ts';
import { UserError } from './user-error.ts';

/** Mail addresses as people have them, with or without `mailto:`. */
const MAIL = /^(?:mailto:)?[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/i;

const isWebAddress = (text: string) => /^https?:\/\//i.test(text) && httpUrl(text) !== undefined;

/** @throws UserError */
export function checkName(name: string): void {
  if (name) return;
  throw new UserError(
    {
      vi: 'Hãy đặt tên cụm; tên hiện trên trang tin.',
      en: 'Name the cluster; the news page shows the name.',
    },
    'name',
  );
}

/** @param contact may be empty @throws UserError */
export function checkContact(contact: string): void {
  if (!contact || MAIL.test(contact) || isWebAddress(contact)) return;
  throw new UserError(
    {
      vi: `“${contact}” không phải địa chỉ thư hay địa chỉ trang. Ví dụ: vanphong@truong.example, hoặc https://truong.example/lien-he`,
      en: `“${contact}” is neither a mail address nor a web address. For example: office@school.example, or https://school.example/contact`,
    },
    'contact',
  );
}

/** @param hub may be empty @throws UserError */
export function checkHub(hub: string): void {
  if (!hub || isWebAddress(hub)) return;
  throw new UserError(
    {
      vi: `“${hub}” không phải địa chỉ trang. Địa chỉ bắt đầu bằng http:// hoặc https://, ví dụ https://tin.truong.example/`,
      en: `“${hub}” is not a web address. It begins with http:// or https://, for example https://news.school.example/`,
    },
    'hub',
  );
}

/** What a hub has written before, or what belongs to the web server, by the names at the top of the folder. */
const HUB_FILES = ['cluster.json', 'status.json', 'status.html'];
const SERVER_FILES = /^\.|^(?:web\.config|lost\+found|desktop\.ini|Thumbs\.db)$/;

/** The name of somebody else's file in a folder that no hub has published to; undefined if there is none. */
async function foreignFile(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  if (HUB_FILES.some((name) => names.includes(name))) return undefined;
  return names.find((name) => !SERVER_FILES.test(name));
}

/**
 * Checks the folder to publish to, and creates it with that of the state.
 *
 * @param config path of the configuration, to whose folder the others are relative
 * @param chosen `out` and `state` as in the configuration
 * @param isNew whether it is another folder than before
 * @throws UserError
 */
export async function checkFolders(
  config: string,
  chosen: { out: string; state?: string | undefined },
  given: Partial<HubFolders>,
  isNew: boolean,
): Promise<void> {
  const folders = hubFolders(config, { ...(chosen.out && { out: chosen.out }), state: chosen.state }, given);
  const refuse = (vi: string, en: string) => new UserError({ vi, en }, 'out');
  if (!folders)
    throw refuse(
      'Hãy chọn thư mục xuất bản: nơi trạm ghi các trang tin, ví dụ tin.',
      'Choose the folder to publish to, where the hub writes its pages, for example “news”.',
    );
  const { out, state } = folders;
  if (isWithin(out, dirname(resolve(config))))
    throw refuse(
      `Tệp cấu hình nằm trong ${out}, nên ai cũng sẽ đọc được. Hãy chọn một thư mục khác, ví dụ tin.`,
      `The configuration is inside ${out} and would be public. Choose another folder, for example “news”.`,
    );
  if (isWithin(out, resolve(state)))
    throw refuse(
      `Nơi ghi nhớ ${state} nằm trong thư mục xuất bản ${out}, nên ai cũng sẽ đọc được. Hãy chọn một thư mục khác.`,
      `The hub’s memory ${state} is inside the folder ${out} and would be public. Choose another folder.`,
    );
  const foreign = isNew ? await foreignFile(out) : undefined;
  if (foreign !== undefined)
    throw refuse(
      `Trong ${out} đã có tệp khác, ví dụ “${foreign}”. Hãy chọn một thư mục trống, hoặc một thư mục chưa có: trạm sẽ tạo.`,
      `${out} has other files already, such as “${foreign}”. Choose an empty folder, or one that is not there yet: the hub will create it.`,
    );
  await prepareFolders(out, state).catch((error: unknown) => {
    if (!(error instanceof WriteError)) throw error;
    throw refuse(error.message, `The hub says: ${error.message}`);
  });
}
