// What the words of a heading, or the label of its amount, say by themselves.

import type { Heading } from '../../types.ts';

/** `Monthly cost:` */
export const saysCost =
  /^[^\p{L}]*(?:(?:total|monthly|annual|yearly|estimated|overall|our|gesamt|monatliche|geschätzte|laufende)\s+)*(?:costs?|price|total|kosten|preis|coûts?|prix|costos?|costes?|precio|custos?|preço|maliyet|fiyat|стоимость|цена|费用|成本|費用)(?:\s+(?:total|mensuel|estimé|mensual|anual|estimado|mensal))*[^\p{L}]*$/iu;

/** `Option B: ` in front of a name. */
export const counted =
  /^(?:option|scenario|plan|variante?|alternative?|choice|phase|stage|tier|fase|étape|etapa|aşama|этап|szenario|scénario|opción|escenario|opção|cenário|seçenek|senaryo|вариант|сценарий|方案|选项|阶段|案)\s*[\p{L}\d]{0,3}\s*[:：.–—-]\s*/iu;

/** `### 2. Storage`, `## Option A: Cirrus` */
export function withoutNumber({ passage }: Heading): string {
  return passage.text
    .replace(/^[^\p{L}]+/u, '')
    .replace(counted, '')
    .replace(/\([^)]*\)/g, ' ');
}
