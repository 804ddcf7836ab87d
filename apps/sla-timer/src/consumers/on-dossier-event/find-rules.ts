import { toLocalDate } from '@motcua/calendar';
import { PermanentDataError, TransientError } from '@motcua/kafka';
import type { DossierSnapshot } from '@motcua/contracts';
import type { ReferenceData } from '../../reference/reference-data.ts';
import type { Rules } from './fold-dossier.ts';

/** The catalogue publishes before a dossier can use it, but its topics are other topics: wait a little for what is missing. */
const TIMEOUT_MS = 30_000;

/** Finds by what rules the clocks of a dossier run. What stays unknown for half a minute is no longer waited for. */
export class RuleFinder {
  readonly #missingSince = new Map<string, number>();

  constructor(
    private readonly data: ReferenceData,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws TransientError while a rule set or a calendar may still come · PermanentDataError when it was waited for long enough */
  find(snapshot: DossierSnapshot): Rules {
    const {
      ruleSet: code,
      calendar: { id, version },
      timeZone,
      receivedAt,
      submittedAt,
      occurredAt,
    } = snapshot;
    const date = toLocalDate(timeZone, Date.parse(receivedAt ?? submittedAt ?? occurredAt));
    const ruleSet = this.data.findRuleSet(code, date) ?? this.#miss(`rule set ${code}`);
    const calendar = this.data.findCalendar({ id, version }) ?? this.#miss(`calendar ${id} version ${version}`);
    const procedure = this.data.findProcedure(snapshot.procedure, date);
    const { acceptanceLimit, extensionNoticeHours, maxExtensions, clocks = [] } = ruleSet;
    return {
      calendar,
      acceptanceLimit,
      extensionNoticeHours,
      maxExtensions,
      clocks,
      steps: procedure?.steps,
      procedureLimit: procedure?.limit ?? null,
    };
  }

  #miss(what: string): never {
    const since = this.#missingSince.get(what) ?? this.now();
    this.#missingSince.set(what, since);
    if (this.now() - since < TIMEOUT_MS) throw new TransientError(`the ${what} is not known yet`);
    throw new PermanentDataError(`the ${what} is not known: publish it in the catalogue, then replay this event`);
  }
}
