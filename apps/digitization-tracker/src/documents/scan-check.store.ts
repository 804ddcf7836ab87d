import type { Part, ScanFault } from '@motcua/digitization';
import type { Transaction } from '@motcua/kafka';

export interface ScanCheck {
  readonly dossierId: string;
  readonly part: Part;
  readonly code: string;
  readonly faults: readonly ScanFault[];
  readonly files: readonly string[];
  readonly by: string;
  readonly at: number;
}

/** A check stays on record, also one that found nothing wrong. */
export async function insertCheck(
  transaction: Transaction,
  { dossierId, part, code, faults, files, by, at }: ScanCheck,
): Promise<void> {
  await transaction.query(
    `INSERT INTO digitization.scan_check (dossier_id, part, part_code, faults, files, checked_by, checked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [dossierId, part, code, faults, files, by, new Date(at)],
  );
}
