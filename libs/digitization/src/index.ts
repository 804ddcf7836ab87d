export { decide } from './decide.ts';
export type { DigitizationCommand, ReusableFile } from './digitization-command.ts';
export type { DigitizationEvent, DigitizationEventName } from './digitization-event.ts';
export { noDigitization, type Component, type Digitization, type OpenDigitization, type Result } from './digitization.ts';
export { evolve } from './evolve.ts';
export {
  countComponents,
  countReused,
  countSignatures,
  filesOf,
  isDigitized,
  isResultDigitized,
  isResultPrescribed,
  isResultSigned,
  listMissing,
  type ComponentCounts,
} from './figures.ts';
export { isRefusal, sentences, type Refusal, type RefusalCode } from './refusal.ts';
export type { DocumentList } from './to-checklist.ts';
export {
  identityProofs,
  scanFaults,
  signatureStatuses,
  type ExemptReason,
  type FileRef,
  type IdentityProof,
  type Part,
  type ReuseGround,
  type ScanFault,
  type SignatureStatus,
} from './vocabulary.ts';
