import { REBUILDER, RebuildModule } from '@motcua/service';
import { FigureRebuilder } from './figure-rebuilder.ts';

/** Facts and cells anew, beside the ones in use. */
export const figureRebuild = RebuildModule.at('v1/rebuild', [
  FigureRebuilder,
  { provide: REBUILDER, useExisting: FigureRebuilder },
]);
