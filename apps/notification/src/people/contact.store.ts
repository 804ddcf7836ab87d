import type { PutStaffContact, StaffPreferences } from '@motcua/contracts';
import { clockNow } from '@motcua/postgres/entities';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { StaffEntity } from './staff.entity.ts';

/** How staff are reached, and what they wish. */
@Injectable()
export class ContactStore {
  constructor(@InjectRepository(StaffEntity) private readonly staff: Repository<StaffEntity>) {}

  /** Enters or changes how somebody is reached; their preferences stay where none are given, and what was entered of their place. */
  async put(id: string, { preferences, ...contact }: PutStaffContact): Promise<StaffEntity> {
    await this.staff.upsert({ id, ...contact, ...preferences, updatedAt: clockNow }, ['id']);
    return this.staff.findOneByOrFail({ id });
  }

  /** Keeps what somebody wishes, also of whom no address was entered. */
  async prefer(id: string, { mute, channels, digest }: StaffPreferences): Promise<StaffEntity> {
    await this.staff
      .createQueryBuilder()
      .insert()
      .values({ id, language: 'vi', mute, channels, digest, updatedAt: clockNow })
      .orUpdate(['mute', 'channels', 'digest', 'updated_at'], ['id'])
      .execute();
    return this.staff.findOneByOrFail({ id });
  }

  find(id: string): Promise<StaffEntity | null> {
    return this.staff.findOneBy({ id });
  }

  /** Of everybody. */
  list(): Promise<StaffEntity[]> {
    return this.staff.find();
  }
}
