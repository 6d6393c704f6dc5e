import { keptInputs } from './corpus.ts';
import { TARGETS } from './targets/all.ts';

describe('inputs that once broke a reader', () => {
  for (const { name, seeds, run } of TARGETS) {
    it(`${name} reads what it starts from`, async () => {
      for (const input of await seeds()) await run(input);
    });

    for (const [file, input] of keptInputs(name))
      it(`${name}/${file} breaks it no more`, async () => {
        await run(input);
      });
  }
});
