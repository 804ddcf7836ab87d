import { readTrustStore } from '../signatures/trust-store.ts';
import { examineFile, type Examined } from './examine-file.ts';
import { FileRefused, type FileRefusalCode } from './file-refusal.ts';

export interface ExaminationTask {
  readonly bytes: Uint8Array;
  /** Folder of trust anchors, read anew for each file: who replaces a revocation list need not restart anything. */
  readonly trustDir: string | undefined;
}
export type ExaminationResult = Examined | { readonly refused: FileRefusalCode };

/** What a thread does with a file. A refusal is a value: of an error thrown here only the text would reach the other side. */
export default async function examine({ bytes, trustDir }: ExaminationTask): Promise<ExaminationResult> {
  const trust = await readTrustStore(trustDir);
  try {
    return await examineFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), trust);
  } catch (error) {
    if (error instanceof FileRefused) return { refused: error.code };
    throw error;
  }
}
