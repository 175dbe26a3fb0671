/** How wide words are on this page, with the faces that this machine has. */

let context: CanvasRenderingContext2D | null | undefined;

/** Pixels of a text in a font as CSS writes it; where nothing can be drawn an average of letters. */
export function widthOf(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * 7;
  context.font = font;
  return context.measureText(text).width;
}

/** A face of the page: `--serif` or `--sans`. */
export const faceOf = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name);
