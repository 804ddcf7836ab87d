/**
 * Arrays for `unnest` in PostgreSQL's binary format: neither a text is put together here nor taken apart there. The driver sends a
 * Buffer as it stands. Layout: dimensions 1, has-null flag, type, length, lower bound 1, then each element as its length and bytes.
 */
type FixedType = 'boolean' | 'smallint' | 'integer' | 'bigint' | 'uuid';

const types: Readonly<Record<FixedType, { readonly oid: number; readonly size: number }>> = {
  boolean: { oid: 16, size: 1 },
  bigint: { oid: 20, size: 8 },
  smallint: { oid: 21, size: 2 },
  integer: { oid: 23, size: 4 },
  uuid: { oid: 2950, size: 16 },
};

const HEADER = 20;
/** Without elements there is no dimension, and so neither a length nor a lower bound. */
const EMPTY_HEADER = 12;
const NULL_LENGTH = -1;
const HIGH = 2 ** 32;

class BinaryArray {
  readonly #view: DataView;
  readonly #size: number;
  #at: number;

  constructor(type: FixedType, length: number) {
    const { oid, size } = types[type];
    this.#size = size;
    this.#at = length === 0 ? EMPTY_HEADER : HEADER;
    this.#view = new DataView(new ArrayBuffer(HEADER + length * (4 + size)));
    this.#view.setInt32(0, length === 0 ? 0 : 1);
    this.#view.setInt32(8, oid);
    this.#view.setInt32(12, length);
    this.#view.setInt32(16, 1);
  }

  pushNull(): void {
    this.#view.setInt32(4, 1);
    this.#view.setInt32(this.#at, NULL_LENGTH);
    this.#at += 4;
  }

  /** Whole numbers up to 2^53, as wide as the type. */
  pushNumber(value: number): void {
    const [view, at] = [this.#view, this.#open()];
    switch (this.#size) {
      case 1:
        view.setInt8(at, value);
        break;
      case 2:
        view.setInt16(at, value);
        break;
      case 4:
        view.setInt32(at, value);
        break;
      default:
        view.setInt32(at, Math.floor(value / HIGH));
        view.setInt32(at + 4, value % HIGH); // wraps, as two's complement does
    }
  }

  pushUuid(text: string): void {
    let at = this.#open();
    for (let index = 0; index < text.length; index += 2) {
      if (text.charCodeAt(index) === HYPHEN) index += 1;
      this.#view.setUint8(at++, hexDigit(text, index) * 16 + hexDigit(text, index + 1));
    }
  }

  toBuffer(): Buffer {
    return Buffer.from(this.#view.buffer, 0, this.#at);
  }

  #open(): number {
    this.#view.setInt32(this.#at, this.#size);
    const at = this.#at + 4;
    this.#at = at + this.#size;
    return at;
  }
}

const HYPHEN = 45;

/** Digits in lower or upper case. */
function hexDigit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

export function toBinaryNumbers(type: 'smallint' | 'integer' | 'bigint', values: ArrayLike<number | null>): Buffer {
  const array = new BinaryArray(type, values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? null;
    if (value === null) array.pushNull();
    else array.pushNumber(value);
  }
  return array.toBuffer();
}

export function toBinaryFlags(values: readonly boolean[]): Buffer {
  const array = new BinaryArray('boolean', values.length);
  for (const value of values) array.pushNumber(value ? 1 : 0);
  return array.toBuffer();
}

/** Ids that are known to be UUIDs; what is none would become another. */
export function toBinaryUuids(values: readonly string[]): Buffer {
  const array = new BinaryArray('uuid', values.length);
  for (const value of values) array.pushUuid(value);
  return array.toBuffer();
}
