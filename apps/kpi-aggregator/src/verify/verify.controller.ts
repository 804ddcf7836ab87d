import { Requires } from '@motcua/access';
import { Code, VerifyReport } from '@motcua/contracts';
import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { VerifyService } from './verify.service.ts';

const VerifyParameters = z.object({
  unit: Code.optional().describe('Compare the figures of this unit and those below it alone.'),
  wait: z.coerce.number().min(0).max(300).default(30).describe('Seconds to wait for relay and projection.'),
});
type VerifyParameters = z.infer<typeof VerifyParameters>;

@ApiTags('operation')
@Requires('operate')
@Controller('v1/verify')
export class VerifyController {
  constructor(private readonly service: VerifyService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Recomputes facts, cells and every indicator from the event logs and lists each difference.' })
  @ApiResponse({ status: 200, description: 'Equal, different, or why not comparable now.', standardSchema: VerifyReport })
  verify(@Query({ schema: VerifyParameters }) { unit, wait }: VerifyParameters): Promise<VerifyReport> {
    return this.service.verify({ ...(unit === undefined ? {} : { unit }), waitMs: wait * 1000 });
  }
}
