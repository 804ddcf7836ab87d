/** What Jest compiles specs with, and one bug put into one file: `MOTCUA_MUTANT` names it (`src/mutants`). No file is changed. */
import swcJest from '@swc/jest';
import { env } from 'node:process';
import { mutate } from './src/mutants/mutant.ts';
import { findMutant } from './src/mutants/mutants.ts';

function createTransformer(options) {
  const mutant = findMutant(env.MOTCUA_MUTANT);
  const plain = swcJest.createTransformer(options);
  const put = (source, path) => (path.endsWith(`/${mutant.file}`) ? mutate(mutant, source) : source);
  return {
    canInstrument: plain.canInstrument,
    process: (source, path, more) => plain.process(put(source, path), path, more),
    processAsync: (source, path, more) => plain.processAsync(put(source, path), path, more),
    getCacheKey: (source, path, more) => plain.getCacheKey(put(source, path), path, more),
  };
}

export default { createTransformer };
