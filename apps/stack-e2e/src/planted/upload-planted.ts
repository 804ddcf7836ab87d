import { PDFDocument } from '@cantoo/pdf-lib';
import type { House } from './house.ts';
import { citizen } from './people.ts';

/** Operations that take a file. */
export const uploads = ['POST /v1/dossiers/{id}/components/{component}/files', 'POST /v1/dossiers/{id}/result/files'];

/** Uploads a scan whose file is called by a person's name, and in which, in clear, all of it stands. Answers the status. */
export async function uploadPlanted({ admin }: House, path: string): Promise<number> {
  const text = Object.values(citizen).join(', ');
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([300, 400]);
  document.context.register(document.context.stream(Buffer.from(text), {}));
  const body = new FormData();
  body.set('note', text);
  body.set('file', new Blob([new Uint8Array(await document.save())]), `${text}.pdf`);
  const headers = { authorization: `Bearer ${admin.token}` };
  return (await fetch(`${admin.url}${path}`, { method: 'POST', headers, body })).status;
}
