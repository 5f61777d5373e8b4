// What the page asks beside the open plan: of the catalog, of a document to be audited, of a plan that is not open. One question
// a file, each loaded when it is first asked, with plain data on both sides.

import type { AuditExportParams, AuditParams, DraftParams } from './audit.ts';
import type { GlanceParams } from './glance.ts';
import type { ChangesParams, ProductParams, SearchParams } from './prices.ts';
import type { Shelf } from './shelf.ts';
import type { StarterParams } from './starter.ts';
import type { UseParams, UseWish } from './use-product.ts';

export const inquiries = {
  search: async (shelf: Shelf, params: SearchParams) => (await import('./prices.ts')).search(shelf, params),
  product: async (shelf: Shelf, params: ProductParams) =>
    (await import('./prices.ts')).product(shelf, params),
  changes: async (shelf: Shelf, params: ChangesParams) =>
    (await import('./prices.ts')).changes(shelf, params),
  audit: async (_: Shelf, params: AuditParams) => (await import('./audit.ts')).audited(params),
  auditExport: async (_: Shelf, params: AuditExportParams) =>
    (await import('./audit.ts')).auditExport(params),
  draft: async (_: Shelf, params: DraftParams) => (await import('./audit.ts')).drafted(params),
  glance: async (shelf: Shelf, params: GlanceParams) => (await import('./glance.ts')).glance(shelf, params),
  starter: async (shelf: Shelf, params: StarterParams) =>
    (await import('./starter.ts')).starter(shelf, params),
  useOffer: async (shelf: Shelf, params: UseWish) =>
    (await import('./use-product.ts')).useOffer(shelf, params),
  usedIn: async (shelf: Shelf, params: UseParams) => (await import('./use-product.ts')).usedIn(shelf, params),
};

export type Inquiries = typeof inquiries;
export type InquiryName = keyof Inquiries;
export type InquiryParams<K extends InquiryName> = Parameters<Inquiries[K]>[1];
export type InquiryData<K extends InquiryName> = Awaited<ReturnType<Inquiries[K]>>;
