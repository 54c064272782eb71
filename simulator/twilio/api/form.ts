/** The first value of a form field, or `otherwise` when it was not sent. An empty value is a value. */
export function textOf(form: URLSearchParams, name: string, otherwise: string): string {
  return form.get(name) ?? otherwise;
}

/** The same for fields that an empty value clears. */
export function textOrNull(form: URLSearchParams, name: string, otherwise: string | null): string | null {
  return form.has(name) ? form.get(name) || null : otherwise;
}

/** `true` and `false`, in whatever case. */
export function flagOf(form: URLSearchParams, name: string, otherwise: boolean): boolean {
  const value = form.get(name)?.toLowerCase();
  return value === undefined ? otherwise : value === "true";
}
