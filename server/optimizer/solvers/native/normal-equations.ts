import type { Problem } from '../../problem';
import { factorize, solveFactored } from './cholesky';
import { structureOf, type Structure } from './structure';

/**
 * One Newton step's linear system, `H dx − Aᵀ dλ = rx` and `A dx + W dλ = rr`, solved for many right-hand sides.
 * H is diagonal plus, per form, its curvature (rank one, by Sherman and Morrison); W is diagonal. What remains after the
 * blocks and their local rows are eliminated is one dense matrix as large as the number of global rows.
 * All memory is taken when the object is made.
 */
export class NormalEquations {
  readonly structure: Structure;
  readonly size: number;
  private readonly matrix: Float64Array;
  /** Global rows that ask for anything, so many of them, and the matrix of these alone, factored. */
  private readonly active: Int32Array;
  private actives = 0;
  private readonly packed: Float64Array;
  private readonly activeRhs: Float64Array;
  /** 1 / h by column, 0 for a fixed one. */
  private readonly inverse: Float64Array;
  /** By block: what Sherman and Morrison subtract, and the local row's pivot inverted. */
  private readonly kappa: Float64Array;
  private readonly localPivot: Float64Array;
  /** Coupling of each block's local row with the rows that touch it. */
  private readonly coupling: Float64Array;
  private readonly psi: Float64Array;
  private readonly psiScaled: Float64Array;
  private readonly rhs: Float64Array;
  private readonly spread: Float64Array;

  constructor(private problem: Problem) {
    const structure = structureOf(problem);
    this.structure = structure;
    this.size = structure.rows.length;
    this.matrix = new Float64Array(structure.globals * structure.globals);
    this.active = new Int32Array(structure.globals);
    this.packed = new Float64Array(structure.globals * structure.globals);
    this.activeRhs = new Float64Array(structure.globals);
    this.inverse = new Float64Array(problem.cost.length);
    this.kappa = new Float64Array(structure.blocks);
    this.localPivot = new Float64Array(structure.blocks);
    this.coupling = new Float64Array(structure.touched.length);
    this.psi = new Float64Array(structure.widest);
    this.psiScaled = new Float64Array(structure.widest);
    this.rhs = new Float64Array(this.size);
    this.spread = new Float64Array(problem.cost.length + structure.blocks);
  }

  /** Turns to another problem of the same structure. */
  take(problem: Problem): void {
    this.problem = problem;
  }

  /** Takes H's diagonal by column (Infinity fixes one) and W by row of the structure. */
  factor(diagonal: Float64Array, w: Float64Array): void {
    const { structure: { blocks, globals }, matrix } = this;
    for (let j = 0; j < diagonal.length; j += 1) this.inverse[j] = 1 / diagonal[j];
    matrix.fill(0);
    for (let g = 0; g < globals; g += 1) matrix[g * globals + g] = w[g];
    for (let b = 0; b < blocks; b += 1) this.addBlock(b, w);
    this.pack(w);
    factorize(this.packed, this.actives);
  }

  /** Leaves out rows without weight, those of other regimes among them: their multipliers are zero. */
  private pack(w: Float64Array): void {
    const { structure: { globals }, matrix, active, packed } = this;
    let count = 0;
    for (let g = 0; g < globals; g += 1) if (w[g] < Infinity) active[count++] = g;
    for (let i = 0; i < count; i += 1) {
      const from = active[i] * globals;
      const to = i * count;
      for (let j = 0; j <= i; j += 1) packed[to + j] = matrix[from + active[j]];
    }
    this.actives = count;
  }

  private solvePacked(): void {
    const { structure: { globals }, rhs, active, actives, activeRhs } = this;
    for (let i = 0; i < actives; i += 1) activeRhs[i] = rhs[active[i]];
    solveFactored(this.packed, actives, activeRhs);
    rhs.fill(0, 0, globals);
    for (let i = 0; i < actives; i += 1) rhs[active[i]] = activeRhs[i];
  }

  /** Solves for `dx` and `dl`, both overwritten; `rx` by column, `rr` by row of the structure. */
  solve(rx: Float64Array, rr: Float64Array, dx: Float64Array, dl: Float64Array): void {
    const { structure, rhs, localPivot, coupling } = this;
    const { blocks, localRow, touchStarts, touched } = structure;
    this.applyInverse(rx, dx);
    this.rowsTimes(dx, rhs);
    for (let r = 0; r < this.size; r += 1) rhs[r] = rr[r] - rhs[r];
    for (let b = 0; b < blocks; b += 1) {
      if (localRow[b] < 0) continue;
      const scaled = rhs[localRow[b]] * localPivot[b];
      for (let e = touchStarts[b]; e < touchStarts[b + 1]; e += 1) rhs[touched[e]] -= coupling[e] * scaled;
    }
    this.solvePacked();
    for (let b = 0; b < blocks; b += 1) {
      if (localRow[b] < 0) continue;
      let value = rhs[localRow[b]];
      for (let e = touchStarts[b]; e < touchStarts[b + 1]; e += 1) value -= coupling[e] * rhs[touched[e]];
      rhs[localRow[b]] = value * localPivot[b];
    }
    dl.set(rhs);
    this.transposeTimes(dl, dx);
    for (let j = 0; j < dx.length; j += 1) dx[j] += rx[j];
    this.applyInverse(dx, dx);
  }

  /** `A x` by row of the structure. */
  rowsTimes(x: Float64Array, out: Float64Array): void {
    const { problem: { starts, indices, values, formOf, formFactor }, spread, structure: { rows } } = this;
    const columns = x.length;
    spread.fill(0, columns);
    for (let j = 0; j < columns; j += 1) {
      spread[j] = x[j];
      if (formOf[j] >= 0) spread[columns + formOf[j]] += formFactor[j] * x[j];
    }
    for (let k = 0; k < rows.length; k += 1) {
      const r = rows[k];
      let value = 0;
      for (let e = starts[r]; e < starts[r + 1]; e += 1) value += values[e] * spread[indices[e]];
      out[k] = value;
    }
  }

  /** `Aᵀ λ` by column. */
  transposeTimes(lambda: Float64Array, out: Float64Array): void {
    const { problem: { starts, indices, values, formOf, formFactor }, spread, structure: { rows } } = this;
    const columns = out.length;
    spread.fill(0);
    for (let k = 0; k < rows.length; k += 1) {
      const value = lambda[k];
      if (value === 0) continue;
      for (let e = starts[rows[k]]; e < starts[rows[k] + 1]; e += 1) spread[indices[e]] += values[e] * value;
    }
    for (let j = 0; j < columns; j += 1) out[j] = formOf[j] < 0 ? spread[j] : spread[j] + formFactor[j] * spread[columns + formOf[j]];
  }

  /** `H⁻¹ v`, in place if asked. */
  private applyInverse(v: Float64Array, out: Float64Array): void {
    const { structure: { blocks, blockStarts, blockColumns }, problem: { formFactor }, inverse, kappa } = this;
    for (let j = 0; j < v.length; j += 1) out[j] = v[j] * inverse[j];
    for (let b = 0; b < blocks; b += 1) {
      if (kappa[b] === 0) continue;
      let sum = 0;
      for (let c = blockStarts[b]; c < blockStarts[b + 1]; c += 1) sum += formFactor[blockColumns[c]] * out[blockColumns[c]];
      sum *= kappa[b];
      for (let c = blockStarts[b]; c < blockStarts[b + 1]; c += 1) out[blockColumns[c]] -= sum * formFactor[blockColumns[c]] * inverse[blockColumns[c]];
    }
  }

  /** Adds `A_b H_b⁻¹ A_bᵀ` to the matrix, less what the block's local row takes. */
  private addBlock(b: number, w: Float64Array): void {
    const { structure, problem, psi, psiScaled, inverse, kappa } = this;
    const { blockStarts, blockColumns, touchStarts, formOnly, directStarts, directSpots, directValues, localRow, localValues } = structure;
    const mixed = touchStarts[b + 1] - touchStarts[b] - formOnly[b];
    const local = localRow[b] >= 0;
    psi.fill(0, 0, mixed);
    let phi = 0;
    let psiLocal = 0;
    let chiLocal = 0;
    for (let c = blockStarts[b]; c < blockStarts[b + 1]; c += 1) {
      const j = blockColumns[c];
      const scaled = problem.formFactor[j] * inverse[j];
      phi += problem.formFactor[j] * scaled;
      for (let e = directStarts[j]; e < directStarts[j + 1]; e += 1) psi[directSpots[e]] += directValues[e] * scaled;
      if (local) {
        psiLocal += localValues[j] * scaled;
        chiLocal += localValues[j] * localValues[j] * inverse[j];
      }
    }
    const curvature = b < problem.formCurvature.length ? problem.formCurvature[b] : 0;
    const shrink = 1 / (1 + curvature * phi);
    kappa[b] = curvature * shrink;
    for (let k = 0; k < mixed; k += 1) psiScaled[k] = psi[k] * shrink;
    this.addTouched(b, phi * shrink, mixed);
    if (local) this.eliminateLocal(b, phi * shrink, psiLocal, chiLocal, shrink, mixed, w[localRow[b]]);
  }

  /** The block's share in every pair of global rows it touches. */
  private addTouched(b: number, phi: number, mixed: number): void {
    const { structure, matrix, psi, psiScaled, inverse, kappa } = this;
    const { globals, blockStarts, blockColumns, touchStarts, touched, touchForm, formOnly, directStarts, directSpots, directValues } = structure;
    const first = touchStarts[b];
    const own = first + formOnly[b];
    for (let p = first; p < own; p += 1) {
      const factor = phi * touchForm[p];
      const row = touched[p] * globals;
      for (let t = first; t <= p; t += 1) matrix[row + touched[t]] += factor * touchForm[t];
    }
    for (let d = 0; d < mixed; d += 1) {
      const r = touched[own + d];
      const form = touchForm[own + d];
      const joint = form * phi + psiScaled[d];
      for (let t = first; t < own; t += 1) matrix[touched[t] < r ? r * globals + touched[t] : touched[t] * globals + r] += joint * touchForm[t];
      for (let t = 0; t <= d; t += 1) {
        matrix[r * globals + touched[own + t]] += joint * touchForm[own + t] + form * psiScaled[t] - kappa[b] * psi[d] * psi[t];
      }
    }
    for (let c = blockStarts[b]; c < blockStarts[b + 1]; c += 1) {
      const j = blockColumns[c];
      for (let e = directStarts[j]; e < directStarts[j + 1]; e += 1) {
        const factor = directValues[e] * inverse[j];
        const row = touched[own + directSpots[e]] * globals;
        for (let f = directStarts[j]; f <= e; f += 1) matrix[row + touched[own + directSpots[f]]] += factor * directValues[f];
      }
    }
  }

  /** The block's local row meets only the rows that touch the block, so it goes before them. */
  private eliminateLocal(b: number, phi: number, psiLocal: number, chiLocal: number, shrink: number, mixed: number, w: number): void {
    const { structure, matrix, psi, coupling, inverse, kappa, localPivot } = this;
    const { globals, blockStarts, blockColumns, touchStarts, touched, touchForm, formOnly, directStarts, directSpots, directValues, localValues, localForm } = structure;
    const first = touchStarts[b];
    const own = first + formOnly[b];
    const end = touchStarts[b + 1];
    const form = localForm[b];
    const joint = form * phi + psiLocal * shrink;
    const pivot = form * joint + form * psiLocal * shrink - kappa[b] * psiLocal * psiLocal + chiLocal + w;
    for (let t = first; t < own; t += 1) coupling[t] = joint * touchForm[t];
    for (let d = 0; d < mixed; d += 1) coupling[own + d] = joint * touchForm[own + d] + form * psi[d] * shrink - kappa[b] * psiLocal * psi[d];
    for (let c = blockStarts[b]; c < blockStarts[b + 1]; c += 1) {
      const j = blockColumns[c];
      const scaled = localValues[j] * inverse[j];
      for (let e = directStarts[j]; e < directStarts[j + 1]; e += 1) coupling[own + directSpots[e]] += scaled * directValues[e];
    }
    localPivot[b] = pivot > 0 ? 1 / pivot : 0;
    for (let r = first; r < end; r += 1) {
      const factor = coupling[r] * localPivot[b];
      if (factor === 0) continue;
      for (let t = first; t <= r; t += 1) {
        const spot = touched[t] < touched[r] ? touched[r] * globals + touched[t] : touched[t] * globals + touched[r];
        matrix[spot] -= factor * coupling[t];
      }
    }
  }
}
