declare module 'html-encoding-sniffer' {
  /** The WHATWG name of the encoding; `defaultEncoding` when neither a byte order mark nor the page tells. */
  export default function sniff(
    bytes: Uint8Array,
    options?: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string;
}
