import type { DossierView } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { giveRating, Office, type RunningStack } from '@motcua/testing/stack';
import { communes, type Day, type PlannedDossier, type PlannedFile } from './plan-day.ts';
import { watchStaging } from './stored-files.ts';
import { uploadInHalves } from './upload-in-halves.ts';

/** Dossiers worked on at the same time. */
const LANES = 4;

/** Officers and citizens of some communes on one day, and what strikes them. */
export class DocumentDay {
  readonly #ids = new Map<PlannedDossier, string>();
  readonly #strikes: Day['strikes'][number][];
  readonly #cut: (number | undefined)[] = [];
  #uploads = 0;

  private constructor(
    readonly stack: RunningStack,
    readonly day: Day,
    private readonly counters: ReadonlyMap<string, Office>,
    /** Of the province: what is done at no counter. */
    readonly admin: Office,
  ) {
    this.#strikes = [...day.strikes];
  }

  /** Receives the dossiers of the day; resolves when each has its checklist. */
  static async begin(stack: RunningStack, day: Day): Promise<DocumentDay> {
    const [admin, ...counters] = await Promise.all([
      Office.open(stack, 'admin'),
      ...communes.map((unit) => Office.open(stack, 'counter', unit)),
    ]);
    const offices = new Map(communes.flatMap((unit, index) => [[unit, counters[index] ?? admin] as const]));
    const begun = new DocumentDay(stack, day, offices, admin);
    await inLanes(day.dossiers, (dossier) => begun.#receive(dossier));
    for (const dossier of day.dossiers) await begun.#untilListed(dossier);
    return begun;
  }

  /** Plays the day to its end. Answers what the uploads were told that were cut in their middle: a status, or undefined for nothing. */
  async play(): Promise<readonly (number | undefined)[]> {
    await Promise.all([
      inLanes(this.day.dossiers, (dossier) => this.#liveOn(dossier)),
      inLanes(this.day.entries, async ({ figure, pauseMs }) => {
        await rest(pauseMs);
        await this.admin.put(`/v1/institutional-figures/${figure.kind}/${figure.unit}`, figure);
      }),
    ]);
    return this.#cut;
  }

  counterOf({ unit }: PlannedDossier): Office {
    const counter = this.counters.get(unit);
    if (counter === undefined) throw new Error(`Nobody sits at the counter of ${unit}.`);
    return counter;
  }

  idOf(dossier: PlannedDossier): string {
    const id = this.#ids.get(dossier);
    if (id === undefined) throw new Error(`${dossier.name} has not been received.`);
    return id;
  }

  async #receive(dossier: PlannedDossier): Promise<void> {
    const body = { action: 'receive', unit: dossier.unit, procedure: dossier.list.procedure, channel: 'in-person' };
    const view = await this.counterOf(dossier).command<DossierView>('/v1/dossiers', body, randomUUID());
    this.#ids.set(dossier, view.dossier.dossierId);
  }

  async #untilListed(dossier: PlannedDossier): Promise<void> {
    const path = `/v1/dossiers/${this.idOf(dossier)}/components`;
    await waitFor(async () => (await this.counterOf(dossier).find(path)).status === 200, {
      describe: `the checklist of ${dossier.name}`,
      timeoutMs: 60_000,
    });
  }

  async #liveOn(dossier: PlannedDossier): Promise<void> {
    const components = dossier.files.filter(({ part }) => part === 'component');
    if (dossier.together) await Promise.all(components.map((file) => this.#scan(dossier, file)));
    else for (const file of components) await this.#scan(dossier, file);
    if (dossier.ends === 'open') return;
    await this.#change(dossier, this.admin, 'process');
    for (const file of dossier.files.filter(({ part }) => part === 'result')) await this.#scan(dossier, file);
    if (dossier.ends === 'processed') return;
    await this.#change(dossier, this.counterOf(dossier), 'return');
    if (dossier.rating !== undefined) await giveRating(this.counterOf(dossier), this.idOf(dossier), dossier.rating);
  }

  async #change(dossier: PlannedDossier, office: Office, action: string): Promise<void> {
    await rest(dossier.pauseMs);
    await office.command(`/v1/dossiers/${this.idOf(dossier)}/${action}`, {}, randomUUID());
  }

  async #scan(dossier: PlannedDossier, file: PlannedFile): Promise<void> {
    await rest(dossier.pauseMs);
    await this.#strikeWhereDue(dossier, file);
    await Promise.all(Array.from({ length: file.sent === 'at-once' ? 2 : 1 }, () => this.#upload(dossier, file)));
    if (file.sent === 'again') await this.#upload(dossier, file);
  }

  async #upload(dossier: PlannedDossier, { path, bytes, sha256 }: PlannedFile): Promise<void> {
    const { file } = await this.counterOf(dossier).upload(`/v1/dossiers/${this.idOf(dossier)}/${path}`, bytes);
    if (file.sha256 !== sha256) throw new Error(`${dossier.name}: ${file.sha256} was kept in place of ${sha256}.`);
    this.#uploads += 1;
  }

  async #strikeWhereDue(dossier: PlannedDossier, { path, bytes }: PlannedFile): Promise<void> {
    const [next] = this.#strikes;
    if (next === undefined || this.#uploads < next.afterUploads) return;
    this.#strikes.shift();
    const { url, token } = this.counterOf(dossier);
    const target = { url: `${url}/v1/dossiers/${this.idOf(dossier)}/${path}`, token, bytes };
    const upload = { ...target, delayMs: next.delayMs, isHalfThere: await watchStaging(this.stack, bytes.length) };
    this.#cut.push(await uploadInHalves(upload, () => this.stack.kill('digitization-tracker')));
    await this.#expectNoStrangers();
  }

  /** Whoever looks sees whole files that somebody sent, also right after a kill. */
  async #expectNoStrangers(): Promise<void> {
    await inLanes(this.day.dossiers, async (dossier) => {
      const sent = new Set(dossier.files.map(({ code, sha256 }) => `${code} ${sha256}`));
      const seen = await this.counterOf(dossier).listFiles(this.idOf(dossier));
      const stranger = seen.find(({ code, sha256 }) => !sent.has(`${code} ${sha256}`));
      if (stranger !== undefined) throw new Error(`${dossier.name} shows a file nobody sent: ${JSON.stringify(stranger)}`);
    });
  }
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
