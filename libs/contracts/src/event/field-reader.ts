import { parseInstant } from './parse-instant.ts';

const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names of the fields of `Data` that hold a `Kind`; one that may be absent is refused where it is. */
type Holding<Data, Kind> = { [Name in keyof Data]-?: Exclude<Data[Name], undefined> extends Kind ? Name : never }[keyof Data] &
  string;

/**
 * The fast lane of a contract: reads single fields of parsed JSON, where a check of everything by the schema would cost more than the
 * rest of a consumer. It compiles only for fields that the contract has, as what the contract says they are. It says by name which field is
 * not what it has to be, and never what stands in it: a reason is logged.
 */
export class FieldReader<Data> {
  readonly #fields: Record<string, unknown>;
  readonly #at: string;

  constructor(value: unknown, at: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${at || 'the event'} is no object`);
    this.#fields = value as Record<string, unknown>;
    this.#at = at;
  }

  /** The same, of some of the fields: for whoever reads them of several events. */
  only<Name extends keyof Data>(): FieldReader<Pick<Data, Name>> {
    // it reads the same object, and can name fewer fields of it
    return this as unknown as FieldReader<Pick<Data, Name>>;
  }

  has(name: keyof Data & string): boolean {
    return this.#fields[name] !== undefined;
  }

  object<Name extends Holding<Data, object>>(name: Name): FieldReader<Exclude<Data[Name], undefined>> {
    return new FieldReader(this.#fields[name], this.#pathOf(name));
  }

  text(name: Holding<Data, string>): string {
    return this.#textOf(name);
  }

  textOrNull(name: Holding<Data, string | null>): string | null {
    return this.#fields[name] === null ? null : this.#textOf(name);
  }

  /** What other systems fill in or leave out as they please: null where nothing is written. */
  textOrNone(name: Holding<Data, string | null>): string | null {
    const value = this.#fields[name];
    return value === undefined || value === '' ? null : this.textOrNull(name);
  }

  /** Codes: none empty, none with a line break (which joins the codes of a path). */
  texts(name: Holding<Data, readonly string[]>): readonly string[] {
    const value = this.#fields[name];
    if (!Array.isArray(value) || value.length === 0) return this.#refuse(name, 'a list of codes');
    for (const code of value as unknown[]) {
      if (typeof code !== 'string' || code === '' || code.includes('\n')) return this.#refuse(name, 'a list of codes');
    }
    return value as string[];
  }

  uuid(name: Holding<Data, string>): string {
    const value = this.#textOf(name);
    return uuidPattern.test(value) ? value : this.#refuse(name, 'a UUID in lower case');
  }

  flag(name: Holding<Data, boolean>): boolean {
    const value = this.#fields[name];
    return typeof value === 'boolean' ? value : this.#refuse(name, 'true or false');
  }

  positive(name: Holding<Data, number>): number {
    return this.#wholeFrom(1, name);
  }

  count(name: Holding<Data, number>): number {
    return this.#wholeFrom(0, name);
  }

  /** Epoch milliseconds. */
  instant(name: Holding<Data, string>): number {
    return this.#instantOf(name);
  }

  instantOrNull(name: Holding<Data, string | null>): number | null {
    return this.#fields[name] === null ? null : this.#instantOf(name);
  }

  #textOf(name: string): string {
    const value = this.#fields[name];
    return typeof value === 'string' && value !== '' ? value : this.#refuse(name, 'a text');
  }

  #instantOf(name: string): number {
    const at = parseInstant(this.#textOf(name));
    return Number.isNaN(at) ? this.#refuse(name, 'a moment') : at;
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
