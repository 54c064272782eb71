import {
  FlowChange,
  FlowDraft,
  NewFlow,
  NewVersion,
  Publication,
  VersionParams,
  Walk,
} from "@/lib/flows/schema";
import { IdParams } from "@/lib/http";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

const params = { id: exampleIds.conversation };
const graph = {
  start: "greeting",
  steps: {
    greeting: { kind: "say", text: "Thank you for calling.", next: "end" },
    end: { kind: "hang_up", text: "" },
  },
};
const revision = "The `revision` that was changed: an older one is refused, so that nobody's work is lost.";

/** What happens to calls, drawn. The answers are those of Trunkline's own pages. */
export const flows: readonly Operation[] = [
  {
    method: "GET",
    path: "/flows",
    tag: "Screens",
    summary: "List the flows",
    can: "settings.read",
    example: {},
  },
  {
    ...{
      method: "POST",
      path: "/flows",
      tag: "Screens",
      summary: "Begin a flow",
      can: "flows.manage",
      body: NewFlow,
    },
    fields: { begin: "What it is drawn with at first." },
    example: { body: { name: "Main line", begin: "menu" } },
  },
  {
    ...{ method: "GET", path: "/flows/{id}", tag: "Screens", summary: "Read a flow", can: "settings.read" },
    ...{ params: IdParams, example: { params } },
  },
  {
    ...{
      method: "PATCH",
      path: "/flows/{id}",
      tag: "Screens",
      summary: "Rename a flow",
      can: "flows.manage",
    },
    ...{ params: IdParams, body: FlowChange, example: { params, body: { name: "Main line" } } },
  },
  {
    ...{
      method: "DELETE",
      path: "/flows/{id}",
      tag: "Screens",
      summary: "Put a flow away",
      can: "flows.manage",
    },
    ...{ params: IdParams, example: { params } },
  },
  {
    ...{ method: "PUT", path: "/flows/{id}/draft", tag: "Screens", summary: "Save a flow's drawing" },
    ...{ can: "flows.manage", params: IdParams, body: FlowDraft, fields: { revision } },
    example: { params, body: { graph, revision: 1 } },
  },
  {
    ...{ method: "POST", path: "/flows/{id}/versions", tag: "Screens", summary: "Publish a flow's drawing" },
    ...{ can: "flows.manage", params: IdParams, body: NewVersion, fields: { revision } },
    example: { params, body: { revision: 2, note: "Billing has its own key" } },
  },
  {
    ...{
      method: "GET",
      path: "/flows/{id}/versions/{version}",
      tag: "Screens",
      summary: "Read a version of a flow",
    },
    ...{ can: "settings.read", params: VersionParams, example: { params: { ...params, version: "1" } } },
  },
  {
    ...{
      method: "PUT",
      path: "/flows/{id}/publication",
      tag: "Screens",
      summary: "Let another version serve",
    },
    ...{ can: "flows.manage", params: IdParams, body: Publication },
    example: { params, body: { version: 1 } },
  },
  {
    ...{ method: "POST", path: "/flows/walks", tag: "Screens", summary: "Walk through a drawing" },
    ...{ can: "flows.manage", body: Walk, fields: { at: "Weekday (0 Sunday) and time; now, if left out." } },
    example: { body: { graph, inputs: [] } },
  },
];
