import type { TableFile, TableFormat } from '@motcua/tables';
import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';

/** A file as an answer, written to whoever asked as it is made. */
export const toDownload = ({ type, body }: TableFile, format: TableFormat, name: string): StreamableFile =>
  new StreamableFile(Readable.from(body), { type, disposition: `attachment; filename="${name}.${format}"` });
