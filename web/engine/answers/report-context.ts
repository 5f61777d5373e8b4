// The context of the report's own sections: the page shows the same tables and sentences as a report does.

import { type ReportContext, reportContext } from '../../../src/report/report-context.ts';
import type { Asked } from '../session.ts';

export function contextOf({ model, grid, pinned, currency }: Asked): ReportContext {
  return reportContext(model, grid, pinned, currency);
}
