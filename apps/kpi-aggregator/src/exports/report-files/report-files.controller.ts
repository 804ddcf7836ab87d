import { Requires } from '@motcua/access';
import { ReportFile } from '@motcua/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { fileUnknown } from './problems.ts';
import { ReportFileStore } from './report-file.store.ts';

/** Whether a file was written here. Who holds it has its figures already, so that nothing is told but what it is of. */
@ApiTags('figures')
@Controller('v1/reports/files')
export class ReportFilesController {
  constructor(private readonly files: ReportFileStore) {}

  @Get(':hash')
  @Requires('reports.read')
  @ApiOperation({ summary: 'Whether a file with this content was written here, of what and when.' })
  @ApiResponse({ status: 200, description: 'What the file is of.', standardSchema: ReportFile })
  async read(@Param('hash', { schema: ReportFile.shape.hash }) hash: string): Promise<ReportFile> {
    const file = await this.files.find(hash);
    if (file === undefined) throw fileUnknown(hash);
    return file;
  }
}
