import type { ProcedureDocument } from '@motcua/contracts';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { workspaceRoot } from '@motcua/testing/stack';

/** What is scanned of a dossier received at the counter, read from the reference data and by nothing of ours. */
export interface DocumentList {
  readonly procedure: string;
  /** Components for which a scan is asked, with their place on the receipt. */
  readonly asked: readonly { readonly number: number; readonly code: string }[];
  /** The one result of the procedure. */
  readonly result: string;
}

/** Procedures of communes with one result. */
const codes = ['1.001193', '1.000894', '1.004873', '1.004859', '2.000884'];

const file = resolve(workspaceRoot, 'data/reference/procedures.json');
const procedures = JSON.parse(readFileSync(file, 'utf8')) as ProcedureDocument[]; // Our own file.

export const documentLists: readonly DocumentList[] = codes.map((code) => {
  const { components = [], results = [] } = procedures.find((procedure) => procedure.code === code) ?? {};
  const [result, ...more] = results;
  if (result === undefined || more.length > 0) throw new Error(`The procedure ${code} has not one result.`);
  const numbered = components.map(({ scan, code: component }, index) => ({ scan, number: index + 1, code: component }));
  const asked = numbered
    .filter(({ scan }) => scan === 'asked')
    .map(({ number, code: component }) => ({ number, code: component }));
  return { procedure: code, asked, result: result.code };
});
