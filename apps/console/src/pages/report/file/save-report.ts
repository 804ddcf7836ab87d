import regular from '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf?url';
import bold from '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf?url';
import type { SupervisionReport } from '@motcua/contracts';
import { toDocument, type DocumentRecommendation } from '@motcua/report';
import { saveBlob } from '../../../ui/save-file.ts';

export type ReportFileFormat = 'docx' | 'pdf';

/** Writes the report as it stands on the page and gives it to the reader. What writes it is loaded when it is asked for. */
export async function saveReport(
  report: SupervisionReport,
  format: ReportFileFormat,
  { asOf, recommendations }: { readonly asOf: string; readonly recommendations: readonly DocumentRecommendation[] },
): Promise<void> {
  const document = toDocument(report, asOf, recommendations);
  const blob = format === 'docx' ? await writeDocx(document) : await writePdf(document);
  saveBlob(blob, `${report.unit}-${report.period.from}-${report.period.to}.${format}`);
}

async function writeDocx(document: ReturnType<typeof toDocument>): Promise<Blob> {
  const [{ Packer }, { toDocx }] = await Promise.all([import('docx'), import('./to-docx.ts')]);
  return Packer.toBlob(toDocx(document));
}

async function writePdf(document: ReturnType<typeof toDocument>): Promise<Blob> {
  const [{ default: pdfmake }, { toPdf, pdfFont }] = await Promise.all([import('pdfmake/build/pdfmake'), import('./to-pdf.ts')]);
  const at = (path: string): string => new URL(path, window.location.href).href;
  const fonts = { normal: at(regular), bold: at(bold), italics: at(regular), bolditalics: at(bold) };
  pdfmake.addFonts({ [pdfFont]: fonts });
  return pdfmake.createPdf(toPdf(document)).getBlob();
}
