/** Whether any value is unknown. A plain loop: with a callback it costs as much as a selection. */
export function anyUnknown(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) return true;
  return false;
}
