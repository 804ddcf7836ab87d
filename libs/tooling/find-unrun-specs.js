/** Specs that no target runs: `npm test` would pass without them. */
const kinds = [
  { target: 'e2e', ending: '.e2e.spec.ts' },
  { target: 'integration', ending: '.int.spec.ts' },
  { target: 'test', ending: '.spec.ts' },
];

/**
 * @param {{ name: string, data: { targets?: object } }} project of Nx's graph
 * @param {string[]} files its sources
 * @returns {{ project: string, target: string, file: string }[]} one a target that it lacks, with a spec that wants it
 */
export function findUnrunSpecs({ name, data }, files) {
  const lacking = new Map();
  for (const file of files) {
    const kind = kinds.find(({ ending }) => file.endsWith(ending));
    if (kind === undefined || data.targets?.[kind.target] !== undefined) continue;
    lacking.set(kind.target, { project: name, target: kind.target, file });
  }
  return [...lacking.values()];
}
