import { toNetwork } from '@motcua/http';
import { createHmac, hkdfSync } from 'node:crypto';
import type { TypedCode } from './typed-code.ts';

export interface QuestionHashes {
  readonly code: Buffer;
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
  hash({ text, isWellFormed }: TypedCode, address: string): QuestionHashes {
    const neighbourhood = toNetwork(address);
    const whose = isWellFormed ? '' : neighbourhood;
    return {
      code: this.#hmac('code', whose, text),
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
