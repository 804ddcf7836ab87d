/** Why a component is not scanned (TT 03/2025/TT-VPCP Art. 5(2)). */
export type ExemptReason = 'online-dossier' | 'comparison-only' | 'consultation-result' | 'secret';

/** What a scan is checked for. */
export const scanFaults = ['count', 'completeness', 'order', 'legibility'] as const;
export type ScanFault = (typeof scanFaults)[number];

export type Part = 'component' | 'result';

export interface Name {
  readonly vi: string;
  readonly en?: string | undefined;
}

/**
 * What is known of a file's digital signatures: it has none; changed since, or never one; whole, but it cannot be said whose; whole, and
 * a trusted authority vouches for who signed.
 */
export const signatureStatuses = ['none', 'broken', 'unverified', 'verified'] as const;
export type SignatureStatus = (typeof signatureStatuses)[number];

/** How citizens who consent proved who they are: the kind of proof alone, never what stands in it. */
export const identityProofs = ['id-card-shown', 'passport-shown', 'vneid', 'digital-signature', 'power-of-attorney'] as const;
export type IdentityProof = (typeof identityProofs)[number];

/** What permits taking a file of another dossier. */
export type ReuseGround =
  /** Whoever takes it may open it there. */
  | { readonly kind: 'content-right' }
  /** The citizen said so to an officer who handles the dossier that takes it. */
  | { readonly kind: 'consent'; readonly proof: IdentityProof };

/** A file as the checklist knows it: what it is, not where. */
export interface FileRef {
  readonly fileId: string;
  /** Of the content that is kept here; null: the archive of another system keeps it. */
  readonly sha256: string | null;
  readonly signature: SignatureStatus;
}
