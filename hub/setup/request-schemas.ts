/** What the page may send. The meaning of what a user typed is checked by the handlers, which tell them more. */
import * as z from 'zod/mini';
import {
  columnsSchema,
  feedSourceSchema,
  LIST_KINDS,
  pageSourceSchema,
} from '../../core/config/cluster-schema.ts';
import type { CallName, Calls, Column } from './api.ts';
import { BodyError } from './read-body.ts';

/** Far beyond what anybody types. */
const text = z.string().check(z.maxLength(10_000));
const nothing = z.strictObject({});
const kind = z.enum(LIST_KINDS);
const source = z.discriminatedUnion('kind', [feedSourceSchema, pageSourceSchema]);
const sourceRef = { school: text, kind, url: text };
const sources = z.array(source).check(z.maxLength(100));
const edited = z.strictObject({
  id: text,
  name: text,
  home: text,
  active: z.boolean(),
  lists: z.strictObject({ news: sources, documents: sources, gallery: sources }),
});
const school = z.extend(edited, { was: z.optional(text), seen: z.optional(edited) });

/** The number of an element. */
const node = z.int().check(z.minimum(0));
const nodes = z.array(node).check(z.maxLength(10_000));
const COLUMNS = Object.keys(columnsSchema.shape) as [Column, ...Column[]];
const picks = z.strictObject({
  items: nodes,
  not: nodes,
  title: z.optional(node),
  date: z.optional(node),
  image: z.optional(node),
  summary: z.optional(node),
  next: z.optional(node),
  columns: z.optional(z.partialRecord(z.enum(COLUMNS), node)),
  photo: z.optional(node),
});
const scheduler = z.enum(['cron', 'systemd', 'task-scheduler', 'github-pages']);

const requestSchemas = {
  open: z.strictObject({ key: z.string().check(z.maxLength(100)) }),
  state: nothing,
  saveSettings: z.strictObject({ name: text, contact: text, out: text, hub: text }),
  saveSchools: z.strictObject({ schools: z.array(school).check(z.minLength(1), z.maxLength(1000)) }),
  removeSchool: z.strictObject({ id: text }),
  pauseSource: z.strictObject({ ...sourceRef, isPaused: z.boolean() }),
  saveSource: z.strictObject({ ...sourceRef, source: z.optional(source) }),
  readAddresses: z.strictObject({ text: z.string().check(z.maxLength(2_000_000)) }),
  look: z.strictObject({ addresses: z.array(text).check(z.minLength(1), z.maxLength(1000)) }),
  showPage: z.strictObject({ url: text, from: z.optional(text) }),
  point: z.strictObject({
    page: text,
    kind,
    picks,
    source: z.optional(source),
    album: z.optional(z.literal(true)),
    remembered: z.optional(z.strictObject(sourceRef)),
  }),
  tryPointed: z.strictObject({ page: text, kind, source }),
  try: nothing,
  run: nothing,
  ask: z.strictObject(sourceRef),
  publishedFeeds: nothing,
  schedules: nothing,
  installSchedule: z.strictObject({ scheduler, isInstalled: z.boolean() }),
  finish: nothing,
} satisfies { [Name in CallName]: z.ZodMiniType<Calls[Name]['request']> };

/**
 * Checks what was sent.
 *
 * @throws BodyError if there is no such call, or if it is something else than the call asks for
 */
export function parseRequest(call: string, body: unknown): Calls[CallName]['request'] {
  const schema = Object.hasOwn(requestSchemas, call) ? requestSchemas[call as CallName] : undefined;
  if (!schema)
    throw new BodyError(404, { vi: `Không có lời gọi “${call}”.`, en: `There is no call “${call}”.` });
  const { data, error } = schema.safeParse(body);
  if (!error) return data;
  const { path, message } = error.issues[0]!;
  const where = path.map(String).join('.');
  throw new BodyError(
    400,
    {
      vi: `Yêu cầu sai ở ${where || 'gốc'}: ${message}`,
      en: `The request is wrong at ${where || 'its root'}: ${message}`,
    },
    where || undefined,
  );
}
