import { Transform, type TransformCallback } from 'node:stream';

/**
 * Hands on what comes in pieces of one size. A whole piece is held back until more has come: whether it is the last is known only then.
 * The last one may be shorter, and is empty where nothing came.
 */
export abstract class Chunked extends Transform {
  #parts: Buffer[] = [];
  #held = 0;

  constructor(private readonly pieceBytes: number) {
    super();
  }

  protected abstract convert(piece: Buffer, isLast: boolean): Buffer;

  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#parts.push(bytes);
    this.#held += bytes.length;
    if (this.#held <= this.pieceBytes) {
      done();
      return;
    }
    attempt(done, () => {
      let held = Buffer.concat(this.#parts);
      for (; held.length > this.pieceBytes; held = held.subarray(this.pieceBytes)) {
        this.push(this.convert(held.subarray(0, this.pieceBytes), false));
      }
      [this.#parts, this.#held] = [[held], held.length];
    });
  }

  override _flush(done: TransformCallback): void {
    attempt(done, () => {
      this.push(this.convert(Buffer.concat(this.#parts), true));
    });
  }
}

function attempt(done: TransformCallback, work: () => void): void {
  try {
    work();
  } catch (error) {
    done(error as Error);
    return;
  }
  done();
}
