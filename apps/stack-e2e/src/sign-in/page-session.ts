import { DossierView } from '@motcua/contracts';
import type { PageBrowser } from './page-browser.ts';

export interface PageSession {
  readonly sub: string;
  /** `role@unit` */
  readonly post: string;
  readonly csrfToken: string;
}

/** What a page of the console hears of its session. @throws where nobody is signed in */
export async function readPageSession(browser: PageBrowser, url: string): Promise<PageSession> {
  const session = (await (await browser.ask(`${url}/auth/session`)).json()) as Described;
  if (!session.signedIn) throw new Error('Nobody is signed in.');
  const { person, post, csrfToken } = session;
  return { sub: person.sub, post: `${post.role}@${post.unit}`, csrfToken };
}

interface Described {
  readonly signedIn: boolean;
  readonly person: { readonly sub: string };
  readonly post: { readonly role: string; readonly unit: string };
  readonly csrfToken: string;
}

/** Receives a dossier as the counter's page does: by the session's cookie. Answers its id. */
export async function receiveInBrowser(browser: PageBrowser, url: string, unit: string): Promise<string> {
  const { csrfToken } = await readPageSession(browser, url);
  const answer = await browser.ask(`${url}/v1/dossiers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin', 'x-csrf-token': csrfToken },
    body: JSON.stringify({
      unit,
      procedure: '1.001193',
      channel: 'in-person',
      applicant: { name: 'Nguyễn Thị Thử', idNumber: '000123456789', phone: '0000123456', language: 'vi' },
    }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The dossier was answered ${answer.status}: ${text}`);
  return DossierView.parse(JSON.parse(text)).dossier.dossierId;
}
