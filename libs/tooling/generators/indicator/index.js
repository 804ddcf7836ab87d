import { formatFiles } from '@nx/devkit';
import { atEndOf, edit } from '../edit.js';

const lists = {
  'on-time': 'export const onTimeRates = [',
  counts: 'export const counts = [',
  online: 'export const onlineRates = [',
  digitized: 'export const digitizedRates = [',
  causes: 'export const causes = [',
};

/**
 * `nx g @motcua/tooling:indicator open.no-due --of openNoDue --sql "o('no_due')" --reference "count(O, (it) => it.state.noDue)" …`
 *
 * Neither second formula is made from the first: what checks a figure must not be made of what makes it. Whoever adds one says all three, and
 * the property specs compare them.
 */
export default async function indicator(tree, options) {
  const { id, group = 'counts', among, sql, sqlAmong, reference, referenceAmong } = options;
  const isRate = among !== undefined;
  if (isRate && (sqlAmong === undefined || referenceAmong === undefined))
    throw new Error('A rate has two formulas each: say sqlAmong and referenceAmong too.');
  const definitions = `libs/indicators/src/definitions/${group}.ts`;
  if (tree.read(definitions, 'utf8').includes(`'${id}'`)) throw new Error(`${id} is defined already.`);

  const numbers = isRate ? { numerator: sql, denominator: sqlAmong } : { value: sql };
  const inSql = Object.entries(numbers).map(([part, formula]) => `\n    '${id}/${part}': ${formula},`);
  const byDossier = isRate ? `[${reference}, ${referenceAmong}]` : reference;
  edit(tree, definitions, atEndOf(lists[group], '\n] as const', toDefinition(options)));
  edit(
    tree,
    'apps/kpi-aggregator/src/verify/recompute-figures.query.ts',
    atEndOf('function toFormulas(of: Aggregate): Readonly<Record<FigureNumber, string>> {', '\n  };', inSql.join('')),
  );
  edit(
    tree,
    'libs/indicators/src/testing/reference-figures.ts',
    atEndOf('\n  return {\n', '\n  };', `\n    '${id}': ${byDossier},`),
  );
  await formatFiles(tree);
  return () => {
    console.log('\nNext: npx nx test indicators -- figures && npx nx integration kpi-aggregator -- verify');
  };
}

function toDefinition({ id, of, among, vi, en, formulaVi, formulaEn, source, validFrom = '2018-06-23' }) {
  const counted =
    among === undefined ? `counted: [{ of: '${of}' }]` : `numerator: [{ of: '${of}' }], denominator: [{ of: '${among}' }]`;
  const word = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return `
  {
    id: '${id}',
    version: 1,
    validFrom: '${validFrom}',
    validTo: null,
    kind: '${among === undefined ? 'count' : 'rate'}',
    name: { vi: ${word(vi)}, en: ${word(en)} },
    formula: { vi: ${word(formulaVi)}, en: ${word(formulaEn)} },
    source: ${word(source)},
    ${counted},
  },`;
}
