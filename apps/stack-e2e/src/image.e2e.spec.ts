import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccountWithPassword, Board } from '@motcua/contracts';
import { findFreePort } from '@motcua/embedded';
import { waitFor } from '@motcua/testing';
import { parseCompose } from './deploy/compose/read-compose.ts';
import type { Environment } from './deploy/environment.ts';
import { readLayer } from './deploy/kubernetes/read-kustomization.ts';
import { listServices, ownImage, readText, ownProvider } from './deploy/repository.ts';
import { withProvider } from './image/configure-provider.ts';
import { runInImage } from './image/run-in-image.ts';
import { listClusterContainers } from './image/cluster-containers.ts';
import { listComposeContainers } from './image/compose-containers.ts';
import type { Container } from './image/container.ts';
import { ForeignProvider } from './image/foreign-provider.ts';
import { assignPorts, createImageFixture, type ImageFixture } from './image/image-fixture.ts';
import { runContainers, type RunningContainers } from './image/run-containers.ts';
import { expectConsole } from './sign-in/expect-console.ts';
import { PageBrowser } from './sign-in/page-browser.ts';
import { readPageSession, receiveInBrowser } from './sign-in/page-session.ts';

const BUILD_MS = 900_000;
const START_MS = 300_000;
const UNIT = 'xa-thanh-ba';
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The image of deploy/Dockerfile, replayed in an empty folder on this machine's Node: there need be no engine of containers. */
describe('the image', () => {
  let fixture: ImageFixture;
  let running: RunningContainers | undefined;
  /** Where browsers find the gateway: the operator's one setting, told before anything starts. */
  let url: string;
  beforeAll(async () => {
    fixture = await createImageFixture();
  }, BUILD_MS);
  beforeAll(async () => {
    url = `http://127.0.0.1:${await findFreePort()}`;
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  }, 60_000);
  afterAll(() => fixture.remove(), 60_000);

  /** Starts them all and waits until they are ready. */
  async function start(containers: readonly Container[]): Promise<void> {
    const ports = { ...(await assignPorts(containers)), 'gateway:8080': new URL(url).host };
    running = runContainers(containers, fixture.image, { ...fixture.infrastructure.addresses, ...ports });
    await running.ready();
  }

  const listNames = (containers: readonly Container[]): string[] => containers.map(({ name }) => name).sort();
  const services = listServices().map(({ name }) => name);

  /** The command in the image, as a program that signs in at the installation's provider. */
  const motcua = (program: Environment, ...args: string[]) =>
    runInImage(fixture.image, ['apps/cli/bin/motcua.js', ...args], { MOTCUA_URL: url, ...program });
  const of = ['--unit', UNIT, '--period', `${today()}..${today()}`, '--json'];
  const countReceived = async (program: Environment): Promise<number | null> => {
    const board = Board.parse(JSON.parse((await motcua(program, 'board', ...of)).stdout));
    return board.rows[0]?.indicators['received']?.value ?? null;
  };

  it(
    'starts as docker-compose.yml says, with nothing but its secrets; people sign in, and a dossier counts on the board',
    async () => {
      const source = { ...fixture.source, variables: { MOTCUA_PUBLIC_URL: url } };
      const containers = listComposeContainers(parseCompose(readText('docker-compose.yml')), ownImage(), source);
      expect(listNames(containers)).toEqual([...services, 'bucket', 'migrate', 'reference', 'topics'].sort());
      await start(containers);
      await expectConsole(url);

      const administrator = new PageBrowser();
      const asked = await administrator.open(`${url}/auth/sign-in?to=/`);
      const own = await administrator.submit(asked, { name: 'quan-tri', password: fixture.adminPassword });
      expect([own.status, own.html.includes('name="repeat"')]).toEqual([200, true]);

      const operator = toProgram(source.secretFiles, 'operator');
      const account = ['account', 'create', 'cb.thu', '--person', 'Nguyễn Văn Thử', '--post', `counter@${UNIT}`, '--json'];
      const { oneTimePassword } = JSON.parse((await motcua(operator, ...account)).stdout) as AccountWithPassword;
      const browser = new PageBrowser();
      const first = await browser.submit(await browser.open(`${url}/auth/sign-in?to=/dossiers`), {
        ...{ name: 'cb.thu', password: oneTimePassword ?? '' },
      });
      const chosen = 'một câu của riêng tôi';
      const back = await browser.submit(first, { password: chosen, repeat: chosen });
      expect([back.status, back.at.href]).toEqual([200, `${url}/dossiers`]);
      expect(await readPageSession(browser, url)).toMatchObject({ sub: 'cb.thu', post: `counter@${UNIT}` });

      const dossierId = await receiveInBrowser(browser, url, UNIT);
      await waitFor(async () => (await countReceived(operator)) === 1, { describe: 'the dossier on the board' });
      const listed = await motcua(operator, 'dossiers', '--indicator', 'received', '--part', 'value', '--limit', '5', ...of);
      expect(JSON.parse(listed.stdout)).toMatchObject({ total: 1, dossiers: [{ dossierId }] });
      expect(await motcua({ ...operator, MOTCUA_CLIENT_SECRET: 'another' }, 'whoami')).toMatchObject({
        ...{ code: 2, stderr: expect.stringContaining('knows no program "operator" with this secret') },
      });
      expect(await motcua({}, '--version')).toMatchObject({ code: 0, stdout: `${ownImage().split(':')[1] ?? ''}\n` });
      expect(await motcua({}, 'completion', 'bash')).toMatchObject({ code: 0, stdout: expect.stringContaining('motcua') });
      expect(await motcua({}, 'reset', '--yes')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('another installation is named'),
      });
    },
    START_MS,
  );

  it(
    'starts as the manifests of the local overlay say, on the same data, with any provider that an overlay names',
    async () => {
      const provider = await ForeignProvider.start(url);
      try {
        const layer = await withProvider(readLayer('k8s/overlays/local'), { provider, publicUrl: url, source: fixture.overlay });
        const containers = listClusterContainers(layer, ownImage(), fixture.overlay);
        expect(listNames(containers)).toEqual(
          [...services.filter((name) => name !== ownProvider), 'bucket', 'migrate', 'reference', 'topics'].sort(),
        );
        await start(containers);
        await expectConsole(url);

        const browser = new PageBrowser();
        const back = await browser.open(`${url}/auth/sign-in?to=/dossiers`);
        expect([back.status, back.at.href]).toEqual([200, `${url}/dossiers`]);
        expect(await readPageSession(browser, url)).toMatchObject({ sub: 'tinh.can-bo', post: `counter@${UNIT}` });
        await receiveInBrowser(browser, url, UNIT);
        const program = { ...provider.program };
        await waitFor(async () => (await countReceived(program)) === 2, { describe: 'both dossiers on the board' });
      } finally {
        await provider.stop();
      }
    },
    START_MS,
  );
});

/** As the operator has it in a file of `deploy/secrets`. */
const toProgram = (secretFiles: Environment, id: string): Environment => ({
  MOTCUA_CLIENT_ID: id,
  MOTCUA_CLIENT_SECRET: secretFiles[`${id}-client-secret`]?.trim() ?? '',
});
