import { documentsUnknown, type DocumentAttributes } from '@motcua/indicators';
import { toColumn } from '../cells/measure-columns.ts';

/** What a responsibility interval says of the documents, in the order of the columns. */
export const documentAttributes = Object.keys(documentsUnknown) as readonly (keyof DocumentAttributes)[];

/** The columns of a fact that hold it. */
export const documentColumns: readonly string[] = documentAttributes.map(toColumn);
