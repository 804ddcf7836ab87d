import { html, type Html } from './html.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly autocomplete: string;
  readonly value?: string | undefined;
  readonly isNumeric?: boolean;
  readonly isFocused?: boolean;
  readonly isWrong?: boolean;
  readonly maxLength?: number;
}

/** A label with its input; of several on a page one has the focus. */
export function field(options: Field): Html {
  const { name, label, hint, type = 'text', autocomplete, value, isNumeric, isFocused, isWrong, maxLength = 200 } = options;
  return html`<label for="${name}">${label}</label>
    ${hint === undefined ? undefined : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      maxlength="${maxLength}"
      required
      autocapitalize="none"
      spellcheck="false"
      ${value === undefined ? undefined : html` value="${value}"`}
      ${isNumeric === true ? html` inputmode="numeric"` : undefined}${isFocused === true ? html` autofocus` : undefined}
      ${isWrong === true ? html` aria-invalid="true"` : undefined}${hint === undefined ? undefined : html` aria-describedby="${name}-hint"`}
    />`;
}

export interface Form {
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly fields?: readonly Html[];
  readonly submit: string;
  /** A second button, which sends this beside the fields and needs none of them. */
  readonly other?: { readonly label: string; readonly name: string };
  /** The button that goes on sends this too. */
  readonly sends?: readonly [name: string, value: string];
}

export function form({ action, hidden = {}, fields = [], submit, other, sends }: Form): Html {
  const kept = Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  return html`<form method="post" action="${action}">
    ${kept}${fields}
    <button type="submit" ${sends === undefined ? undefined : html` name="${sends[0]}" value="${sends[1]}"`}>${submit}</button>
    ${other === undefined ? undefined : html`<button type="submit" class="other" name="${other.name}" value="yes" formnovalidate>${other.label}</button>`}
  </form>`;
}
