import type { Scalar } from '../service';

/** Properties that are kept and given back and have no effect. */
export function recordedScalars<State>(
  bag: (state: State) => Record<string, unknown>,
  names: readonly string[],
): Record<string, Scalar<State>> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        get: (state: State) => bag(state)[name] ?? null,
        set: (state: State, value: unknown) => {
          bag(state)[name] = value;
        },
      },
    ]),
  );
}
