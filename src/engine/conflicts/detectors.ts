/** The list of detectors: the one place where a new one is registered. */
import type { ClaimDetector, EntityDetector, QuotationDetector } from './detector';
import { number } from './number';
import { time } from './time';

export const CLAIM_DETECTORS: readonly ClaimDetector[] = [number, time];
export const QUOTATION_DETECTORS: readonly QuotationDetector[] = [];
export const ENTITY_DETECTORS: readonly EntityDetector[] = [];
