import { waitFor } from '@motcua/testing';
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as rest } from 'node:timers/promises';

const TIMEOUT_MS = 20_000;
const TRIES = 20;
const PAUSE_MS = 1_000;

interface CutUpload {
  readonly url: string;
  readonly token: string;
  readonly bytes: Buffer;
  /** Between half of it being there and the strike. */
  readonly delayMs: number;
  /** Whether half of the bytes have come to where they are going. */
  readonly isHalfThere: () => Promise<boolean>;
}

/**
 * An upload that is cut in its middle: half of the body is sent, `strike` strikes once that half has arrived, the rest is sent. Answers
 * the status that came back, undefined where none did. Whoever answers before the strike (nobody is there yet) is asked again.
 *
 * @throws where half of a body never arrives
 */
export async function uploadInHalves(upload: CutUpload, strike: () => Promise<unknown>): Promise<number | undefined> {
  let status: number | undefined;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const begun = await begin(upload);
    let isEnded = false;
    const answer = begun.answer.finally(() => (isEnded = true));
    const first = await waitFor(async () => (isEnded ? 'answer' : (await upload.isHalfThere()) && 'half'), {
      describe: 'half of an upload to arrive',
    });
    if (first === 'half') {
      await rest(upload.delayMs);
      await strike();
      begun.sendRest();
      return answer;
    }
    begun.sendRest();
    status = await answer;
    await rest(PAUSE_MS);
  }
  throw new Error(`Half of an upload to ${upload.url} never arrived; the last was answered ${status ?? 'by nobody'}.`);
}

async function begin({ url, token, bytes }: CutUpload) {
  const body = Buffer.concat([
    Buffer.from('--half\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\n\r\n'),
    bytes,
    Buffer.from('\r\n--half--\r\n'),
  ]);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'multipart/form-data; boundary=half',
    'content-length': body.length,
  };
  const sent = request(url, { method: 'POST', headers, timeout: TIMEOUT_MS });
  const answer = new Promise<number | undefined>((resolve) => {
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    // The connection may break with the service behind it, or say nothing more.
    sent.on('error', () => {
      resolve(undefined);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
  });
  const middle = Math.floor(body.length / 2);
  if (!sent.write(body.subarray(0, middle))) await once(sent, 'drain');
  return { answer, sendRest: () => sent.end(body.subarray(middle)) };
}
