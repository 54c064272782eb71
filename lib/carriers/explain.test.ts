import { describe, expect, it } from "vitest";
import { explainFailure } from "./explain";
import { allCarriers, carrier } from "./registry";

const table = Object.entries(carrier("twilio").explanations);

describe("Twilio's codes", () => {
  it("cover the contract's table", () => {
    const codes =
      `20003 20404 20429 11200 11205 11215 11217 12100 12200 12300 13224 13227 21211 21212 21606 21214 21612
      21215 21217 21408 21421 21422 21452 21608 21610 21611 21614 21635 22005 30001 30002 30003 30004 30005 30006 30007
      30008 30032 30034 30036 30450 30610 30640 63003 63016 63018 63020`.split(/\s+/);
    expect(codes.filter((code) => !(code in carrier("twilio").explanations))).toEqual([]);
    expect(table.length).toBeGreaterThanOrEqual(60);
  });

  it.each(table)("%s is explained in plain sentences", (code, explanation) => {
    expect(explanation.title).toMatch(/^[A-Z].{15,120}[.?]$/);
    expect(explanation.cure).toMatch(/^[A-Z].{10,160}\.$/);
    expect(`${explanation.title} ${explanation.cure}`).not.toContain(code);
    expect(`${explanation.title} ${explanation.cure}`).not.toMatch(/error|invalid|null|undefined|http /i);
  });

  it.each([
    ["30006", "landline", "call_instead"],
    ["21614", "landline", "call_instead"],
    ["21610", "opt_out", "ask_to_opt_in"],
    ["30003", "unreachable", "retry"],
    ["30008", "retryable", "retry"],
    ["30034", "registration", "register"],
    ["30032", "registration", "register"],
    ["63016", "window", "use_template"],
    ["20003", "credentials", "fix_credentials"],
    ["21408", "setup", "allow_country"],
  ])("%s leads to %s, %s", (code, kind, action) => {
    expect(explainFailure("twilio", code)).toMatchObject({ kind, action });
  });

  it("say what people should do about a landline", () => {
    expect(explainFailure("twilio", "30006").title).toBe(
      "Couldn't deliver: this number is a landline. Call instead?",
    );
  });
});

describe("an unknown code", () => {
  it.each(["99999", "http_418", "", "constructor", "__proto__", "toString"])("%j is admitted", (code) => {
    for (const { description } of allCarriers()) {
      const explanation = explainFailure(description.name, code);
      expect(explanation).toMatchObject({ kind: "unknown", action: "contact_carrier" });
      expect(explanation.title).toContain(code === "" ? "no code" : code);
      expect(explanation.title).toContain(description.label);
    }
  });
});
