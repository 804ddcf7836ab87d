import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { createServer, type Server } from 'node:net';
import { gzipSync } from 'node:zlib';
import { examinerExecArgv } from '../../testing/digitization-service.ts';
import {
  createJpeg,
  createPdf,
  createPdfBomb,
  createPlainPdf,
  createPng,
  createTiff,
  createXml,
  eicar,
} from '../../testing/sample-files.ts';
import { createClamdScanner } from './clamd-scanner.ts';
import { eicarScanner } from './eicar-scanner.ts';
import { FileExaminer } from './file-examiner.ts';
import { FileRefused } from './file-refusal.ts';

let examiner: FileExaminer;
beforeAll(() => {
  examiner = new FileExaminer({ trustDir: undefined, threads: 1, execArgv: examinerExecArgv });
});
afterAll(() => examiner.stop());

const toBytes = (bytes: Buffer | string): Buffer => (typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
const examine = (bytes: Buffer | string, by = examiner) => by.examine(new Uint8Array(toBytes(bytes)));
async function refusalOf(bytes: Buffer | string, by = examiner): Promise<string> {
  try {
    await examine(bytes, by);
    return 'taken';
  } catch (error) {
    return error instanceof FileRefused ? error.code : String(error);
  }
}

describe('a file that is taken', () => {
  it('tells its type by content, its pages and what is known of its signature', async () => {
    const none = { status: 'none', reason: null };
    expect(await examine(await createPdf({ pages: 3 }))).toEqual({ mediaType: 'application/pdf', pages: 3, signature: none });
    expect(await examine(createPng())).toEqual({ mediaType: 'image/png', pages: 1, signature: none });
    expect(await examine(createJpeg())).toEqual({ mediaType: 'image/jpeg', pages: 1, signature: none });
    expect(await examine(createTiff({ pages: 4 }))).toEqual({ mediaType: 'image/tiff', pages: 4, signature: none });
    const forged = { status: 'broken', reason: 'not-covered' };
    expect(await examine(createXml())).toEqual({ mediaType: 'application/xml', pages: 1, signature: forged });
  });
});

describe('a file that is refused', () => {
  it('is of another type, whatever it calls itself', async () => {
    for (const bytes of [
      gzipSync('x'),
      Buffer.from('504b0304140000000800', 'hex'),
      'MZ',
      'hello',
      '{}',
      Buffer.from([0, 1, 2]),
    ]) {
      expect(await refusalOf(bytes)).toBe('file.type-refused');
    }
    expect(await refusalOf('')).toBe('file.empty');
  });

  it('is cut short, wherever it is cut', async () => {
    const whole = [await createPdf({ pages: 2 }), createPng(), createJpeg(), createTiff({ pages: 2 }), createXml()];
    for (const bytes of whole) {
      for (const share of [0.3, 0.5, 0.8, 0.97]) {
        expect(await refusalOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('file.broken');
      }
    }
  });

  it('was changed on its way', async () => {
    const png = createPng();
    png[png.length - 20] = (png[png.length - 20] ?? 0) ^ 1;
    expect(await refusalOf(png)).toBe('file.broken');
    expect(await refusalOf('%PDF-1.7\nnothing\n%%EOF')).toBe('file.broken');
  });

  it('is encrypted', async () => {
    expect(await refusalOf(await createPdf({ encrypted: true }))).toBe('file.encrypted');
  });

  it('unpacks itself to far more than it is, and is not unpacked to find out', async () => {
    // Threads are part of this process.
    const before = process.memoryUsage.rss();
    expect(await refusalOf(createPdfBomb(600))).toBe('file.bomb');
    expect(await refusalOf(createPdfBomb(80, { type: '/Obj#53tm' }))).toBe('file.bomb');
    expect(await refusalOf(createPdfBomb(1, { filter: '[/FlateDecode/FlateDecode]' }))).toBe('file.broken');
    // Ways past a search for what an object stream looks like: text that looks like the head of an object, room before the name.
    expect(await refusalOf(createPdfBomb(80, { extra: '/X ( obj)' }))).toBe('file.bomb');
    expect(await refusalOf(createPdfBomb(80, { extra: ' '.repeat(5_000) }))).toBe('file.bomb');
    expect(await refusalOf(createPdfBomb(80, { extra: '/Kind 9 0 R', type: ' %\n /ObjStm' }))).toBe('file.bomb');
    expect(await refusalOf(createPng({ width: 60_000, height: 60_000 }))).toBe('file.bomb');
    expect(await refusalOf(createJpeg({ width: 65_000, height: 65_000 }))).toBe('file.bomb');
    expect(await refusalOf(createTiff({ pages: 2, loop: true }))).toBe('file.broken');
    const laughs = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;">]>';
    expect(await refusalOf(createXml({ head: laughs, note: '&m;' }))).toBe('file.bomb');
    expect(process.memoryUsage.rss() - before).toBeLessThan(500 * 1_048_576);
  });

  it('is made to take for ever, or to become far more objects than it has bytes: its thread ends, and the next file has another', async () => {
    const hasty = new FileExaminer({
      trustDir: undefined,
      threads: 1,
      timeoutMs: 1_500,
      memoryMb: 2_000,
      execArgv: examinerExecArgv,
    });
    const small = new FileExaminer({
      trustDir: undefined,
      threads: 1,
      timeoutMs: 60_000,
      memoryMb: 48,
      execArgv: examinerExecArgv,
    });
    try {
      await examine(createPng(), small);
      // On a busy machine its thread needs longer to start than a file may take.
      const isTaken = async () => (await refusalOf(createPng(), hasty)) === 'taken';
      await waitFor(isTaken, { describe: 'a thread that has started' });
      expect(await refusalOf(createPlainPdf(`[${'[]'.repeat(3_000_000)}]`), small)).toBe('file.too-complex');
      // Each number could begin a reference, and is read three times: ten seconds and more where nobody ends it.
      expect(await refusalOf(createPlainPdf(`[${'1 '.repeat(10_000_000)}]`), hasty)).toBe('file.too-complex');
      for (const by of [small, examiner]) expect(await refusalOf(createPng(), by)).toBe('taken');
      await waitFor(isTaken, { describe: 'another thread' });
    } finally {
      await Promise.all([hasty.stop(), small.stop()]);
    }
  });

  it('is none of those where a list in it is merely long', async () => {
    expect(await refusalOf(createPlainPdf(`[${'1 '.repeat(1_000_000)}]`))).toBe('taken');
  });

  it.each([
    ['file.has-script', '<</S/JavaScript/JS(app.alert(1))>>'],
    ['file.has-script', '<</S/J#61vaScript>>'],
    ['file.has-script', '<</Names 9 0 R/AA<</O<</S/Rendition/JS 8 0 R>>>>>>'],
    ['file.has-script', '[1 [2 <</A<</S 5 0 R>>>>]]', '/JavaScript'],
    ['file.has-script', '(nothing) % 9 0 obj <</S/JavaScript>> endobj'],
    ['file.has-launch', '<</S/Launch/F(calc.exe)>>'],
    ['file.has-attachment', '<</Names<</EmbeddedFiles 9 0 R>>>>'],
    ['file.has-attachment', '<</Type/Filespec/EF<</F 9 0 R>>>>'],
  ])('does something when it is opened, or carries another file: %s (%s)', async (code, ...objects) => {
    expect(await refusalOf(createPlainPdf(...objects))).toBe(code);
  });

  it('is also a file of another type', async () => {
    const zipEnd = Buffer.from('504b0506000000000100010020000000400000000000', 'hex');
    for (const whole of [await createPdf(), createPng(), createJpeg()])
      expect(await refusalOf(Buffer.concat([whole, zipEnd]))).toBe('file.polyglot');
    expect(await refusalOf(Buffer.concat([Buffer.from('<script>x</script>\n'), await createPdf()]))).toBe('file.polyglot');
    expect(await refusalOf(Buffer.concat([await createPdf(), Buffer.from('<html>x</html>')]))).toBe('file.polyglot');
    const commented = createJpeg();
    const comment = Buffer.concat([Buffer.from('fffe0010', 'hex'), Buffer.from('%PDF-1.7 %%EOF')]);
    expect(await refusalOf(Buffer.concat([commented.subarray(0, 2), comment, commented.subarray(2)]))).toBe('file.polyglot');
  });

  it('is XML that nobody signed', async () => {
    expect(await refusalOf(createXml({ signed: false }))).toBe('file.xml-unsigned');
  });
});

describe('the scanners', () => {
  let clamd: Server;
  let port = 0;
  beforeAll(async () => {
    // Speaks clamd's protocol: takes chunks until an empty one, then answers by what they held.
    clamd = createServer((socket) => {
      let got = Buffer.alloc(0);
      socket.on('data', (chunk) => {
        got = Buffer.concat([got, Buffer.from(chunk)]);
        if (!got.subarray(-4).equals(Buffer.alloc(4))) return;
        socket.end(
          got.includes('EICAR') ? 'stream: Eicar-Test FOUND\0' : got.includes('limit') ? 'INSTREAM size limit\0' : 'stream: OK\0',
        );
      });
    });
    await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
    port = (clamd.address() as { port: number }).port;
  });
  afterAll(() => {
    clamd.close();
  });

  it('find the EICAR test file anywhere in a file, and nothing in a clean one', async () => {
    for (const scanner of [eicarScanner, createClamdScanner(`127.0.0.1:${port}`)]) {
      expect(await scanner.scan(toBytes(`%PDF-1.7 ${eicar}`))).toMatch(/eicar/i);
      expect(await scanner.scan(await createPdf())).toBeUndefined();
    }
  });

  it('fail where clamd cannot tell', async () => {
    await expect(createClamdScanner(`127.0.0.1:${port}`).scan(toBytes('limit'))).rejects.toThrow('clamd answered');
  });
});
