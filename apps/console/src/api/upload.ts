import { ApiProblem, Unreachable } from './problem.ts';
import { toHeaders } from './request.ts';

/**
 * Sends a file and tells how far it is: `fetch` cannot, so this is the one place that does without it.
 *
 * @param onProgress gets the share that has been sent, 0 to 1
 * @throws ApiProblem what the API refused; Unreachable the network did not carry it
 */
export function upload(address: string, file: File, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', address);
    for (const [name, value] of Object.entries(toHeaders({ method: 'POST' }))) sending.setRequestHeader(name, value);
    sending.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : loaded / total);
    });
    sending.addEventListener('load', () => {
      if (sending.status >= 200 && sending.status < 300) resolve();
      else reject(toProblem(sending));
    });
    sending.addEventListener('error', () => {
      reject(new Unreachable('The gateway was not reached.'));
    });
    const form = new FormData();
    form.append('file', file);
    sending.send(form);
  });
}

function toProblem({ status, responseText }: XMLHttpRequest): ApiProblem {
  try {
    return new ApiProblem(status, JSON.parse(responseText) as ConstructorParameters<typeof ApiProblem>[1]);
  } catch {
    return new ApiProblem(status, {});
  }
}
