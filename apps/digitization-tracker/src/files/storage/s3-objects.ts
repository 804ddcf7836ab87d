import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type GetObjectCommandInput,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { checkName, type ObjectStore, type ObjectPlace, type Shelf, type StoredObject } from './object-store.ts';

export interface S3ObjectsOptions {
  readonly bucket: string;
  readonly region: string;
  /** Of an S3-compatible store; absent: Amazon's. */
  readonly endpoint?: string | undefined;
  /** Absent: found as the SDK does, from the environment or the machine's role. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Objects that a listing asks for at a time; absent: 1,000, the most that S3 gives. */
  readonly pageSize?: number | undefined;
}

/** Beside the shelves: tells whether the store lets a first writer win. */
const PROBE = 'probe';

/** Objects in a bucket that exists, `<shelf>/<name>`. An object is there when its upload has ended and not before: S3 says so. */
export class S3Objects implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #pageSize: number;
  #firstWriterWins = false;

  constructor({ bucket, region, endpoint, credentials, pageSize = 1_000 }: S3ObjectsOptions) {
    this.#bucket = bucket;
    this.#pageSize = pageSize;
    this.#client = new S3Client({
      region,
      // Compatible stores seldom have a name for each bucket, and some refuse the trailing checksums the SDK would add.
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      ...(credentials === undefined ? {} : { credentials }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
    });
  }

  async put(
    place: ObjectPlace,
    { path, bytes, sha256 }: { readonly path: string; readonly bytes: number; readonly sha256: string },
  ) {
    const file = await open(path);
    const Body = file.createReadStream();
    // The SDK waits for ever for a stream that failed.
    const failing = new AbortController();
    Body.once('error', (error) => {
      failing.abort(error);
    });
    try {
      // The store compares what came to the hash before the object is there.
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      const command = new PutObjectCommand({ ...this.#at(place), Body, ContentLength: bytes, ChecksumSHA256 });
      await this.#client.send(command, { abortSignal: failing.signal });
    } finally {
      Body.destroy();
    }
  }

  create(place: ObjectPlace, bytes: Buffer): Promise<boolean> {
    return this.#create(this.#at(place), bytes);
  }

  async replace(place: ObjectPlace, bytes: Buffer): Promise<void> {
    await this.#client.send(new PutObjectCommand({ ...this.#at(place), ...toBody(bytes) }));
  }

  async read(place: ObjectPlace, limit: number): Promise<Buffer | undefined> {
    const body = await this.#get({ ...this.#at(place), Range: `bytes=0-${limit - 1}` });
    return body === undefined ? undefined : buffer(body);
  }

  open(place: ObjectPlace): Promise<Readable | undefined> {
    return this.#get(this.#at(place));
  }

  async has(place: ObjectPlace): Promise<boolean> {
    return (await this.#ifThere(this.#client.send(new HeadObjectCommand(this.#at(place))))) !== undefined;
  }

  async erase(place: ObjectPlace, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await this.#client.send(new DeleteObjectCommand(this.#at(place)), signal === undefined ? {} : { abortSignal: signal });
  }

  async *list(shelf: Shelf): AsyncIterable<StoredObject> {
    const Prefix = `${shelf}/`;
    const pages = paginateListObjectsV2({ client: this.#client, pageSize: this.#pageSize }, { Bucket: this.#bucket, Prefix });
    for await (const { Contents = [] } of pages) {
      for (const { Key = '', Size = 0, LastModified } of Contents) {
        yield { name: Key.slice(Prefix.length), bytes: Size, storedAt: LastModified?.getTime() ?? Date.now() };
      }
    }
  }

  /** Nothing half written is ever there. */
  sweep(): Promise<number> {
    return Promise.resolve(0);
  }

  /**
   * Asks for the bucket: an object in a bucket that is not there is told of as one that is not there. Once, it also looks whether the
   * store knows conditional writes: one that takes them for others would let a second key overwrite a first, and a content be lost.
   */
  async prove(): Promise<void> {
    const bucket = await this.#ifThere(this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket })));
    if (bucket === undefined) throw new Error(`there is no bucket ${this.#bucket}`);
    if (this.#firstWriterWins) return;
    const probe = { Bucket: this.#bucket, Key: PROBE };
    await this.#create(probe, Buffer.from(PROBE));
    if (await this.#create(probe, Buffer.from(PROBE)))
      throw new Error(
        'the store does not know "If-None-Match: *" on writes: take one that does (Amazon S3, MinIO, SeaweedFS, Ceph)',
      );
    this.#firstWriterWins = true;
  }

  close(): void {
    this.#client.destroy();
  }

  async #create(at: { readonly Bucket: string; readonly Key: string }, bytes: Buffer): Promise<boolean> {
    try {
      await this.#client.send(new PutObjectCommand({ ...at, ...toBody(bytes), IfNoneMatch: '*' }));
      return true;
    } catch (error) {
      // 409: another one is being written at this moment.
      if (error instanceof S3ServiceException && [409, 412].includes(error.$metadata.httpStatusCode ?? 0)) return false;
      throw error;
    }
  }

  async #get(input: GetObjectCommandInput): Promise<Readable | undefined> {
    const answer = await this.#ifThere(this.#client.send(new GetObjectCommand(input)));
    if (answer === undefined) return undefined;
    if (!(answer.Body instanceof Readable)) throw new Error('the store answered without a stream');
    return answer.Body;
  }

  async #ifThere<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await asking;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
      throw error;
    }
  }

  #at({ shelf, name }: ObjectPlace) {
    return { Bucket: this.#bucket, Key: `${shelf}/${checkName(name)}` };
  }
}

const toBody = (bytes: Buffer) => ({
  Body: bytes,
  ContentLength: bytes.length,
  ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
});
