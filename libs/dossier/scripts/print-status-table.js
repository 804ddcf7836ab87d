// Prints docs/status-table.md: node libs/dossier/scripts/print-status-table.js > docs/status-table.md (after a build).
import { stdout } from 'node:process';
import { toStatusTableMarkdown } from '@motcua/dossier';

stdout.write(toStatusTableMarkdown());
