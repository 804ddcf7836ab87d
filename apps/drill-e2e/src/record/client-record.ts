/** What a client was told that it had been done: nobody may lose it any more. */
export interface Acknowledged {
  readonly version: number;
  /** Short name of the event that the command brings about. */
  readonly event: string;
}

/** In epoch milliseconds. */
export interface Promised {
  readonly due: number;
  /** When the client was told that what keeps it had been taken; undefined: nobody has said so. */
  keptAt: number | undefined;
}

/** A dossier as its client knows it, from what they asked for and what they were answered. */
export interface KnownDossier {
  /** Its id, or of an import its code in the system it came from. */
  readonly key: string;
  readonly isImport: boolean;
  /** Of a receipt at the counter. */
  readonly code: string | null;
  readonly receivedBy: string;
  responsible: string;
  /** The unit that had it when it ended; undefined: it is open. */
  endedAt: string | undefined;
  readonly acknowledged: Acknowledged[];
  /** A promise that comes due while the campaign runs. */
  readonly promise: Promised | undefined;
  /** SHA-256 of the files that were taken. */
  readonly files: string[];
  /** As the citizen answered; undefined: not rated. */
  satisfied: boolean | undefined;
}

/** A record as it was at a moment. */
export interface RecordNote {
  readonly dossiers: ReadonlyMap<KnownDossier, KnownDossier>;
  readonly institutional: ReadonlyMap<string, unknown>;
  readonly calendar: ClientRecord['calendar'];
}

/** What clients asked of one stack and what it has acknowledged, written down by themselves. The oracle knows nothing else. */
export class ClientRecord {
  readonly dossiers: KnownDossier[] = [];
  /** What was refused or not answered although it was lawful, in the words of who asked. */
  readonly failures: string[] = [];
  /** The newest figure of each kind and unit, as it was sent. */
  readonly institutional = new Map<string, unknown>();
  /** The newest version of the calendar that was taken; undefined: nobody changed it. */
  calendar: { readonly id: string; readonly version: number } | undefined;
  /** Whether somebody has asked for a change of the calendar: it may be in force before they are answered. */
  hasCalendarMoved = false;
  /** How many commands have been acknowledged. */
  commands = 0;

  receive(
    dossier: Pick<KnownDossier, 'key' | 'isImport' | 'code' | 'receivedBy'> & Partial<Pick<KnownDossier, 'promise'>>,
    acknowledged: Acknowledged | undefined,
  ): KnownDossier {
    const known: KnownDossier = {
      promise: undefined,
      ...dossier,
      responsible: dossier.receivedBy,
      endedAt: undefined,
      acknowledged: [],
      files: [],
      satisfied: undefined,
    };
    this.dossiers.push(known);
    if (acknowledged !== undefined) this.acknowledge(known, acknowledged);
    return known;
  }

  acknowledge(dossier: KnownDossier, acknowledged: Acknowledged): void {
    dossier.acknowledged.push(acknowledged);
    this.commands += 1;
  }

  /** All of it as it is now, to come back to. What was refused stays refused. */
  note(): RecordNote {
    return {
      dossiers: new Map(this.dossiers.map((dossier) => [dossier, structuredClone(dossier)])),
      institutional: new Map(this.institutional),
      calendar: this.calendar,
    };
  }

  /**
   * Of what was acknowledged since, nobody has anything any more: a database was restored to the moment of the note.
   *
   * @returns what was acknowledged since, by dossier
   */
  returnTo({
    dossiers,
    institutional,
    calendar,
  }: RecordNote): { readonly dossier: KnownDossier; readonly lost: Acknowledged[] }[] {
    const lost = this.dossiers.map((dossier) => ({
      dossier,
      lost: dossier.acknowledged.slice(dossiers.get(dossier)?.acknowledged.length ?? 0),
    }));
    const kept = this.dossiers.filter((dossier) => dossiers.has(dossier));
    // Whoever has one in hand goes on with the same.
    for (const dossier of kept) Object.assign(dossier, structuredClone(dossiers.get(dossier)));
    this.dossiers.splice(0, Infinity, ...kept);
    this.institutional.clear();
    for (const [place, entry] of institutional) this.institutional.set(place, entry);
    this.calendar = calendar;
    return lost.filter((one) => one.lost.length > 0);
  }

  fail(what: string): void {
    this.failures.push(what);
  }
}
