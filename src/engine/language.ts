/** Everything learned or listed that analysis needs, built once from the host's resources. */
import { NameLexicon } from './names/lexicon';
import { NameModel } from './names/model';
import type { NameKnowledge } from './names/tagger';
import { type QuotationModel, readQuotationModel } from './quotations/model';
import type { Resources } from './resources';
import { createTagger, type Tagger } from './text/tagger';

export interface Language {
  readonly tag: Tagger;
  readonly quotations: QuotationModel;
  readonly names: NameKnowledge;
}

/** @throws SyntaxError when a resource is damaged (a broken installation, not user input) */
export function createLanguage(resources: Resources): Language {
  return {
    tag: createTagger(new TextDecoder().decode(resources.english)),
    quotations: readQuotationModel(resources.quotations),
    names: { lexicon: new NameLexicon(), model: new NameModel(resources.names) },
  };
}
