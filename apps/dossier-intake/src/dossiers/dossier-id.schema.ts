import { z } from 'zod';

export const DossierId = z.uuid().describe('The dossier id.');
