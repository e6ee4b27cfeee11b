/**
 * Draws a picture anew and smaller. This file is also the script of a worker, so that a slow phone still answers to
 * taps meanwhile: it is imported for its address, and by itself where there are no such workers.
 */

/** The longest side of a picture that is sent, in pixels: a letter can still be read. */
const LONGEST_SIDE = 2000;
const QUALITY = 0.85;

/** Where a worker finds this file. */
export const ADDRESS = import.meta.url;

type Canvas = OffscreenCanvas | HTMLCanvasElement;

/** The picture as a JPEG with nothing in it but what is seen. Throws for what cannot be drawn. */
export async function redraw(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const side = (pixels: number) => Math.max(1, Math.round(pixels * scale));
    const canvas = newCanvas(side(picture.width), side(picture.height));
    const pen = canvas.getContext("2d") as
      | CanvasRenderingContext2D
      | OffscreenCanvasRenderingContext2D
      | null;
    if (!pen) return null;
    // What is see-through would become black.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await asJpeg(canvas);
  } finally {
    picture.close();
  }
}

function newCanvas(width: number, height: number): Canvas {
  if (typeof document === "undefined") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}

function asJpeg(canvas: Canvas): Promise<Blob | null> {
  const type = "image/jpeg";
  if ("convertToBlob" in canvas) return canvas.convertToBlob({ type, quality: QUALITY });
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
}

/** In a worker: one picture comes, one answer goes; null for what cannot be drawn. */
function serve(): void {
  const answer = (drawn: Blob | null) => (globalThis as unknown as Worker).postMessage(drawn);
  addEventListener(
    "message",
    ({ data }: MessageEvent<Blob>) =>
      void redraw(data)
        .catch(() => null)
        .then(answer),
  );
}

if ("WorkerGlobalScope" in globalThis) serve();
