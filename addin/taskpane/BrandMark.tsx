/** REBAL's sign: two sides of unlike height on a level beam; the shapes of `scripts/icon-shapes.mjs`. */
export function BrandMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0D6B86" />
      <path fill="#fff" d="M4 18h24v4H4zM16 22l4 6h-8zM6 10h8v8H6z" />
      <path fill="#8FD3E4" d="M18 4h8v14h-8z" />
    </svg>
  );
}
