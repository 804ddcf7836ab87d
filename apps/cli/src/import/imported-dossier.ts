import type { Channel } from '@motcua/contracts';

/** What a row says about a dossier; moments are epoch milliseconds. */
export interface ImportedDossier {
  readonly line: number;
  readonly sourceCode: string;
  readonly unit: string;
  readonly procedure: string;
  readonly field: string;
  readonly channel: Channel;
  /** The channel's value in the file where the mapping has no word for it. */
  readonly unmappedChannel: string | null;
  readonly receivedAt: number;
  /** null: none was promised; undefined: the file does not speak of dues, so one is computed. */
  readonly due: number | null | undefined;
  readonly endedAt: number | null;
  readonly verdict: 'ONTIME' | 'OVERDUE' | null;
}
