import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Sealed {
  readonly owner: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly content: ArrayBuffer;
}

interface Schema extends DBSchema {
  /** One key a person; the browser keeps it and hands out no bytes of it. */
  keys: { key: string; value: CryptoKey };
  kept: { key: string; value: Sealed; indexes: { owner: string } };
}

const NAME = 'motcua-kept';
let opened: Promise<IDBPDatabase<Schema>> | undefined;

const open = (): Promise<IDBPDatabase<Schema>> =>
  (opened ??= openDB<Schema>(NAME, 1, {
    upgrade: (database) => {
      database.createObjectStore('keys');
      database.createObjectStore('kept').createIndex('owner', 'owner');
    },
  }));

async function getKey(owner: string): Promise<CryptoKey> {
  const database = await open();
  const known = await database.get('keys', owner);
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have been first: what is there counts.
  const transaction = database.transaction('keys', 'readwrite');
  const first = await transaction.store.get(owner);
  if (first === undefined) await transaction.store.put(made, owner);
  await transaction.done;
  return first ?? made;
}

/** Keeps a value in this browser, sealed so that only this console, with the person's key, can read it. */
export async function keep(owner: string, id: string, value: unknown): Promise<void> {
  const key = await getKey(owner);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const content = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)));
  await (await open()).put('kept', { owner, iv, content }, `${owner} ${id}`);
}

export async function drop(owner: string, id: string): Promise<void> {
  await (await open()).delete('kept', `${owner} ${id}`);
}

export async function find<Value>(owner: string, id: string): Promise<Value | undefined> {
  const sealed = await (await open()).get('kept', `${owner} ${id}`);
  return sealed === undefined ? undefined : unseal<Value>(sealed);
}

/** Everything of a person's whose id begins so. */
export async function list<Value>(owner: string, prefix: string): Promise<Value[]> {
  const begin = `${owner} ${prefix}`;
  const all = await (await open()).getAll('kept', IDBKeyRange.bound(begin, `${begin}\uffff`));
  return Promise.all(all.map((sealed) => unseal<Value>(sealed)));
}

/** Removes all that is kept, and the keys: at sign-out, and before somebody else's is kept. */
export async function forgetAll(): Promise<void> {
  const transaction = (await open()).transaction(['keys', 'kept'], 'readwrite');
  await Promise.all([transaction.objectStore('keys').clear(), transaction.objectStore('kept').clear(), transaction.done]);
}

/** Removes what others left behind on this device. */
export async function forgetOthers(owner: string): Promise<void> {
  const database = await open();
  const owners = await database.getAllKeys('keys');
  if (owners.some((other) => other !== owner)) await forgetAll();
}

async function unseal<Value>({ owner, iv, content }: Sealed): Promise<Value> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await getKey(owner), content);
  return JSON.parse(new TextDecoder().decode(text)) as Value;
}
