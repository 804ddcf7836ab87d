import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Board, DossierView } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { parseCompose } from './deploy/compose/read-compose.ts';
import { readLayer } from './deploy/kubernetes/read-kustomization.ts';
import { listServices, ownImage, readText, ownProvider } from './deploy/repository.ts';
import { runInImage } from './image/run-in-image.ts';
import { createInstallationToken } from './image/installation-token.ts';
import { listClusterContainers } from './image/cluster-containers.ts';
import { listComposeContainers } from './image/compose-containers.ts';
import type { Container } from './image/container.ts';
import { assignPorts, createImageFixture, type ImageFixture } from './image/image-fixture.ts';
import { runContainers, type RunningContainers } from './image/run-containers.ts';

const BUILD_MS = 900_000;
const START_MS = 300_000;
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The image of deploy/Dockerfile, replayed in an empty folder on this machine's Node: there need be no engine of containers. */
describe('the image', () => {
  let fixture: ImageFixture;
  let running: RunningContainers | undefined;
  beforeAll(async () => {
    fixture = await createImageFixture();
  }, BUILD_MS);
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  }, 60_000);
  afterAll(() => fixture.remove(), 60_000);

  /** Starts them all and waits until they are ready. Answers where the gateway is. */
  async function start(containers: readonly Container[]): Promise<string> {
    const addresses = { ...fixture.infrastructure.addresses, ...(await assignPorts(containers)) };
    running = runContainers(containers, fixture.image, addresses);
    await running.ready();
    return `http://${addresses['gateway:8080'] ?? ''}`;
  }

  const listNames = (containers: readonly Container[]): string[] => containers.map(({ name }) => name).sort();
  const services = listServices().map(({ name }) => name);

  it(
    'starts as docker-compose.yml says, with nothing but its secrets, and counts a dossier on the board',
    async () => {
      const containers = listComposeContainers(parseCompose(readText('docker-compose.yml')), ownImage(), fixture.source);
      expect(listNames(containers)).toEqual([...services, 'bucket', 'migrate', 'reference', 'topics'].sort());

      const url = await start(containers);
      const dossierId = await receiveDossier(url, fixture);
      expect(dossierId).toEqual(expect.any(String));
      await waitFor(async () => (await countReceived(url, fixture)) === 1, { describe: 'the dossier on the board' });

      const MOTCUA_TOKEN = await createInstallationToken(fixture.source, { role: 'head', unit: UNIT });
      const motcua = (...args: string[]) =>
        runInImage(fixture.image, ['apps/cli/bin/motcua.js', ...args], { MOTCUA_URL: url, MOTCUA_TOKEN });
      const of = ['--unit', UNIT, '--period', `${today()}..${today()}`, '--json'];
      const board = Board.parse(JSON.parse((await motcua('board', ...of)).stdout));
      expect(board.rows[0]?.indicators['received']?.value).toBe(1);
      const listed = await motcua('dossiers', '--indicator', 'received', '--part', 'value', '--limit', '5', ...of);
      expect(JSON.parse(listed.stdout)).toMatchObject({ total: 1, dossiers: [{ dossierId }] });
      expect(await motcua('--version')).toMatchObject({ code: 0, stdout: `${ownImage().split(':')[1] ?? ''}\n` });
      expect(await motcua('completion', 'bash')).toMatchObject({ code: 0, stdout: expect.stringContaining('motcua') });
      expect(await motcua('reset', '--yes')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('another installation is named'),
      });
    },
    START_MS,
  );

  it(
    'starts as the manifests of the local overlay say, on the same data',
    async () => {
      const containers = listClusterContainers(readLayer('k8s/overlays/local'), ownImage(), fixture.source);
      expect(listNames(containers)).toEqual(
        [...services.filter((name) => name !== ownProvider), 'bucket', 'migrate', 'reference', 'topics'].sort(),
      );

      const url = await start(containers);
      await receiveDossier(url, fixture);
      await waitFor(async () => (await countReceived(url, fixture)) === 2, { describe: 'both dossiers on the board' });
    },
    START_MS,
  );
});

const UNIT = 'xa-thanh-ba';

async function receiveDossier(url: string, { source }: ImageFixture): Promise<string> {
  const token = await createInstallationToken(source, { role: 'counter', unit: UNIT });
  const response = await fetch(`${url}/v1/dossiers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      unit: UNIT,
      procedure: '1.001193',
      channel: 'in-person',
      applicant: { name: 'Nguyễn Thị Thử', idNumber: '000123456789', phone: '0000123456', language: 'vi' },
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The dossier was answered ${response.status}: ${text}`);
  return DossierView.parse(JSON.parse(text)).dossier.dossierId;
}

async function countReceived(url: string, { source }: ImageFixture): Promise<number | null> {
  const token = await createInstallationToken(source, { role: 'head', unit: UNIT });
  const query = new URLSearchParams({ unit: UNIT, from: today(), to: today() }).toString();
  const response = await fetch(`${url}/v1/board?${query}`, { headers: { authorization: `Bearer ${token}` } });
  const board = Board.parse(await response.json());
  return board.rows[0]?.indicators['received']?.value ?? null;
}
