import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module.ts';
import { ApplicantContacts } from './applicant-contacts.ts';
import { ContactController } from './contact.controller.ts';

/** How applicants are reached, for the services that ask. */
@Module({ imports: [DossiersModule], controllers: [ContactController], providers: [ApplicantContacts] })
export class ContactsModule {}
