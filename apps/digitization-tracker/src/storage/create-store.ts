import type { Config } from '../config.ts';
import type { ContentStore } from './content-store.ts';
import { LocalStore } from './local-store.ts';
import { S3Store } from './s3-store.ts';

/** The store that the configuration names. */
export function createStore(config: Config): ContentStore {
  const { STORE_DIR, S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = config;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (bucket === undefined) return new LocalStore(STORE_DIR ?? '');
  const hasKey = accessKeyId !== undefined && secretAccessKey !== undefined;
  return new S3Store({ bucket, region, endpoint, credentials: hasKey ? { accessKeyId, secretAccessKey } : undefined });
}
