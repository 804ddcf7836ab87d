import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export const MAX_FILE_BYTES = 50 * 1_048_576;

/** Bodies of multipart/form-data, as streams: one file, a few small fields beside it. Before `listen`. */
export async function acceptUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES, files: 2, fields: 10, fieldSize: 1_000, headerPairs: 50, parts: 12 },
    throwFileSizeLimit: false,
  });
}
