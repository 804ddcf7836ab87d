import type { Block, Field, Sheet } from '@motcua/forms';
import type { Cell, Content, TableContent } from 'pdfmake/js/index.js';

const GAP = { A5: 1, A4: 3 } as const;
const bottom = [false, false, false, true];
const none = [false, false, false, false];
/** How many lines are left to write on where a list is empty. */
const EMPTY_LINES = 3;

export function toBlock(block: Block, size: Sheet['size']): Content {
  const margin: [number, number, number, number] = [0, GAP[size], 0, GAP[size]];
  switch (block.kind) {
    case 'fields':
      return { ...toFields(block.fields), margin };
    case 'paragraph':
      return { text: block.text, alignment: 'justify', margin };
    case 'list': {
      const items =
        block.items.length === 0 ? Array.from({ length: EMPTY_LINES }, () => toFields([{ label: '', value: null }])) : null;
      return {
        stack: [{ text: block.label }, { ol: items ?? block.items.map((text) => ({ text })), margin: [8, 0, 0, 0] }],
        margin,
      };
    }
    case 'table':
      return { ...toTable(block.columns, block.rows), margin: [0, 6, 0, 6] };
  }
}

/** Labels with what is known; under what is not there is a dotted line. One alone runs on behind its label and wraps under it. */
function toFields(fields: readonly Field[]): TableContent | { text: Content[] } {
  const [only] = fields;
  if (fields.length === 1 && only !== undefined && only.value !== null) return { text: toRun(only, only.value) };
  return {
    layout: dotted,
    table: {
      widths: fields.flatMap(({ value }) => (value === null ? ['auto', '*'] : ['auto', fields.length === 1 ? '*' : 'auto'])),
      body: [fields.flatMap(toCells)],
    },
  };
}

const toRun = ({ label, isStrong = false }: Field, value: string): Content[] => [
  { text: label === '' ? '' : `${label}: ` },
  { text: value, bold: isStrong },
];

function toCells({ label, value, isStrong = false }: Field): Cell[] {
  const text = label === '' ? '' : `${label}:`;
  return [
    { text, noWrap: true, border: none },
    value === null ? { text: ' ', border: bottom } : { text: value, bold: isStrong, border: none, margin: [0, 0, 8, 0] },
  ];
}

const dotted = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0,
  hLineStyle: () => ({ dash: { length: 0.8, space: 1.6 } }),
  paddingLeft: (column: number) => (column === 0 ? 0 : 2),
  paddingRight: () => 2,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

function toTable(columns: readonly string[], rows: readonly (readonly string[])[]): TableContent {
  const head = columns.map((text) => ({ text, bold: true, alignment: 'center' as const }));
  const narrow = (text: string): boolean => text.length <= 9;
  return {
    fontSize: 10,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      // What is noted, in the last, is written by hand too.
      widths: columns.map((text, index) => (narrow(text) && index < columns.length - 1 ? 'auto' : '*')),
      body: [
        head,
        ...rows.map((cells) =>
          cells.map((text) => ({ text, alignment: text.length <= 2 ? ('center' as const) : ('left' as const) })),
        ),
      ],
    },
  };
}
