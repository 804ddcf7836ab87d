import type { TimedFields as PublishedFields } from '@motcua/contracts';
import type { ProposedCorrection, TimedFields } from '@motcua/dossier';

/** What a correction proposes, as contracts have it: moments are texts. */
export const toPublishedCorrection = ({ from, to }: ProposedCorrection) => ({ from: toFields(from), to: toFields(to) });

function toFields({ procedure, receivedAt, endedAt, due, limit }: TimedFields): PublishedFields {
  return {
    ...(procedure === undefined ? {} : { procedure }),
    ...(receivedAt === undefined ? {} : { receivedAt: iso(receivedAt) }),
    // An end is corrected where there is one.
    ...(endedAt === undefined || endedAt === null ? {} : { endedAt: iso(endedAt) }),
    ...(due === undefined ? {} : { due: due === null ? null : iso(due) }),
    ...(limit === undefined ? {} : { limit }),
  };
}

const iso = (at: number): string => new Date(at).toISOString();
