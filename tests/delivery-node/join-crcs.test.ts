import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crcShift, joinCrcs } from "../../src/delivery/join-crcs.ts";

test("The checksum of joined texts is that of the whole", () => {
  const text = fc.uint8Array({ maxLength: 3000 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const joined = texts.reduce((crc, one) => joinCrcs(crc, crc32(one), crcShift(one.length)), 0);
      expect(joined).toBe(crc32(Buffer.concat(texts)));
    }),
    { seed: 1 },
  );
});
