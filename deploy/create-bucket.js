/**
 * Creates the bucket of dossiers' files in an S3-compatible store, unless it is there; may be repeated. A bucket of a cloud is better made
 * by whoever looks after it, with its encryption and its backup.
 *
 *   S3_ENDPOINT=http://file-store:8333 S3_BUCKET=motcua-files S3_ACCESS_KEY_ID=… S3_SECRET_ACCESS_KEY=… node deploy/create-bucket.js
 */
import { CreateBucketCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';

const { S3_ENDPOINT: endpoint, S3_BUCKET: Bucket, S3_REGION: region = 'us-east-1' } = process.env;
const { S3_ACCESS_KEY_ID: accessKeyId = '', S3_SECRET_ACCESS_KEY: secretAccessKey = '' } = process.env;
// Right after its start a store listens before it can answer.
const maxAttempts = 10;
const client = new S3Client({
  endpoint,
  region,
  forcePathStyle: true,
  credentials: { accessKeyId, secretAccessKey },
  maxAttempts,
});

if (await isThere()) console.log(`bucket ${Bucket} is there`);
else {
  await client.send(new CreateBucketCommand({ Bucket }));
  console.log(`created bucket ${Bucket}`);
}

async function isThere() {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return true;
  } catch (error) {
    if (error.$metadata?.httpStatusCode === 404) return false;
    throw error;
  }
}
