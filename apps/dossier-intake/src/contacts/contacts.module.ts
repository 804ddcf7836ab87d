import { Module } from '@nestjs/common';
import { ApplicantContacts } from './applicant-contacts.ts';
import { ContactController } from './contact.controller.ts';

/** How applicants are reached, for the services that ask. */
@Module({ controllers: [ContactController], providers: [ApplicantContacts] })
export class ContactsModule {}
