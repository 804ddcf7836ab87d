/**
 * What is used of pdfmake. Its published types bring those of browsers with them, and with them the globals of a browser into every service:
 * `fetch` and streams would mean something else everywhere.
 */
declare module 'pdfmake/js/index.js' {
  export type Margin = [left: number, top: number, right: number, bottom: number];
  export interface Style {
    bold?: boolean;
    italics?: boolean;
    fontSize?: number;
    lineHeight?: number;
    font?: string;
    color?: string;
    noWrap?: boolean;
    alignment?: 'left' | 'center' | 'right' | 'justify';
    margin?: Margin;
  }
  export interface Cell extends Style {
    text: string;
    border?: boolean[];
  }
  export interface TableContent extends Style {
    table: { headerRows?: number; dontBreakRows?: boolean; widths: string[]; body: Cell[][] };
    layout?: Record<string, (index: number) => unknown>;
  }
  export type Content =
    | (Style & { text: string | Content[] })
    | (Style & { stack: Content[]; unbreakable?: boolean; width?: string })
    | (Style & { columns: Content[]; columnGap?: number; unbreakable?: boolean })
    | (Style & { ol: Content[] })
    | (Style & { qr: string; fit: number; eccLevel: 'L' | 'M' | 'Q' | 'H' })
    | (Style & { canvas: { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number }[] })
    | TableContent;
  export interface Definition {
    pageSize: 'A4' | 'A5';
    pageMargins: Margin;
    language: string;
    info: Record<string, string | Date>;
    defaultStyle: Style;
    watermark?: { text: string; color: string; opacity: number; bold: boolean };
    footer: (page: number, pages: number) => Content;
    content: Content[];
  }
  interface Pdfmake {
    setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
    setUrlAccessPolicy(mayFetch: (url: string) => boolean): void;
    addFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: Pdfmake;
  export default pdfmake;
}
