/** Rows `m` of placements that lie elsewhere, from a JSON parameter; of a fact `f` there is one at most. */
export const movedRows = (parameter: string, columns: string): string =>
  `jsonb_to_recordset(${parameter}::jsonb) AS m (id int, field text, "except" text[], ${columns})`;

/** Whether a row of placements that lie elsewhere is about a fact. */
export const isAbout = `m.id = f.place AND CASE WHEN m.field IS NULL THEN f.field <> ALL (m."except") ELSE f.field = m.field END`;
