/** What the requests so far cost, for tests that watch round trips and payloads. */
export class Statistics {
  requests = 0;
  actions = 0;
  bytesIn = 0;
  bytesOut = 0;
  largestRequest = 0;
  largestResponse = 0;
  cellsWritten = 0;
  recalculations = 0;

  /** Notes one answered request; sizes in bytes. */
  answered(actions: number, bytesIn: number, bytesOut: number): void {
    this.requests++;
    this.actions += actions;
    this.bytesIn += bytesIn;
    this.bytesOut += bytesOut;
    this.largestRequest = Math.max(this.largestRequest, bytesIn);
    this.largestResponse = Math.max(this.largestResponse, bytesOut);
  }

  /** Notes a property that was set; a matrix of values counts its cells. */
  written(name: string, value: unknown): void {
    if (name !== 'Values' && name !== 'Formulas') return;
    this.cellsWritten += Array.isArray(value) ? value.length * (Array.isArray(value[0]) ? value[0].length : 1) : 1;
  }
}
