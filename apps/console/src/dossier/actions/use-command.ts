import type { DossierAction, DossierView } from '@motcua/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { sendCommand } from '../../api/dossier-commands.ts';
import { dossierKey } from '../../api/dossier-queries.ts';
import { ApiProblem } from '../../api/problem.ts';
import { changedLists } from './changed-lists.ts';

interface Attempt {
  readonly action: DossierAction;
  readonly body: object;
  readonly etag: string;
}

/**
 * Gives a dossier a command. An attempt whose fate is unknown is repeated under its key, so that it is done once; another command, another
 * version and whatever was refused get another key.
 */
export function useCommand(dossierId: string) {
  const client = useQueryClient();
  const unsettled = useRef<{ readonly key: string; readonly attempt: string }>(undefined);
  return useMutation({
    mutationFn: ({ action, body, etag }: Attempt): Promise<DossierView> => {
      const attempt = JSON.stringify([action, body, etag]);
      const key = unsettled.current?.attempt === attempt ? unsettled.current.key : crypto.randomUUID();
      unsettled.current = { key, attempt };
      return sendCommand({ dossierId, action, body, etag, idempotencyKey: key });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status < 500) unsettled.current = undefined;
    },
    onSuccess: async () => {
      unsettled.current = undefined;
      await Promise.all([dossierKey(dossierId), ...changedLists].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
