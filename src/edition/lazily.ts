/** Makes a value when it is first asked for, and keeps it; what it is made of is let go then, if nothing else holds it. */
export function lazily<T>(make: () => T): () => T {
  let state: { readonly make: () => T } | { readonly value: T } = { make };
  return () => {
    if ("make" in state) state = { value: state.make() };
    return state.value;
  };
}
