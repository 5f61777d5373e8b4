// One product: every way to buy it, with the history of its price, regions, terms, and who in the plan uses it.

import type { ReportTable } from '../../../src/report/blocks.ts';
import { useAnswer, useInquiry } from '../../app/answer.ts';
import { hrefOf } from '../../app/location.ts';
import { outline } from '../../app/plan.ts';
import type { ProductPage as Page, WayToBuy } from '../../engine/inquiries/prices.ts';
import { ChartFigure } from '../../ui/chart.tsx';
import { followLink } from '../../ui/link.tsx';
import { Table } from '../../ui/table.tsx';
import { SeenText } from './catalog.tsx';
import { daysNow } from './days.ts';
import { UseProduct } from './use-product.tsx';

export function ProductPage({ path }: { readonly path: string }) {
  const { data, problem } = useInquiry('product', { path, ...daysNow() });
  return (
    <>
      <p class="crumbs">
        <a href={hrefOf({ view: 'prices', own: {} })} onClick={followLink}>
          Prices
        </a>{' '}
        / {path}
      </p>
      {problem !== undefined ? (
        <>
          <h1>Not in the catalog</h1>
          <p class="problem">
            {problem.message}; {problem.help}.
          </p>
        </>
      ) : data === undefined ? (
        <p class="muted">Reading the catalog…</p>
      ) : (
        <Product page={data} />
      )}
    </>
  );
}

function Product({ page }: { readonly page: Page }) {
  const { name, vendor, kind, note, plans, ways } = page;
  return (
    <>
      <h1>
        {vendor.name} {name}
      </h1>
      <p class="lead">
        {kind !== undefined && <>{kind} · </>}
        {vendor.home === undefined ? (
          vendor.name
        ) : (
          <a href={vendor.home} rel="noreferrer noopener" target="_blank">
            {vendor.home.replace(/^https?:\/\/|\/$/g, '')}
          </a>
        )}
      </p>
      {note !== undefined && <p>{note}</p>}
      {outline.value !== undefined && <Users product={page.path} />}
      <p>
        <a href={hrefOf({ view: 'prices', own: { list: 'changed', of: page.path } })} onClick={followLink}>
          What changed of it
        </a>
      </p>
      {plans !== undefined && (
        <>
          <h2>Plans</h2>
          <Table table={plans} caption={`Plans of ${name}`} />
        </>
      )}
      {ways.map((way) => (
        <Way key={way.path} way={way} alone={ways.length === 1} />
      ))}
    </>
  );
}

function Way({ way, alone }: { readonly way: WayToBuy; readonly alone: boolean }) {
  const { path, name, price, seen, note, notChosen, tiers, history, chart, regions, terms } = way;
  const part = (title: string, table: ReportTable | undefined) =>
    table !== undefined && (
      <>
        <h3>{title}</h3>
        <Table table={table} caption={`${title} of ${path}`} />
      </>
    );
  return (
    <section class="offer">
      <h2>{alone ? 'Price' : name}</h2>
      <p>
        <strong class="price">{price}</strong> · <SeenText seen={seen} /> · <code>{path}</code>
      </p>
      <UseProduct path={path} />
      {notChosen !== undefined && <p class="muted">Not chosen unless it is asked for: {notChosen}</p>}
      {note !== undefined && <p class="muted">{note}</p>}
      {part('By quantity', tiers)}
      {part('History', history)}
      {chart !== undefined && <ChartFigure chart={chart} />}
      {part('Regions', regions)}
      {part('Terms', terms)}
    </section>
  );
}

/** Which items of the open plan buy it. */
function Users({ product }: { readonly product: string }) {
  const { data } = useAnswer('pricesUsed', {});
  if (data === undefined) return null;
  const uses = data.uses.filter(({ path }) => path === product || path.startsWith(`${product}/`));
  if (uses.length === 0) return <p class="muted">The open plan does not use it.</p>;
  return (
    <ul class="users">
      {uses.map(({ path, labels, stale }) => (
        <li key={path}>
          The plan uses <code>{path}</code> for {labels.join(', ')}
          {stale !== undefined && (
            <>
              {' '}
              <span class="tag stale">{stale}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
