import type { Component, OpenDigitization } from './digitization.ts';
import type { FileRef, SignatureStatus } from './vocabulary.ts';

type Documents = Pick<OpenDigitization, 'components' | 'results'>;

/** The components by what is there of them; listed = asked + exempt, asked = digitized + reused + missing. */
export interface ComponentCounts {
  readonly listed: number;
  readonly asked: number;
  readonly digitized: number;
  readonly reused: number;
  readonly reusedComponent: number;
  readonly reusedResult: number;
  readonly exempt: number;
  readonly missing: number;
}

export function countComponents(components: readonly Component[]): ComponentCounts {
  const count = (status: Component['status']): number => components.filter((component) => component.status === status).length;
  const [exempt, reusedComponent, reusedResult] = [count('exempt'), count('reused-component'), count('reused-result')];
  return {
    listed: components.length,
    asked: components.length - exempt,
    digitized: count('digitized'),
    reused: reusedComponent + reusedResult,
    reusedComponent,
    reusedResult,
    exempt,
    missing: count('not-digitized'),
  };
}

/** Denominator of 4.1 (QĐ 766): the procedure prescribes a result. */
export const isResultPrescribed = ({ results }: Documents): boolean => results.length > 0;

/** Numerator of 4.1, for a finished dossier: each prescribed result is there as a file. One without prescribed results has none. */
export const isResultDigitized = ({ results }: Documents): boolean =>
  results.length > 0 && results.every(({ files }) => files.length > 0);

/** A file of a result carries a signature that was verified: nothing less counts as signed. */
export const isResultSigned = ({ results }: Documents): boolean =>
  results.some(({ files }) => files.some(({ signature }) => signature === 'verified'));

export type SignatureCounts = Readonly<Record<SignatureStatus, number>>;

/** The files of the dossier by what is known of their signatures; the broken ones are those that do not count. */
export function countSignatures({ components, results, brokenFiles }: Omit<OpenDigitization, 'status'>): SignatureCounts {
  const files = [
    ...components.flatMap(filesOf),
    ...results.flatMap((result) => result.files),
    ...brokenFiles.map(({ file }) => file),
  ];
  const count = (status: SignatureStatus): number => files.filter(({ signature }) => signature === status).length;
  return { none: count('none'), broken: count('broken'), unverified: count('unverified'), verified: count('verified') };
}

/** The files by which a component is there. */
export function filesOf(component: Component): readonly FileRef[] {
  switch (component.status) {
    case 'digitized':
      return component.files;
    case 'reused-component':
    case 'reused-result':
      return [component.file];
    case 'not-digitized':
    case 'exempt':
      return [];
  }
}

/**
 * 4.2 (QĐ 766): files on the components **and** on the result. Components for which no scanning is asked stand in nobody's way; a
 * dossier whose procedure prescribes no result has no result file and never counts.
 */
export const isDigitized = (documents: Documents): boolean =>
  countComponents(documents.components).missing === 0 && isResultDigitized(documents);

/** 4.3 (QĐ 766): how many components were taken from other dossiers; the dossier counts from one on. */
export const countReused = ({ components }: Documents): number => countComponents(components).reused;

/** What an officer still has to scan: components that are missing, and results once the dossier has ended. */
export function listMissing({ components, results }: Documents): { readonly components: string[]; readonly results: string[] } {
  return {
    components: components.filter(({ status }) => status === 'not-digitized').map(({ code }) => code),
    results: results.filter(({ files }) => files.length === 0).map(({ code }) => code),
  };
}
