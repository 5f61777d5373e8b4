// Searching the catalog by words, vendor, kind and region.

import { useInquiry } from '../../app/answer.ts';
import { adjust, here, hrefOf } from '../../app/location.ts';
import { outline } from '../../app/plan.ts';
import type { Facet, Offer, Seen } from '../../engine/inquiries/prices.ts';
import { followLink } from '../../ui/link.tsx';
import { chooseOwn } from '../../ui/own.ts';
import { TakeTable } from '../../ui/take-table.tsx';
import { daysNow } from './days.ts';

const facets = ['vendor', 'kind', 'region'] as const;
type FacetName = (typeof facets)[number];

function choose(name: FacetName | 'q', value: string): void {
  chooseOwn({ [name]: value || undefined });
}

export function Catalog() {
  const { q = '', vendor, kind, region } = here.value.own;
  const { data, problem, pending } = useInquiry('search', { words: q, vendor, kind, region, ...daysNow() });
  const asOf = outline.value?.asOf;
  return (
    <>
      <div class="finder" role="search">
        <input
          type="search"
          aria-label="Search the catalog"
          placeholder="vps 8, storage, email…"
          value={q}
          onInput={({ currentTarget: { value } }) => choose('q', value)}
        />
        <FacetChoice name="vendor" facet={data?.vendors} chosen={vendor} />
        <FacetChoice name="kind" facet={data?.kinds} chosen={kind} />
        <FacetChoice name="region" facet={data?.regions} chosen={region} />
        {facets.some((name) => here.value.own[name] !== undefined) && (
          <button type="button" class="quiet" onClick={() => adjust({ own: q === '' ? {} : { q } })}>
            any
          </button>
        )}
      </div>
      {problem !== undefined && <p class="problem">{problem.message}</p>}
      {data === undefined ? (
        <p class="muted">Reading the catalog…</p>
      ) : (
        <div class={pending ? 'pending' : undefined}>
          <p class="muted found" role="status">
            {data.count === 0
              ? 'Nothing in the catalog fits.'
              : `${counted(data.count, 'price')} of ${counted(data.products, 'product')}`}
            {data.count > data.offers.length ? `, of which the first ${data.offers.length} are shown` : ''}
            {data.count === 0
              ? ''
              : asOf === undefined
                ? ', the newest known.'
                : `, as of ${asOf}, the day of the plan.`}
          </p>
          {data.offers.length > 0 && <Offers offers={data.offers} />}
        </div>
      )}
    </>
  );
}

const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

interface FacetProps {
  readonly name: FacetName;
  readonly facet: readonly Facet[] | undefined;
  readonly chosen: string | undefined;
}

function FacetChoice({ name, facet = [], chosen }: FacetProps) {
  const known = chosen === undefined || facet.some(({ id }) => id === chosen);
  return (
    <label class={chosen === undefined ? undefined : 'chosen'}>
      <span>{name}</span>
      <select value={chosen ?? ''} onChange={({ currentTarget: { value } }) => choose(name, value)}>
        <option value="">any</option>
        {!known && <option value={chosen}>{chosen} (none)</option>}
        {facet.map(({ id, label, count }) => (
          <option key={id} value={id}>
            {label} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}

function Offers({ offers }: { readonly offers: readonly Offer[] }) {
  return (
    <div class="table">
      <div class="scroll" role="group" tabIndex={0} aria-label="Prices found">
        <table class="offers">
          <caption class="unseen">Prices found</caption>
          <thead>
            <tr>
              <th scope="col">product</th>
              <th scope="col" class="kind">
                kind
              </th>
              <th scope="col">price</th>
              <th scope="col" class="provides">
                provides
              </th>
              <th scope="col">seen</th>
            </tr>
          </thead>
          <tbody>
            {offers.map((offer) => (
              <tr key={offer.path}>
                <th scope="row">
                  <a
                    href={hrefOf({ view: 'prices', own: { product: offer.product } })}
                    title={offer.path}
                    onClick={followLink}
                  >
                    {offer.name}
                  </a>{' '}
                  <span class="muted">{offer.vendor}</span>
                </th>
                <td class="muted kind">{offer.kind}</td>
                <td class={offer.unpriced ? 'muted' : 'price'}>{offer.price}</td>
                <td class="muted provides">{offer.provides}</td>
                <td class="seen">
                  <SeenText seen={offer.seen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TakeTable file="prices" />
    </div>
  );
}

export function SeenText({ seen }: { readonly seen: Seen | undefined }) {
  if (seen === undefined) return <span class="muted">no date</span>;
  return (
    <span title={`somebody saw this price on ${seen.date}`}>
      <span class="day">{seen.date}</span> <span class={seen.stale ? 'tag stale' : 'muted'}>{seen.age}</span>
    </span>
  );
}
