/** Why something cannot be served. Thrown by the build, or while the Worker loads; never while a reader waits. */
export type DeliveryFault =
  | { readonly reason: "unservable-path"; readonly path: string }
  | { readonly reason: "duplicate-path"; readonly path: string }
  | { readonly reason: "unusable-link"; readonly path: string; readonly value: string }
  | { readonly reason: "unequal-bodies"; readonly path: string }
  | { readonly reason: "not-packed" }
  | { readonly reason: "other-version"; readonly version: number; readonly expected: number }
  | { readonly reason: "cut-short"; readonly bytes: number; readonly expectedBytes: number };

export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly fault: DeliveryFault;
  constructor(fault: DeliveryFault) {
    super(describeFault(fault));
    this.fault = fault;
  }
}

function describeFault(fault: DeliveryFault): string {
  switch (fault.reason) {
    case "unservable-path":
      return `Cannot serve the path ${JSON.stringify(fault.path)}: expected one "/" at the start, no "//", "%", "?", "#", "\\", "." or ".." segment or control character, and Unicode in NFC`;
    case "duplicate-path":
      return `Cannot pack the representations: two have the path ${JSON.stringify(fault.path)}`;
    case "unusable-link":
      return `Cannot write the Link header of ${JSON.stringify(fault.path)}: found ${JSON.stringify(fault.value)}, expected an absolute URL and printable ASCII`;
    case "unequal-bodies":
      return `Cannot serve ${JSON.stringify(fault.path)}: its encoded bodies are not the same text; build again`;
    case "not-packed":
      return "Cannot read the packed representations: the file was not made by the build";
    case "other-version":
      return `Cannot read the packed representations: found version ${fault.version}, expected ${fault.expected}; build again`;
    case "cut-short":
      return `Cannot read the packed representations: found ${fault.bytes} bytes, expected ${fault.expectedBytes}`;
  }
}
