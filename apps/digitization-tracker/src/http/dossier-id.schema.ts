import { z } from 'zod';

export const DossierId = z.uuid().describe('Id of the dossier.');
