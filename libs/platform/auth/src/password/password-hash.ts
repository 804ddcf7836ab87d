import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Costs of scrypt: 2^ln · r · 128 bytes of memory, p times over. */
interface Costs {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB, three times over: as hard as OWASP asks, and eight sign-ins at once take no more than 256 MiB. */
const CURRENT: Costs = { ln: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const written = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

/** @returns `$scrypt$ln=…,r=…,p=…$salt$key`, with all that is needed to check a password against it later */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, CURRENT);
  return `$scrypt$${toText(CURRENT)}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Whether it is the password of that hash. It takes as long either way. @throws where the hash is none of ours */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const { costs, salt, key } = parse(hash);
  return timingSafeEqual(await derive(password, salt, costs), key);
}

/** Written with other costs than today's: the next sign-in is the moment to write it anew. */
export const isOutdatedHash = (hash: string): boolean => toText(parse(hash).costs) !== toText(CURRENT);

function parse(hash: string): { readonly costs: Costs; readonly salt: Buffer; readonly key: Buffer } {
  const [, ln, r, p, salt = '', key = ''] = written.exec(hash) ?? [];
  if (key === '') throw new Error('a stored password hash is not one of scrypt');
  const costs = { ln: Number(ln), r: Number(r), p: Number(p) };
  return { costs, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
}

/** NFKC: the same letters count the same, however a keyboard composes them. */
function derive(password: string, salt: Buffer, { ln, r, p }: Costs): Promise<Buffer> {
  const N = 2 ** ln;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

const toText = ({ ln, r, p }: Costs): string => `ln=${ln},r=${r},p=${p}`;
