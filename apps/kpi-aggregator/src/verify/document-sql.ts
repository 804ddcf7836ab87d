import { documentsUnknown } from '@motcua/indicators';
import { toColumn } from '../projection/cells/measure-columns.ts';
import type { TableSet } from '../projection/table-set.ts';
import { wasRecorded } from './cause-sql.ts';

/** What is said of a dossier's documents beside whether there is a checklist, as columns. */
const documentValues = Object.keys(documentsUnknown)
  .map(toColumn)
  .filter((column) => column !== 'has_checklist');

/**
 * CTE `documents`: of each dossier with a checklist what the newest digitization event says that must or may be projected; as with
 * events, a fact may be ahead of the noted place (`$5`, `$6`). The projection reads `asked`, `missing`, `reusedCount` and `isDigitized`; here
 * the same is told from the other numbers of the event. Without a log nothing is known.
 */
export const documentSql = (tableSet: TableSet, hasLog: boolean): string => `
  digitization AS MATERIALIZED (${hasLog ? logged('(l.xid, l.position) <= ($5::xid8, $6::bigint)') : none('($5::xid8, $6::bigint) IS NULL')}),
  newest_documents AS (
    SELECT dossier_id, greatest(max(g.digitization_version) FILTER (WHERE g.is_noted), f.digitization_version) AS digitization_version
    FROM digitization g
    FULL JOIN (SELECT dossier_id, digitization_version FROM kpi.fact_${tableSet} WHERE span = 0 AND digitization_version > 0) f USING (dossier_id)
    GROUP BY dossier_id, f.digitization_version
  ),
  ${documents}`;

/** The same by what had been recorded by `$1`; CTE `behind` goes before it. */
export const recordedDocumentSql = (hasLog: boolean): string => `
  digitization AS MATERIALIZED (${hasLog ? logged(wasRecorded) : none('true')}),
  newest_documents AS (
    SELECT g.dossier_id, max(g.digitization_version) AS digitization_version FROM digitization g LEFT JOIN behind b USING (dossier_id)
    WHERE g.is_noted AND g.digitization_version <= coalesce(b.digitization_version, g.digitization_version) GROUP BY 1
  ),
  ${documents}`;

const documents = `documents AS MATERIALIZED (
    SELECT DISTINCT ON (dossier_id) dossier_id, digitization_version, true AS has_checklist, ${documentValues.join(', ')}
    FROM newest_documents JOIN digitization USING (dossier_id, digitization_version) ORDER BY dossier_id, turn
  )`;

/** The columns of CTE `documents`, of an alias whose row may be absent. */
export const documentColumnsOf = (alias: string): string =>
  [
    `coalesce(${alias}.digitization_version, 0) AS digitization_version`,
    ...['has_checklist', ...documentValues].map((column) => `coalesce(${alias}.${column}, false) AS ${column}`),
  ].join(', ');

const number = (name: string): string => `(d -> 'components' ->> '${name}')::int`;

const logged = (isNoted: string): string => `
    SELECT l.dossier_id, (d ->> 'digitizationVersion')::int AS digitization_version, l.position AS turn,
      d ->> 'digitizedAt' IS NOT NULL AS is_digitized,
      ${number('listed')} > ${number('exempt')} AS asks_components,
      ${number('digitized')} + ${number('reused')} + ${number('exempt')} = ${number('listed')} AS has_components,
      (d ->> 'resultPrescribed')::boolean AS prescribes_result, (d ->> 'resultDigitized')::boolean AS has_result,
      d -> 'signatures' IS NOT NULL AND (d ->> 'resultSigned')::boolean AS has_signed_result,
      ${number('reusedComponent')} + ${number('reusedResult')} > 0 AS reuses_component,
      ${isNoted} AS is_noted
    FROM digitization.event_log l CROSS JOIN LATERAL (SELECT l.body -> 'data' AS d OFFSET 0) AS data`;

const none = (isAsked: string): string => `
    SELECT NULL::uuid AS dossier_id, 0 AS digitization_version, 0::bigint AS turn, ${documentValues.map((column) => `false AS ${column}`).join(', ')},
      false AS is_noted
    WHERE ${isAsked}`;
