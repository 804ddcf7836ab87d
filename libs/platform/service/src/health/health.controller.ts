import { Requires } from '@motcua/access';
import { ServiceHealth } from '@motcua/contracts';
import { HealthChecks, type Readiness } from '@motcua/http';
import { NeedsNoReference } from '@motcua/reference';
import { Controller, Get, Inject, type Type } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';

/**
 * A Nest controller, `GET v1/operations/<service>`: what its own port of operations says of readiness, for operators who reach the public
 * API alone. It answers 200 whether the service is ready or not, as long as it answers at all.
 */
export function createHealthController(service: string): Type {
  @ApiTags('operation')
  @Controller(`v1/operations/${service}`)
  class HealthController {
    constructor(@Inject(HealthChecks) private readonly health: HealthChecks) {}

    @Get()
    @Requires('operate')
    @NeedsNoReference()
    @ApiOperation({ summary: 'Whether the service is ready, why not, and how far its projections and relays are.' })
    @ApiResponse({ status: 200, description: 'How it is.', standardSchema: ServiceHealth })
    read(): Promise<Readiness> {
      return this.health.readiness();
    }
  }
  return HealthController;
}
