/** The list of detectors: the one place where a new one is registered. */
import { attribution } from './attribution';
import type { ClaimDetector, EntityDetector, QuotationDetector } from './detector';
import { identity } from './identity';
import { number } from './number';
import { time } from './time';
import { wording } from './wording';

export const CLAIM_DETECTORS: readonly ClaimDetector[] = [number, time];
export const QUOTATION_DETECTORS: readonly QuotationDetector[] = [attribution, wording];
export const ENTITY_DETECTORS: readonly EntityDetector[] = [identity];
