import { CONFIG } from '@motcua/service';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { openTemplateBook, TemplateBook } from './template-book.ts';
import { TemplatesController } from './templates.controller.ts';

/** What notices say, by channel and language. */
@Global()
@Module({
  controllers: [TemplatesController],
  providers: [
    {
      provide: TemplateBook,
      inject: [CONFIG],
      useFactory: ({ SMS_UNICODE: smsUnicode }: Config) => openTemplateBook({ smsUnicode }),
    },
  ],
  exports: [TemplateBook],
})
export class TemplatesModule {}
