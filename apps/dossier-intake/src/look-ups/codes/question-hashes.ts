import { createHmac, hkdfSync } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { TypedCode } from './typed-code.ts';

export interface QuestionHashes {
  readonly code: Buffer;
  readonly range: Buffer;
  readonly address: Buffer;
}

/**
 * By which questions are counted together, none of it readable, and what a one-time code is compared by. The key is derived for this
 * purpose alone; a rotation of the hash key begins new counts and ends the codes of ten minutes.
 */
export class QuestionHasher {
  readonly #key: Uint8Array;

  constructor(hashKey: Buffer) {
    this.#key = new Uint8Array(hkdfSync('sha256', hashKey, '', 'motcua look-up question v1', 32));
  }

  /** What is no code of a dossier is counted for its address alone: two who mistype the same are not each other's business. */
  hash({ text, range, isWellFormed }: TypedCode, address: string): QuestionHashes {
    const neighbourhood = toNeighbourhood(address);
    const whose = isWellFormed ? '' : neighbourhood;
    return {
      code: this.#hmac('code', whose, text),
      range: this.#hmac('range', whose, range),
      address: this.#hmac('address', neighbourhood),
    };
  }

  /** What proves a one-time code of a question. */
  prove(questionId: string, oneTimeCode: string): Buffer {
    return this.#hmac('proof', questionId, oneTimeCode);
  }

  #hmac(...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest();
  }
}

/** An address, or the network of one household where addresses are plenty (IPv6 /64). */
function toNeighbourhood(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const { hostname } = new URL(`http://[${address.split('%', 1)[0] ?? ''}]`);
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::');
  const groups = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = Math.max(0, 8 - groups.flat().length);
  const [before = [], after = []] = groups;
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].slice(0, 4).join(':');
}
