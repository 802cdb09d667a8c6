/** The list of detectors: the one place where a new one is registered. */
import { actor } from './actor';
import { attribution } from './attribution';
import type { ClaimDetector, EntityDetector, QuotationDetector } from './detector';
import { identity } from './identity';
import { modality } from './modality';
import { number } from './number';
import { place } from './place';
import { polarity } from './polarity';
import { time } from './time';
import { wording } from './wording';

export const CLAIM_DETECTORS: readonly ClaimDetector[] = [number, time, place, actor, polarity, modality];
export const QUOTATION_DETECTORS: readonly QuotationDetector[] = [attribution, wording];
export const ENTITY_DETECTORS: readonly EntityDetector[] = [identity];
