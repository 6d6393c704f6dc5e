import { removeAt, setField } from './edit-json.ts';

/** The settings that can be edited by themselves; those that are empty are removed. */
export type EditedSettings = Partial<Record<'name' | 'contact' | 'hub' | 'out' | 'state', string>>;

/** Where a new setting goes: behind which other one. */
const BEHIND = { name: undefined, contact: 'name', hub: 'contact', out: 'hub', state: 'out' };

/** Sets the settings of a configuration. */
export function setSettings(text: string, settings: EditedSettings): string {
  let result = text;
  for (const name of ['name', 'contact', 'hub', 'out', 'state'] as const) {
    const value = settings[name];
    if (value === '') result = removeAt(result, [name]);
    else if (value !== undefined) result = setField(result, [name], value, BEHIND[name]);
  }
  return result;
}
