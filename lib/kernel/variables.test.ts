import fc from "fast-check";
import { expect, it } from "vitest";
import {
  agentValues,
  businessValues,
  customerValues,
  exampleOf,
  renderVariables,
  unknownVariables,
  variablesByGroup,
  variablesOf,
} from "./variables";

const maya = customerValues({ name: "Maya Chen", nameSource: "person", phone: "+14155550142" });
const stranger = customerValues({ name: "SMS from Seattle, WA", nameSource: "place", phone: "+14155550142" });

it.each([
  ["Hi {{customer.first_name}}, see you!", "Hi Maya, see you!"],
  ["Hi {{ customer.name }}!", "Hi Maya Chen!"],
  ["Hi {{customer.first_name|there}}!", "Hi Maya!"],
  ["{{customer.phone}}", "+1 415 555 0142"],
  ["Nothing to fill in { } {{}} {{{", "Nothing to fill in { } {{}} {{{"],
  ["{{customer.first_name}}{{customer.first_name}}", "MayaMaya"],
])("%s reads %s", (text, filled) => {
  expect(renderVariables(text, maya)).toBe(filled);
});

it("says what was given instead, or nothing, where a value is not known", () => {
  expect(renderVariables("Hi {{customer.first_name | there}}!", stranger)).toBe("Hi there!");
  expect(renderVariables("Hi {{customer.first_name}}, see you!", stranger)).toBe("Hi, see you!");
  expect(renderVariables("{{customer.nickname}} and {{appointment.day}}.", stranger)).toBe(" and.");
});

it("fills in once, so that nobody's name can fetch something", () => {
  const sly = customerValues({ name: "{{business.phone}}", nameSource: "profile", phone: null });
  const business = businessValues({ name: "$& Co", phone: "+14155550100", bookingLink: null });
  expect(renderVariables("{{customer.name}} at {{business.name}}", { ...sly, ...business })).toBe(
    "{{business.phone}} at $& Co",
  );
});

it("leaves every text without braces as it is", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }).filter((text) => !text.includes("{{")),
      (text) => {
        expect(renderVariables(text, maya)).toBe(text);
        expect(unknownVariables(text, [])).toEqual([]);
      },
    ),
  );
});

it("names what a text asks for in vain", () => {
  const text = "{{customer.name}} {{agent.name|us}} {{ discount }} {{discount}} {{Customer.Name}} {{}}";
  expect(unknownVariables(text, ["customer", "agent"])).toEqual(["discount", "Customer.Name", ""]);
  expect(unknownVariables(text, ["customer"])).toContain("agent.name");
});

it("has an example for each, so that a preview never shows braces", () => {
  for (const { name } of variablesOf([
    "customer",
    "business",
    "agent",
    "conversation",
    "message",
    "appointment",
  ]))
    expect(exampleOf(`{{${name}}}`)).not.toBe("");
  expect(agentValues({ name: "Asha Rao" })).toEqual({ "agent.name": "Asha Rao", "agent.first_name": "Asha" });
  expect(Object.keys(variablesByGroup)).toHaveLength(6);
});
