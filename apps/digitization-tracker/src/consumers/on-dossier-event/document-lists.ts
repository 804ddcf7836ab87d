import type { DossierSnapshot } from '@motcua/contracts';
import type { DocumentList } from '@motcua/digitization';
import { TransientError } from '@motcua/kafka';
import { NOW } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { ReferenceData } from '../../reference/reference-data.ts';
import { toLocalDate } from '../../documents/local-date.ts';

/** The catalogue's topic and the dossiers' have no order between them: a procedure published just before its first dossier may come later. */
const TIMEOUT_MS = 5_000;

/** The documents of a dossier's procedure, in the wording of the day it was received. */
@Injectable()
export class DocumentLists {
  readonly #missingSince = new Map<string, number>();

  constructor(
    private readonly data: ReferenceData,
    @Inject(NOW) private readonly now: () => number = Date.now,
  ) {}

  /** Undefined: the catalogue lists none. @throws TransientError while an unknown procedure may still come */
  find({ procedure, timeZone, receivedAt }: DossierSnapshot & { readonly receivedAt: string }): DocumentList | undefined {
    const document = this.data.findProcedure(procedure, toLocalDate(timeZone, Date.parse(receivedAt)));
    if (document !== undefined) return document;
    const since = this.#missingSince.get(procedure) ?? this.now();
    this.#missingSince.set(procedure, since);
    if (this.now() - since < TIMEOUT_MS) throw new TransientError(`the procedure ${procedure} is not known yet`);
    return undefined;
  }
}
