import { expect, test } from "vitest";
import { documentHeaders } from "../../src/delivery/representation-headers.ts";
import type { Document } from "../../src/documents/document.ts";

const page: Document = { kind: "page", path: "/embed", mediaType: "text/html", parts: [], links: [] };

/** The sources of each directive. */
function policyOf(document: Document): Readonly<Record<string, string>> {
  const policy = documentHeaders(document)["Content-Security-Policy"] ?? "";
  return Object.fromEntries(
    policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]),
  );
}

const NOTHING_ELSE = {
  "default-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self' https: http:",
  "base-uri": "'none'",
  "form-action": "'none'",
};
const MEDIA = { "media-src": "'self' https: http:" };

test.each([undefined, "page"] as const)(
  "A page of the policy %s runs no script and stands in no frame",
  (policy) => {
    const document = policy === undefined ? page : { ...page, policy };
    expect(policyOf(document)).toEqual({ ...NOTHING_ELSE, ...MEDIA, "frame-ancestors": "'none'" });
  },
);

test("A scripted page runs our own scripts, which load and show what is ours, and stands in no frame", () => {
  expect(policyOf({ ...page, policy: "scripted" })).toEqual({
    ...NOTHING_ELSE,
    ...MEDIA,
    "script-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "frame-ancestors": "'none'",
  });
});

test("A page for frames stands in any frame and runs our own scripts, which load nothing", () => {
  expect(policyOf({ ...page, policy: "frame" })).toEqual({
    ...NOTHING_ELSE,
    "script-src": "'self'",
    "frame-ancestors": "*",
  });
});

test.each(["feed", "archive", "listing", "asset"] as const)("Of a %s there is nothing to be said", (kind) => {
  expect(documentHeaders({ ...page, kind, policy: "frame" })).not.toHaveProperty("Content-Security-Policy");
});
