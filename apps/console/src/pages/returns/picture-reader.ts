import decodeQR from 'qr/decode.js';

/** The browser's own reader, where it has one. */
interface Detector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The text of the QR code that a picture shows; null: it shows none. */
export type ReadPicture = (video: HTMLVideoElement) => Promise<string | null>;

/** Reads by what the browser has, else by the library that draws the slips' codes too. */
export async function createReader(): Promise<ReadPicture> {
  const own = (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  if (own === undefined || !formats.includes('qr_code')) return readByLibrary();
  const detector = new own({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

function readByLibrary(): ReadPicture {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (context === null || width === 0) return Promise.resolve(null);
    Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    return Promise.resolve(decode(context.getImageData(0, 0, width, height)));
  };
}

/** The library throws where a picture shows no code. */
function decode(image: ImageData): string | null {
  try {
    return decodeQR(image);
  } catch {
    return null;
  }
}
