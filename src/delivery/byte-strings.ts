import type { Bytes } from "./representation.ts";

/**
 * Byte strings that are found by their number. In a file: how many there are, then where each ends, counted from the first
 * byte of the first (all numbers of 4 bytes, little-endian), then the strings one after the other.
 */
export class ByteStrings {
  readonly length: number;
  /** Where the file goes on behind them. */
  readonly end: number;
  readonly #file: ArrayBuffer;
  readonly #view: DataView;
  readonly #ends: number;
  readonly #first: number;

  /** Reads one number; a string is a view of the file, made when it is asked for. */
  constructor(file: ArrayBuffer, start: number) {
    this.#file = file;
    this.#view = new DataView(file);
    this.length = this.#view.getUint32(start, true);
    this.#ends = start + NUMBER_BYTES;
    this.#first = this.#ends + this.length * NUMBER_BYTES;
    this.end = this.#first + this.#endOf(this.length - 1);
  }

  at(number: number): Bytes {
    const start = this.#endOf(number - 1);
    return new Uint8Array(this.#file, this.#first + start, this.#endOf(number) - start);
  }

  /** The number of the very same string, in a list that is sorted by its bytes. Makes nothing on its way. */
  find(wanted: Uint8Array): number | undefined {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  /** Like `compareBytes`. */
  #compare(number: number, other: Uint8Array): number {
    const start = this.#endOf(number - 1);
    const length = this.#endOf(number) - start;
    const common = Math.min(length, other.length);
    for (let index = 0; index < common; index += 1) {
      const difference = this.#view.getUint8(this.#first + start + index) - (other[index] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - other.length;
  }

  #endOf(number: number): number {
    return number < 0 ? 0 : this.#view.getUint32(this.#ends + number * NUMBER_BYTES, true);
  }
}

/** What `ByteStrings` reads, in pieces that follow each other. */
export function writeByteStrings(strings: readonly Uint8Array[]): readonly Uint8Array[] {
  let end = 0;
  const ends = strings.map((bytes) => {
    end += bytes.length;
    return end;
  });
  return [writeNumbers([strings.length, ...ends]), ...strings];
}

export function writeNumbers(numbers: readonly number[]): Bytes {
  const bytes = new Uint8Array(numbers.length * NUMBER_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(index * NUMBER_BYTES, number, true);
  return bytes;
}

export function readNumbers(bytes: Bytes): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / NUMBER_BYTES }, (_, index) =>
    view.getUint32(index * NUMBER_BYTES, true),
  );
}

const NUMBER_BYTES = 4;
