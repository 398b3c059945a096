/** CRC-32's polynomial (RFC 1952 §8), the power 31 in the lowest bit. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/** x to the power of 2^n, modulo the polynomial. */
const POWERS: readonly number[] = powersOf(0x40000000, 32);

/**
 * What a text's length does to the CRC-32 of what stands before it: a factor for `joinCrcs`.
 *
 * @param byteLength below 2^29
 */
export function crcShift(byteLength: number): number {
  let shift = ONE;
  for (let bits = byteLength * 8, n = 0; bits > 0; bits = Math.floor(bits / 2), n += 1) {
    if (bits % 2 === 1) shift = multiply(POWERS[n] ?? 0, shift);
  }
  return shift;
}

/**
 * The CRC-32 of two texts one after the other, from those of each.
 *
 * @param shift `crcShift` of the second
 */
export function joinCrcs(first: number, second: number, shift: number): number {
  return (multiply(shift, first) ^ second) >>> 0;
}

/** Of polynomials over the field of two elements, modulo CRC-32's. */
function multiply(a: number, b: number): number {
  let product = 0;
  let multiple = b;
  for (let bit = 31; bit >= 0; bit -= 1) {
    if ((a >>> bit) & 1) product ^= multiple;
    multiple = multiple & 1 ? (multiple >>> 1) ^ POLYNOMIAL : multiple >>> 1;
  }
  return product >>> 0;
}

function powersOf(base: number, count: number): readonly number[] {
  const powers = [base];
  while (powers.length < count) {
    const last = powers.at(-1) ?? 0;
    powers.push(multiply(last, last));
  }
  return powers;
}
