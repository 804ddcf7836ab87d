import { may, requirePermission, Requires } from '@motcua/access';
import { CurrentActor, type Actor } from '@motcua/auth';
import { Code, PlacedBy, PutStaffContact, StaffContact, StaffContactPage, StaffPreferences } from '@motcua/contracts';
import { encodeCursor, parseCursor } from '@motcua/http';
import { type Queryable, toTransaction, readClock } from '@motcua/postgres';
import { ReferenceGuard } from '@motcua/reference';
import { POOL } from '@motcua/service';
import { Body, Controller, Get, Inject, Param, Put, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { z } from 'zod';
import { mutedUnknown, staffUnknown } from '../http/problems.ts';
import { UnitDirectory } from './unit-directory.ts';
import { TemplateBook } from '../templates/template-book.ts';
import { ContactStore } from './contact.store.ts';
import { findContacts } from './list-contacts.ts';
import { findPlace } from './person.ts';
import { toStaffContact, withoutContact, type StaffRow } from './staff-row.ts';

const ListParameters = z.object({
  unit: Code.optional().describe('Unit whose subtree is listed; absent: everybody, for administrators.'),
  placedBy: PlacedBy.optional().describe('notification: only those of whom the catalogue does not know yet where they work.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('People a page.'),
});
type ListParameters = z.infer<typeof ListParameters>;

const Position = z.strictObject({ id: z.string() });

/** How staff are reached: entered by administrators, read by who leads, preferences their own. Who works where is the catalogue's. */
@ApiTags('staff')
@UseGuards(ReferenceGuard)
@Controller('v1')
export class ContactsController {
  readonly #database: Queryable;

  constructor(
    @Inject(POOL) pool: Pool,
    private readonly contacts: ContactStore,
    private readonly directory: UnitDirectory,
    private readonly templates: TemplateBook,
  ) {
    this.#database = toTransaction(pool);
  }

  @Get('staff-contacts')
  @Requires('contacts.list')
  @ApiOperation({ summary: 'How the staff of a unit and those below it are reached, for its head, leaders and administrators.' })
  @ApiResponse({ status: 200, description: 'A page, by id.', standardSchema: StaffContactPage })
  async list(@CurrentActor() actor: Actor, @Query({ schema: ListParameters }) query: ListParameters): Promise<StaffContactPage> {
    const { unit, placedBy, cursor, limit } = query;
    requirePermission(actor, 'contacts.list', unit === undefined ? [] : this.directory.pathOf(unit));
    const after = cursor === undefined ? '' : parseCursor(cursor, Position).id;
    const now = await readClock(this.#database, 'notification');
    const found = findContacts(await this.contacts.list(), this.directory, { unit, placedBy, after, limit: limit + 1, now });
    const staff = found.slice(0, limit);
    return { unit: unit ?? null, staff, next: found.length > limit ? encodeCursor({ id: staff.at(-1)?.id ?? '' }) : null };
  }

  @Get('staff/:id/contact')
  @Requires('contacts.read')
  @ApiOperation({ summary: 'How somebody is reached: oneself, or of one’s subtree for who leads it.' })
  @ApiResponse({ status: 200, description: 'The addresses, and where they work today.', standardSchema: StaffContact })
  async find(@CurrentActor() actor: Actor, @Param('id', { schema: Code }) id: string): Promise<StaffContact> {
    const row = await this.contacts.find(id);
    const contact = await this.#toContact(row ?? withoutContact(id));
    // Who may not look is not told whether there is such a person.
    if (!may(actor, 'contacts.read', { person: id }))
      requirePermission(actor, 'contacts.read', this.directory.pathOf(contact.place?.unit ?? ''));
    if (row === null && !this.directory.knowsStaff(id)) throw staffUnknown(id);
    return contact;
  }

  @Put('staff/:id/contact')
  @Requires('contacts.write')
  @ApiOperation({ summary: 'Enters or changes how somebody is reached.' })
  @ApiResponse({ status: 200, description: 'As it is entered now.', standardSchema: StaffContact })
  async put(
    @Param('id', { schema: Code }) id: string,
    @Body({ schema: PutStaffContact }) body: PutStaffContact,
  ): Promise<StaffContact> {
    if (body.preferences !== undefined) this.#requireTemplates(body.preferences);
    return this.#toContact(await this.contacts.put(id, body));
  }

  @Put('staff/:id/preferences')
  @Requires('preferences.write', 'contacts.write')
  @ApiOperation({
    summary: 'What somebody wants to be notified of, and how: their own choice. What is mandatory is sent all the same.',
  })
  @ApiResponse({ status: 200, description: 'As it is entered now.', standardSchema: StaffContact })
  async prefer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Code }) id: string,
    @Body({ schema: StaffPreferences }) body: StaffPreferences,
  ): Promise<StaffContact> {
    if (!may(actor, 'preferences.write', { person: id })) requirePermission(actor, 'contacts.write');
    const isKnown = this.directory.knowsStaff(id) || (await this.contacts.find(id)) !== null;
    if (!isKnown) throw staffUnknown(id);
    this.#requireTemplates(body);
    return this.#toContact(await this.contacts.prefer(id, body));
  }

  async #toContact(row: StaffRow): Promise<StaffContact> {
    const now = await readClock(this.#database, 'notification');
    return toStaffContact(row, findPlace(this.directory, row, now) ?? null);
  }

  /** What is muted is a template; a list that took any text would keep it. */
  #requireTemplates({ mute }: StaffPreferences): void {
    if (!mute.every((template) => this.templates.has(template))) throw mutedUnknown();
  }
}
