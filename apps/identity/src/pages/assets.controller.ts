import { Public } from '@motcua/auth';
import { pageStyle } from '@motcua/http/page';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(import.meta.dirname, 'assets', name), 'utf8');
const forFiveMinutes = 'public, max-age=300';

/** What the pages look like, and the one script that one of them has. */
@ApiExcludeController()
@Public()
@Controller('identity/assets')
export class AssetsController {
  readonly #style = `${pageStyle}\n${read('style.css')}`;
  readonly #mark = read('mark.svg');
  readonly #sendForm = read('send-form.js');

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

  @Get('send-form.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', forFiveMinutes)
  getSendForm(): string {
    return this.#sendForm;
  }
}
