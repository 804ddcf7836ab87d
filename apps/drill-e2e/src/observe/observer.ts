import type { Board, CalendarChangeProgress, DossierLinePage, Figure, InstitutionalList, RatingPage } from '@motcua/contracts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../house/house.ts';
import { toVoidKey } from '../house/lost-events.ts';
import type { ClientRecord } from '../record/client-record.ts';
import { communes, province, type Officers } from '../workload/officers.ts';
import { figureNames, figures, type Notice, type Observed, type ShownBoard } from './observed.ts';
import { findEventId, readAlerts, readEvents } from './read-log.ts';
import { TopicReader, type TopicRecord } from './topic-reader.ts';

const DOSSIERS = 'dossier.events.v1';
const CLOCKS = 'sla.events.v1';
const DAY_MS = 86_400_000;
/** The local date so many days from now. */
const localDate = (days: number): string => new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

/** As a board shows it; nothing is shown where nothing is counted. */
function toNumber(figure: Figure | undefined, part: 'value' | 'numerator' | 'rest'): number {
  if (part === 'rest') return (figure?.denominator ?? 0) - (figure?.numerator ?? 0);
  return figure?.[part] ?? 0;
}

/** Looks at a stack from outside: at what it publishes, answers, sends and writes down. */
export class Observer {
  #events: TopicReader;
  #alerts: TopicReader;
  #generation: number;
  /** A local date: the day may end while the campaign runs, and what was received the day before it began still counts. */
  readonly #since = localDate(-1);

  constructor(
    private readonly house: House,
    private readonly officers: Officers,
    /** Texts that nobody may find. */
    private readonly planted: readonly string[],
  ) {
    this.#generation = house.logGeneration;
    [this.#events, this.#alerts] = this.#openTopics();
  }

  async look(record: ClientRecord): Promise<Observed> {
    if (this.#generation !== this.house.logGeneration) {
      this.#generation = this.house.logGeneration;
      [this.#events, this.#alerts] = this.#openTopics();
    }
    await this.#events.readOn();
    await this.#alerts.readOn();
    const boards = await Promise.all(communes.map(async (unit) => [unit, await this.#readBoard(unit)] as const));
    const records = [...this.#events.records, ...this.#alerts.records];
    const onTopics = this.planted.filter((text) => records.some(({ value }) => value.includes(text)));
    return {
      events: readEvents(this.#events.records.filter((one) => !this.#isVoid(DOSSIERS, one))),
      alerts: readAlerts(this.#alerts.records.filter((one) => !this.#isVoid(CLOCKS, one))),
      boards: Object.fromEntries(boards),
      notices: await this.#listNotices(),
      mails: await this.house.mails.list(),
      files: await this.#listFiles(record),
      ratings: await this.#listRatings(),
      institutional: await this.#listInstitutional(),
      calendarChange: await this.#findChange(record),
      leaks: [...onTopics.map((text) => `a topic: ${text}`), ...(await this.#searchLogs())],
    };
  }

  #openTopics(): [events: TopicReader, alerts: TopicReader] {
    const { brokers } = this.house.kafka.running;
    return [new TopicReader(brokers, DOSSIERS), new TopicReader(brokers, CLOCKS)];
  }

  /** What a restored database never had counts for nobody. */
  #isVoid(topic: string, { partition, offset, value }: TopicRecord): boolean {
    return this.house.void.size > 0 && this.house.void.has(toVoidKey(topic, partition, offset, findEventId(value)));
  }

  async #readBoard(unit: string): Promise<ShownBoard> {
    const period = { unit, from: this.#since, to: localDate(1) };
    const { rows, asOf } = await this.officers.admin.get<Board>('/v1/board', period);
    const shown = rows[0]?.indicators ?? {};
    const numbers: Record<string, number> = {};
    const lists: Record<string, readonly string[]> = {};
    for (const name of figureNames) {
      const { indicator, part } = figures[name];
      numbers[name] = toNumber(shown[indicator], part);
      lists[name] = await this.#readList(indicator, { ...period, asOf, part });
    }
    // All of them were set.
    return { asOf: Date.parse(asOf), figures: numbers as ShownBoard['figures'], lists: lists as ShownBoard['lists'] };
  }

  async #readList(indicator: string, query: Readonly<Record<string, string>>): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const more: Record<string, string> = cursor === null ? {} : { cursor };
      const path = `/v1/indicators/${indicator}/dossiers`;
      const page: DossierLinePage = await this.officers.admin.get(path, { ...query, ...more, limit: '1000' });
      ids.push(...page.dossiers.map(({ dossierId }) => dossierId));
      cursor = page.next;
    } while (cursor !== null);
    return ids;
  }

  /** Whom each alert told. No address of the service lists all of them. */
  #listNotices(): Promise<Notice[]> {
    const sql = `SELECT event_id AS event, recipient FROM notification.notice WHERE event LIKE 'sla.%'`;
    return this.house.query<Notice & Record<string, unknown>>(sql);
  }

  async #listFiles({ dossiers }: ClientRecord): Promise<Record<string, readonly string[]>> {
    const files: Record<string, readonly string[]> = {};
    for (const { key, files: sent, receivedBy } of dossiers)
      if (sent.length > 0) files[key] = (await this.officers.counter(receivedBy).listFiles(key)).map(({ sha256 }) => sha256);
    return files;
  }

  async #listRatings(): Promise<{ dossierId: string; satisfied: boolean }[]> {
    const period = { unit: province, from: this.#since, to: localDate(1), limit: '1000' };
    const { ratings } = await this.officers.admin.get<RatingPage>('/v1/ratings', period);
    return ratings.map(({ dossierId, satisfied }) => ({ dossierId, satisfied }));
  }

  async #listInstitutional(): Promise<Record<string, unknown>> {
    const query = { unit: province, from: '2025-07-01', to: localDate(0) };
    const { figures } = await this.officers.admin.get<InstitutionalList>('/v1/institutional-figures', query);
    const current = figures.filter(({ supersededBy }) => supersededBy === null);
    return Object.fromEntries(current.map(({ document }) => [`${document.kind}/${document.unit}`, document]));
  }

  async #findChange({ calendar }: ClientRecord): Promise<string | undefined> {
    if (calendar === undefined) return undefined;
    const query = { calendar: calendar.id, version: String(calendar.version) };
    return (await this.officers.admin.get<CalendarChangeProgress>('/v1/calendar-changes', query)).state;
  }

  async #searchLogs(): Promise<string[]> {
    const folder = join(this.house.stack.home, 'logs');
    const found: string[] = [];
    for (const file of await readdir(folder)) {
      const text = await readFile(join(folder, file), 'utf8');
      found.push(...this.planted.filter((needle) => text.includes(needle)).map((needle) => `${file}: ${needle}`));
    }
    return found;
  }
}
