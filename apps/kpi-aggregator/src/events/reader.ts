import type { Instant } from '@motcua/indicators';
import { parseInstant } from './parse-instant.ts';

const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads fields of parsed JSON and says by name which one is not what it has to be. */
export class Reader {
  readonly #fields: Record<string, unknown>;
  readonly #at: string;

  constructor(value: unknown, at: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${at || 'the event'} is no object`);
    this.#fields = value as Record<string, unknown>;
    this.#at = at;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  object(name: string): Reader {
    return new Reader(this.#fields[name], this.#pathOf(name));
  }

  text(name: string): string {
    const value = this.#fields[name];
    return typeof value === 'string' && value !== '' ? value : this.#refuse(name, 'a text');
  }

  textOrNull(name: string): string | null {
    return this.#fields[name] === null ? null : this.text(name);
  }

  /** What other systems fill in or leave out as they please: null where nothing is written. */
  textOrNone(name: string): string | null {
    const value = this.#fields[name];
    return value === undefined || value === '' ? null : this.textOrNull(name);
  }

  /** Codes: none empty, none with a line break (which joins the codes of a path). */
  texts(name: string): readonly string[] {
    const value = this.#fields[name];
    if (!Array.isArray(value) || value.length === 0) return this.#refuse(name, 'a list of codes');
    for (const code of value as unknown[]) {
      if (typeof code !== 'string' || code === '' || code.includes('\n')) return this.#refuse(name, 'a list of codes');
    }
    return value as string[];
  }

  uuid(name: string): string {
    const value = this.text(name);
    return uuidPattern.test(value) ? value : this.#refuse(name, 'a UUID in lower case');
  }

  flag(name: string): boolean {
    const value = this.#fields[name];
    return typeof value === 'boolean' ? value : this.#refuse(name, 'true or false');
  }

  positive(name: string): number {
    return this.#wholeFrom(1, name);
  }

  count(name: string): number {
    return this.#wholeFrom(0, name);
  }

  instant(name: string): Instant {
    const at = parseInstant(this.text(name));
    return Number.isNaN(at) ? this.#refuse(name, 'a moment') : at;
  }

  instantOrNull(name: string): Instant | null {
    return this.#fields[name] === null ? null : this.instant(name);
  }

  #wholeFrom(least: number, name: string): number {
    const value = this.#fields[name];
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value < 2 ** 31
      ? value
      : this.#refuse(name, `a number from ${least}`);
  }

  #refuse(name: string, wanted: string): never {
    throw new Error(`${this.#pathOf(name)} is not ${wanted}`);
  }

  #pathOf(name: string): string {
    return this.#at === '' ? name : `${this.#at}.${name}`;
  }
}
