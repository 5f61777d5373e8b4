// The catalog: dated, sourced rate cards, what the plan uses of them, and what changed.

import * as document_ from '../app/document.ts';
import { here, hrefOf } from '../app/location.ts';
import { followLink } from '../ui/link.tsx';
import { Catalog } from './prices/catalog.tsx';
import { Changed } from './prices/changed.tsx';
import { ProductPage } from './prices/product.tsx';
import { Used } from './prices/used.tsx';

export function Prices() {
  const { product } = here.value.own;
  if (product !== undefined) return <ProductPage path={product} />;
  return <Lists />;
}

const lists = [
  { id: undefined, title: 'Catalog', needsPlan: false },
  { id: 'used', title: 'Used by the plan', needsPlan: true },
  { id: 'changed', title: 'Changes', needsPlan: false },
] as const;

function Lists() {
  const { list } = here.value.own;
  const hasPlan = document_.path.value !== undefined;
  return (
    <>
      <h1>Prices</h1>
      <nav class="tabs" aria-label="Lists of prices">
        {lists
          .filter(({ needsPlan }) => hasPlan || !needsPlan)
          .map(({ id, title }) => (
            <a
              key={title}
              href={hrefOf({ view: 'prices', own: id === undefined ? {} : { list: id } })}
              aria-current={list === id ? 'page' : undefined}
              onClick={followLink}
            >
              {title}
            </a>
          ))}
      </nav>
      {list === 'used' && hasPlan ? <Used /> : list === 'changed' ? <Changed /> : <Catalog />}
    </>
  );
}
