import { Public } from '@motcua/auth';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(import.meta.dirname, 'page', name), 'utf8');
const forFiveMinutes = 'public, max-age=300';

/** The page on which a citizen rates, at `/rate#<token>`; it asks for nothing but the questions and sends nothing but the rating. */
@ApiExcludeController()
@Public()
@Controller('rate')
export class RatingPageController {
  readonly #page = read('rate.html');
  readonly #script = read('rate.js');
  readonly #style = read('rate.css');

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', forFiveMinutes)
  getPage(): string {
    return this.#page;
  }

  @Get('rate.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', forFiveMinutes)
  getScript(): string {
    return this.#script;
  }

  @Get('rate.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', forFiveMinutes)
  getStyle(): string {
    return this.#style;
  }
}
