import { Requires } from '@motcua/access';
import { KeyRotation, KeysInUse, RotateKeys } from '@motcua/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post, type Type } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';

/** What rewrites with the active keys of a service, a few seconds at a time. */
export interface Rotation {
  count(): Promise<KeysInUse>;
  rotate(cursor: string | undefined): Promise<KeyRotation>;
}

export interface KeysControllerOptions {
  /** Such as `v1/applicant-keys`. */
  readonly path: string;
  /** What the module provides the rotation as. */
  readonly rotation: abstract new (...parts: never[]) => Rotation;
  /** What each of its two operations does, for its OpenAPI document. */
  readonly summaries: { readonly count: string; readonly rotate: string };
}

/** A Nest controller, `GET <path>` and `POST <path>/rotation`: for operators alone. `motcua keys` asks one of each service that encrypts. */
export function createKeysController({ path, rotation: provided, summaries }: KeysControllerOptions): Type {
  @ApiTags('keys')
  @Controller(path)
  @Requires('operate')
  class KeysController {
    constructor(@Inject(provided) private readonly rotation: Rotation) {}

    @Get()
    @ApiOperation({ summary: summaries.count })
    @ApiResponse({ status: 200, description: 'The keys.', standardSchema: KeysInUse })
    count(): Promise<KeysInUse> {
      return this.rotation.count();
    }

    @Post('rotation')
    @HttpCode(200)
    @ApiOperation({ summary: summaries.rotate })
    @ApiResponse({ status: 200, description: 'How far it came.', standardSchema: KeyRotation })
    rotate(@Body({ schema: RotateKeys }) { cursor }: RotateKeys): Promise<KeyRotation> {
      return this.rotation.rotate(cursor);
    }
  }
  return KeysController;
}
