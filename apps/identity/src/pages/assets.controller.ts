import { Public } from '@motcua/auth';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(import.meta.dirname, 'assets', name), 'utf8');
const forFiveMinutes = 'public, max-age=300';

/** What the pages look like. */
@ApiExcludeController()
@Public()
@Controller('identity/assets')
export class AssetsController {
  readonly #style = read('style.css');
  readonly #mark = read('mark.svg');

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', forFiveMinutes)
  getStyle(): string {
    return this.#style;
  }

  @Get('mark.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', forFiveMinutes)
  getMark(): string {
    return this.#mark;
  }
}
