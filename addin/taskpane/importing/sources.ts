import type { ImportSource } from '../../session/import-state';

/** Files of a drop or a choice. */
export function fileSources(files: FileList | null): ImportSource[] {
  return [...(files ?? [])].map((file) => ({ name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }));
}

/** Rows that somebody pasted, as a file of that name. */
export function pastedSource(text: string): ImportSource {
  return { name: 'Pasted rows', size: new Blob([text]).size, bytes: async () => new TextEncoder().encode(text) };
}
