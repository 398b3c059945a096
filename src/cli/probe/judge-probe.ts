import { findBrowserFaults } from "./find-browser-faults.ts";
import { findCachingFaults } from "./find-caching-faults.ts";
import { findConditionFaults } from "./find-condition-faults.ts";
import { findContentFaults } from "./find-content-faults.ts";
import { findExtraFaults } from "./find-extra-faults.ts";
import { findRedirects } from "./find-redirects.ts";
import { findRefusals } from "./find-refusals.ts";
import { findTagFaults } from "./find-tag-faults.ts";
import { type Finding, mergeFindings } from "./finding.ts";
import type { ProbeResult } from "./probe-result.ts";

/**
 * Says what is wrong, the worst first.
 *
 * @param slowMs from how many milliseconds on an answer counts as slow: some readers give up after twice that
 */
export function judgeProbe(result: ProbeResult, slowMs = 5000): readonly Finding[] {
  return mergeFindings([
    ...findRefusals(result),
    ...findContentFaults(result),
    ...findRedirects(result),
    ...findConditionFaults(result),
    ...findTagFaults(result),
    ...findCachingFaults(result, slowMs),
    ...findExtraFaults(result),
    ...findBrowserFaults(result),
  ]);
}
