import type { Config } from '../../config.ts';
import type { ContentNames, ContentStore } from './content-store.ts';
import { FileKeys } from './file-keys.ts';
import { LocalObjects } from './local-objects.ts';
import type { ObjectStore } from './object-store.ts';
import { S3Objects } from './s3-objects.ts';
import { SealedStore } from './sealed-store.ts';

/** The store that the configuration names. */
export const createStore = (config: Config, names: ContentNames): ContentStore =>
  new SealedStore(createObjects(config), new FileKeys(config.FILE_KEYS, config.FILE_NAME_KEY), names);

function createObjects(config: Config): ObjectStore {
  const { STORE_DIR, S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = config;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (bucket === undefined) return new LocalObjects(STORE_DIR ?? '');
  const hasKey = accessKeyId !== undefined && secretAccessKey !== undefined;
  return new S3Objects({ bucket, region, endpoint, credentials: hasKey ? { accessKeyId, secretAccessKey } : undefined });
}
