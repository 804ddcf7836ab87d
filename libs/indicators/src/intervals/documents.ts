/** What is counted of a dossier's documents, as they stand now. Files that come, or are rejected, long after its end move it still. */
export interface Documents {
  /** Every component asked for is there, and a file on the result (QĐ 766, 4.2). */
  readonly isDigitized: boolean;
  /** At least one component has to be there as a file. */
  readonly asksComponents: boolean;
  /** None of those asked for is missing; true also where none is asked for. */
  readonly hasComponents: boolean;
  /** The procedure prescribes a result (the denominator of 4.1). */
  readonly prescribesResult: boolean;
  /** A file is attached to the result. */
  readonly hasResult: boolean;
  /** A file of a result carries a signature that was verified. */
  readonly hasSignedResult: boolean;
  /** At least one component was taken from another dossier (4.3). */
  readonly reusesComponent: boolean;
}

/** What an event tells of a dossier's documents: components asked for, missing of them, reused of them, and the results. */
export interface DocumentCounts {
  readonly asked: number;
  readonly missing: number;
  readonly reused: number;
  readonly resultPrescribed: boolean;
  readonly resultDigitized: boolean;
  /** By a signature that was verified. */
  readonly resultSigned: boolean;
  readonly isDigitized: boolean;
}

export const toDocuments = (counts: DocumentCounts): Documents => ({
  isDigitized: counts.isDigitized,
  asksComponents: counts.asked > 0,
  hasComponents: counts.missing === 0,
  prescribesResult: counts.resultPrescribed,
  hasResult: counts.resultDigitized,
  hasSignedResult: counts.resultSigned,
  reusesComponent: counts.reused > 0,
});

/** What a responsibility interval says of the documents: nothing is known of them before their checklist is. */
export interface DocumentAttributes extends Documents {
  readonly hasChecklist: boolean;
}

export const documentsUnknown: DocumentAttributes = {
  hasChecklist: false,
  isDigitized: false,
  asksComponents: false,
  hasComponents: false,
  prescribesResult: false,
  hasResult: false,
  hasSignedResult: false,
  reusesComponent: false,
};
