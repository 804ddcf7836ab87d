import type { Instant } from '@motcua/calendar';
import type { Post } from '@motcua/organisation';
import { ReferenceReader } from '@motcua/reference';
import { Injectable } from '@nestjs/common';
import { UnitDirectory } from '../../people/unit-directory.ts';
import type { StaffPlaces } from './address-book.ts';

/** Who works where, and whether all of it has been read. */
@Injectable()
export class StaffDirectory implements StaffPlaces {
  constructor(
    private readonly directory: UnitDirectory,
    private readonly reference: ReferenceReader,
  ) {}

  get isLoaded(): boolean {
    return this.reference.isLoaded;
  }

  knowsStaff(id: string): boolean {
    return this.directory.knowsStaff(id);
  }

  findPost(id: string, at: Instant): Post | undefined {
    return this.directory.findPost(id, at);
  }
}
