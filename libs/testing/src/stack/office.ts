import { AttachedFile, DossierComponents } from '@motcua/contracts';
import { createHash } from 'node:crypto';
import type { RunningStack } from './running-stack.ts';
import { signTestToken } from './test-issuer.ts';
import { requireOk, untilAnswered, type Answer } from './until-answered.ts';

export interface SeenFile {
  readonly part: 'component' | 'result';
  /** Of the component or result. */
  readonly code: string;
  readonly fileId: string;
  readonly sha256: string;
}

/** Somebody at a screen of the stack: one token, and requests that are repeated until they are answered. */
export class Office {
  private constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  static async open(stack: RunningStack, role: string, unit?: string, source?: string, subject?: string): Promise<Office> {
    return new Office(await stack.gatewayUrl(), await signTestToken(stack.home, { role, unit, source, subject }));
  }

  /** A command; `key` makes its repetitions one. */
  async command<T>(path: string, body: object, key: string): Promise<T> {
    const answer = await this.send('POST', path, body, { 'idempotency-key': key });
    return requireOk(`POST ${path}`, answer) as T; // As its contract says: another shape would show in what is compared.
  }

  async put(path: string, body: object): Promise<void> {
    requireOk(`PUT ${path}`, await this.send('PUT', path, body));
  }

  async get<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
    const target = Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;
    return requireOk(`GET ${target}`, await this.find(target)) as T; // Likewise.
  }

  /** Whatever the answer is. */
  find(target: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}` };
    return untilAnswered(`GET ${target}`, (signal) => fetch(`${this.url}${target}`, { headers, signal }));
  }

  async upload(path: string, bytes: Buffer): Promise<AttachedFile> {
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await untilAnswered(`POST ${path}`, (signal) => {
      const body = new FormData();
      body.set('file', new Blob([new Uint8Array(bytes)]), 'scan.pdf');
      return fetch(`${this.url}${path}`, { method: 'POST', headers, body, signal });
    });
    return AttachedFile.parse(requireOk(`POST ${path}`, answer));
  }

  /** Every file of a dossier that anybody can see. */
  async listFiles(dossierId: string): Promise<SeenFile[]> {
    const { components, results } = DossierComponents.parse(await this.get(`/v1/dossiers/${dossierId}/components`));
    const toFiles =
      (part: SeenFile['part']) => (one: DossierComponents['components'][number] | DossierComponents['results'][number]) =>
        one.files.map(({ fileId, sha256 }) => ({ part, code: one.code, fileId, sha256: sha256 ?? 'kept elsewhere' }));
    return [...components.flatMap(toFiles('component')), ...results.flatMap(toFiles('result'))];
  }

  /** SHA-256 of the bytes that a reader is given. */
  async hashContent(dossierId: string, fileId: string): Promise<string> {
    const path = `/v1/dossiers/${dossierId}/files/${fileId}/content`;
    const response = await fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${this.token}` } });
    if (!response.ok) throw new Error(`GET ${path} was answered ${response.status}: ${await response.text()}`);
    return createHash('sha256')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex');
  }

  /** Whatever the answer is. */
  send(method: string, path: string, body: unknown, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...more };
    const request = { method, headers, body: JSON.stringify(body) };
    return untilAnswered(`${method} ${path}`, (signal) => fetch(`${this.url}${path}`, { ...request, signal }));
  }
}
