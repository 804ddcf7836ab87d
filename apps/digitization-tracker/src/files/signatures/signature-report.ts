import { signatureStatuses, type SignatureStatus } from '@motcua/digitization';

/** Why a signature is not verified. */
export type SignatureReason =
  // broken
  | 'unreadable'
  | 'altered'
  | 'not-covered'
  // unverified
  | 'unsupported'
  | 'weak-algorithm'
  | 'no-trust-anchors'
  | 'untrusted-issuer'
  | 'outside-validity'
  | 'not-for-signing'
  | 'revoked'
  | 'revocation-unknown'
  | 'claimed-by-archive';

export interface SignatureReport {
  readonly status: SignatureStatus;
  /** null: there is nothing to say. */
  readonly reason: SignatureReason | null;
}

export const unsigned: SignatureReport = { status: 'none', reason: null };
export const verified: SignatureReport = { status: 'verified', reason: null };
export const broken = (reason: SignatureReason): SignatureReport => ({ status: 'broken', reason });
export const unverified = (reason: SignatureReason): SignatureReport => ({ status: 'unverified', reason });

/** A file is as good as the worst of its signatures. */
export const worstOf = (reports: readonly SignatureReport[]): SignatureReport =>
  reports.reduce(
    (worst, report) =>
      worst.status === 'none' || (report.status !== 'none' && rank(report.status) < rank(worst.status)) ? report : worst,
    unsigned,
  );

/** From the worst to the best; `none` stands apart. */
const rank = (status: SignatureStatus): number => signatureStatuses.indexOf(status);
