import { setField } from './edit-json.ts';
import { sampleConfig } from './sample-config.ts';

/** The text of a configuration without schools, with the comments of the sample: what each setting is for. */
export function newConfig(): string {
  return setField(setField(sampleConfig, ['name'], '?'), ['schools'], []);
}
