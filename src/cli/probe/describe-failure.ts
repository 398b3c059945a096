import { describeSystemError } from "../system-error.ts";
import type { Failure, FailureReason } from "./exchange.ts";
import { shorten } from "./printable.ts";

const CERTIFICATES: ReadonlyMap<string, string> = new Map([
  ["CERT_HAS_EXPIRED", "its certificate has expired"],
  ["CERT_NOT_YET_VALID", "its certificate is not valid yet"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another name"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "its certificate is signed by itself"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "its certificate is signed by an authority that nobody knows"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "its certificate is signed by an authority that nobody knows"],
  [
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "it does not send the certificates between its own and the authority's",
  ],
]);

/** Says in words why a request got no answer. */
export function describeFailure(error: unknown, { hostname, host }: URL, isTimeUp: boolean): Failure {
  const fail = (reason: FailureReason, detail: string): Failure => ({
    is: "failure",
    reason,
    detail: shorten(detail),
    hops: [],
  });
  if (isTimeUp) return fail("too-slow", "the answer did not come to an end in time");
  const code = codeOf(error);
  const certificate = CERTIFICATES.get(code);
  if (certificate !== undefined) return fail("no-trust", certificate);
  if (/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/.test(code))
    return fail("no-trust", "no secure connection comes about (TLS)");
  if (/^(?:ENOTFOUND|EAI_\w+)$/.test(code))
    return fail("no-name", `there is no host of the name ${hostname}`);
  if (/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT)$/.test(code))
    return fail("no-connection", `nothing answers at ${host} (${code})`);
  if (code === "HPE_HEADER_OVERFLOW") return fail("garbage", "its headers are larger than any reader takes");
  if (code.startsWith("HPE_")) return fail("garbage", "what it sends is not HTTP");
  if (/^(?:ECONNRESET|EPIPE)$/.test(code))
    return fail("reset", "the connection is cut before there is an answer");
  return fail("garbage", describeSystemError(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
