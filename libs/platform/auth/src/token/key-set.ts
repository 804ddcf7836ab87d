import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { readFile } from 'node:fs/promises';

/** An unknown key id makes a file be read again (a key was added), but not more often than this. */
const rereadAfterMs = 5_000;

/** The keys that may have signed: of an http(s) URL (fetched and kept by jose), or of a file. */
export function createKeySet(location: string): JWTVerifyGetKey {
  return /^https?:\/\//.test(location) ? createRemoteJWKSet(new URL(location)) : createFileKeySet(location);
}

function createFileKeySet(path: string): JWTVerifyGetKey {
  let readAt = 0;
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const read = () => {
    readAt = Date.now();
    return (keys = readKeys(path));
  };
  return async (header, token) => {
    const known = await (keys ?? read());
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || Date.now() - readAt < rereadAfterMs) throw error;
      return (await read())(header, token);
    }
  };
}

async function readKeys(path: string): Promise<JWTVerifyGetKey> {
  return createLocalJWKSet(JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet);
}
