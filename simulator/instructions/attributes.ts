import type { Problem, Target } from "./steps";
import type { XmlElement } from "./xml";

/** Collects what a carrier would complain about without ending the call. */
export type Complaints = { code: string; list: Problem[] };

/** Reads an element's attributes and complains about every one that the carrier does not know. */
export class Attributes {
  readonly #element: XmlElement;
  readonly #complaints: Complaints;

  constructor(element: XmlElement, complaints: Complaints, known: string) {
    this.#element = element;
    this.#complaints = complaints;
    const names = known.split(" ");
    for (const name of Object.keys(element.attributes)) {
      if (!names.includes(name)) this.complain(`attribute "${name}" is not known on <${element.name}>`);
    }
  }

  complain(message: string): void {
    this.#complaints.list.push({ code: this.#complaints.code, message });
  }

  text(name: string): string | undefined {
    return this.#element.attributes[name];
  }

  /** A number within limits; anything else is complained about and replaced by the default. */
  number(name: string, fallback: number, least = 0, most = Number.POSITIVE_INFINITY): number {
    const raw = this.text(name);
    if (raw === undefined || raw === "auto") return fallback;
    const value = Number(raw);
    if (raw.trim() !== "" && value >= least && value <= most) return value;
    this.complain(`${name}="${raw}" on <${this.#element.name}> is not a number from ${least} to ${most}`);
    return Number.isFinite(value) && raw.trim() !== "" ? Math.min(most, Math.max(least, value)) : fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    const raw = this.text(name)?.toLowerCase();
    if (raw === undefined) return fallback;
    if (raw === "true" || raw === "false") return raw === "true";
    this.complain(`${name}="${raw}" on <${this.#element.name}> is neither true nor false`);
    return fallback;
  }

  words(name: string, fallback: string): string[] {
    return (this.text(name) ?? fallback).split(/\s+/).filter(Boolean);
  }

  /** A URL with its method attribute; an absent or empty URL is no target. */
  target(name: string, methodName = "method"): Target | undefined {
    const url = this.text(name);
    return url ? { url, method: this.method(methodName) } : undefined;
  }

  method(name = "method"): "GET" | "POST" {
    const raw = (this.text(name) ?? "POST").toUpperCase();
    if (raw !== "GET" && raw !== "POST") this.complain(`${name}="${raw}" is neither GET nor POST`);
    return raw === "GET" ? "GET" : "POST";
  }
}
