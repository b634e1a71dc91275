/** Fluent's lists measure themselves; jsdom has no layout to measure. */
export function withoutLayout(): void {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}
