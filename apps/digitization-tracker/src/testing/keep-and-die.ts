/** Keeps a content in a folder (`ROOT`) and is killed when its key is there and it is not. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileKeys } from '../files/storage/file-keys.ts';
import { LocalObjects } from '../files/storage/local-objects.ts';
import { SealedStore } from '../files/storage/sealed-store.ts';
import { sealToFile } from '../files/storage/sealing/sealed-content.ts';
import { RememberedNames } from './remembered-names.ts';

class Dying extends LocalObjects {
  override async put(): Promise<void> {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  }
}

const hex = (name: string): Buffer<ArrayBuffer> => Buffer.from(process.env[name] ?? '', 'hex');
const folder = await mkdtemp(join(tmpdir(), 'dying-'));
const content = await sealToFile(Readable.from([Buffer.alloc(300_000, 'a scan')]), join(folder, 'content'));
const keys = new FileKeys({ active: 'f1', keys: { f1: hex('WRAPPING') } }, hex('NAME_KEY'));
await new SealedStore(new Dying(process.env['ROOT'] ?? ''), keys, new RememberedNames()).keep(content);
