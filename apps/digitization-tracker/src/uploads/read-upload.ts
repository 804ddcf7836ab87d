import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { FileRefused } from '../files/examination/file-refusal.ts';
import { MAX_FILE_BYTES } from './accept-uploads.ts';
import type { Staged, Staging } from '../files/storage/staging.ts';

/** Of the boundary, the headers of the part and some fields. */
const ENVELOPE_BYTES = 65_536;

/**
 * The one file of a request, written to the staging folder as it comes. Its name and its declared type are not looked at.
 *
 * @throws FileRefused where there is none, it is too large, it did not come whole, or there is another
 */
export async function readUpload(request: FastifyRequest, staging: Staging): Promise<Staged> {
  if (!request.isMultipart()) throw new FileRefused('file.missing');
  if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES + ENVELOPE_BYTES) throw new FileRefused('file.too-large');
  const aborting = new AbortController();
  const onClose = (): void => {
    if (!request.raw.complete) aborting.abort();
  };
  request.raw.once('close', onClose);
  let staged: Staged | undefined;
  try {
    for await (const part of request.files()) {
      if (staged !== undefined) {
        part.file.resume();
        throw new FileRefused('file.too-many');
      }
      staged = await receive(part, staging, aborting.signal);
    }
    if (staged === undefined) throw new FileRefused('file.missing');
    return staged;
  } catch (error) {
    if (staged !== undefined) await staging.remove(staged);
    throw toRefusal(error);
  } finally {
    request.raw.off('close', onClose);
  }
}

async function receive({ file }: MultipartFile, staging: Staging, signal: AbortSignal): Promise<Staged> {
  const staged = await staging.receive(file, signal);
  if (!file.truncated) return staged;
  await staging.remove(staged);
  throw new FileRefused('file.too-large');
}

/** Of what the reader of multipart bodies throws: limits, and a body that ends before its last boundary. */
function toRefusal(error: unknown): unknown {
  if (error instanceof FileRefused) return error;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new FileRefused('file.too-large');
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new FileRefused('file.too-many');
  const isCutOff =
    code === 'ABORT_ERR' || code === 'ERR_STREAM_PREMATURE_CLOSE' || /unexpected end|malformed|boundary/i.test(message ?? '');
  return isCutOff ? new FileRefused('file.cut-off') : error;
}
