import { Requires } from '@motcua/access';
import { PreviewTemplate, TemplateList, TemplatePreview } from '@motcua/contracts';
import { ProblemError } from '@motcua/http';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { listTemplates, previewTemplate } from './preview-template.ts';
import { TemplateBook } from './template-book.ts';
import { TemplateError } from './template-error.ts';

/** For everybody who may sign in: texts and samples hold nothing of anybody. */
@ApiTags('templates')
@Controller('v1/notification-templates')
@Requires('reference.read')
export class TemplatesController {
  constructor(@Inject(TemplateBook) private readonly book: TemplateBook) {}

  @Get()
  @ApiOperation({ summary: 'Every template, in its newest version.' })
  @ApiResponse({ status: 200, description: 'The templates.', standardSchema: TemplateList })
  list(): TemplateList {
    return listTemplates(this.book);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'A template as it would be sent, with its sample or with variables of your own. Sends nothing.' })
  @ApiResponse({
    status: 200,
    description: 'Subject, text, HTML, and the size as a short message.',
    standardSchema: TemplatePreview,
  })
  preview(@Param('id') id: string, @Body({ schema: PreviewTemplate }) body: PreviewTemplate): TemplatePreview {
    try {
      return previewTemplate(this.book, id, body);
    } catch (error) {
      throw error instanceof TemplateError ? toProblem(error) : error;
    }
  }
}

const titles = {
  'template.unknown': { vi: 'Không có mẫu thông báo này', en: 'There is no such template' },
  'template.variables-invalid': { vi: 'Dữ liệu của mẫu không hợp lệ', en: 'The variables of the template are not valid' },
  'template.personal-data': { vi: 'Nội dung lộ dữ liệu cá nhân', en: 'The text would show personal data' },
  'template.not-rendered': { vi: 'Không dựng được nội dung từ mẫu', en: 'The template cannot be rendered' },
} as const;

const toProblem = ({ code, message }: TemplateError): ProblemError =>
  new ProblemError({ status: code === 'template.unknown' ? 404 : 422, code, titles: titles[code], detail: message });
