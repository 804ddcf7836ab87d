import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { documentsQuery } from '../../../api/document-queries.ts';
import { upload } from '../../../api/upload.ts';

export interface Upload {
  readonly id: string;
  readonly name: string;
  /** How much has been sent, 0 to 1; 1 once it was taken. */
  readonly share: number;
  readonly error?: unknown;
}

/** All of it sent is not yet taken: it is still looked at. */
const SENT = 0.99;

/** What is on its way to a paper. */
export function useUploads(dossierId: string, to: string) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const start = (file: File): void => {
    const id = crypto.randomUUID();
    const change = (next: Partial<Upload>): void => {
      setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...next } : one)));
    };
    setUploads((before) => [...before, { id, name: file.name, share: 0 }]);
    upload(to, file, (share) => {
      change({ share: share * SENT });
    }).then(
      () => {
        change({ share: 1 });
        void client.invalidateQueries({ queryKey: documentsQuery(dossierId).queryKey });
      },
      (error: unknown) => {
        change({ error });
      },
    );
  };
  return { uploads, start };
}
