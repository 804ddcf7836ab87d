import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { checkHash, ContentMissing, type ContentStore, type StoredContent } from './content-store.ts';

export interface S3StoreOptions {
  readonly bucket: string;
  readonly region: string;
  /** Of an S3-compatible store; absent: Amazon's. */
  readonly endpoint?: string | undefined;
  /** Absent: found as the SDK does, from the environment or the machine's role. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Objects that a listing asks for at a time; absent: 1,000, the most that S3 gives. */
  readonly pageSize?: number | undefined;
}

/** Contents in a bucket that exists, `files/<sha256>`. An object is there when its upload has ended and not before: S3 says so. */
export class S3Store implements ContentStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #pageSize: number;

  constructor({ bucket, region, endpoint, credentials, pageSize = 1_000 }: S3StoreOptions) {
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

  async keep({ sha256, path, bytes }: { readonly sha256: string; readonly path: string; readonly bytes: number }): Promise<void> {
    if (await this.has(sha256)) return;
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
      const command = new PutObjectCommand({ ...this.#placeOf(sha256), Body, ContentLength: bytes, ChecksumSHA256 });
      await this.#client.send(command, { abortSignal: failing.signal });
    } finally {
      Body.destroy();
    }
  }

  async has(sha256: string): Promise<boolean> {
    try {
      await this.#client.send(new HeadObjectCommand(this.#placeOf(sha256)));
      return true;
    } catch (error) {
      if (isNotThere(error)) return false;
      throw error;
    }
  }

  async open(sha256: string): Promise<Readable> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#placeOf(sha256)));
      if (!(Body instanceof Readable)) throw new Error('the store answered without a stream');
      return Body;
    } catch (error) {
      throw isNotThere(error) ? new ContentMissing(sha256) : error;
    }
  }

  async erase(sha256: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#placeOf(sha256)));
  }

  async *list(): AsyncIterable<StoredContent> {
    const pages = paginateListObjectsV2(
      { client: this.#client, pageSize: this.#pageSize },
      { Bucket: this.#bucket, Prefix: 'files/' },
    );
    for await (const { Contents = [] } of pages) {
      for (const { Key = '', Size = 0, LastModified } of Contents) {
        yield { sha256: Key.slice('files/'.length), bytes: Size, storedAt: LastModified?.getTime() ?? Date.now() };
      }
    }
  }

  /** Asks for the bucket: an object in a bucket that is not there is told of as one that is not there. */
  async prove(): Promise<void> {
    try {
      await this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket }));
    } catch (error) {
      throw isNotThere(error) ? new Error(`there is no bucket ${this.#bucket}`, { cause: error }) : error;
    }
  }

  close(): void {
    this.#client.destroy();
  }

  #placeOf(sha256: string) {
    return { Bucket: this.#bucket, Key: `files/${checkHash(sha256)}` };
  }
}

const isNotThere = (error: unknown): boolean => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
